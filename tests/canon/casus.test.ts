import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { deadLinks, readSteps, stepsOutOfOrder, untoldMessages, wrongCalls, wrongMessages } from './casus.ts';
import { readSpec, specFolder } from './spec-reader.ts';

const casus = readFileSync(join(specFolder, '../docs/casus.md'), 'utf8');
const spec = readSpec();

const check = (text: string): readonly string[] => {
  const steps = readSteps(text);
  return [
    ...deadLinks(text).map(target => `dead: ${target}`),
    ...stepsOutOfOrder(steps),
    ...wrongCalls(spec, steps),
    ...wrongMessages(spec, steps),
    ...untoldMessages(spec, steps).map(file => `untold: ${file}`),
  ];
};

describe('docs/casus.md', () => {
  it('tells 82 steps', () => {
    expect(readSteps(casus).length).toBe(82);
  });

  it('has living links, known operations, their examples, their messages, and ascending days', () => {
    expect(check(casus)).toEqual([]);
  });
});

describe('a wrong walk-through is seen', () => {
  const examples = '../spec/apis/zaken/examples/';

  it.each<[string, string, string, readonly string[]]>([
    [
      'a link to nothing',
      `${examples}Rol-jurist.yaml`,
      `${examples}Rol-niemand.yaml`,
      [`dead: ${examples}Rol-niemand.yaml`],
    ],
    [
      'a link to a heading that is not there',
      '## Termijnen en data',
      '## Termijnen',
      ['dead: #termijnen-en-data'],
    ],
    ['an operation that does not exist', '`zaak_destroy`', '`zaak_wipe`', ['82: no operation zaak_wipe']],
    [
      'an operation of another file',
      '[`zaak_destroy`](../spec/apis/zaken/paths/zaken_uuid.yaml)',
      '[`zaak_destroy`](../spec/apis/zaken/paths/zaken.yaml)',
      ['82: zaak_destroy is in apis/zaken/paths/zaken_uuid.yaml'],
    ],
    [
      'an example of another step',
      `${examples}zaak_partial_update-betaald-antwoord.yaml`,
      `${examples}zaak_partial_update-bezwaar-antwoord.yaml`,
      ['39: zaak_partial_update betaald antwoord'],
    ],
    [
      'the name of another example',
      '`betaald`:',
      '`wijzigen`:',
      ['39: zaak_partial_update wijzigen verzoek', '39: zaak_partial_update wijzigen antwoord'],
    ],
    [
      'an example that is left out',
      `\`betaald\`: [verzoek](${examples}zaak_partial_update-betaald-verzoek.yaml), [antwoord](${examples}zaak_partial_update-betaald-antwoord.yaml)`,
      'geen inhoud',
      ['39: zaak_partial_update shows no example'],
    ],
    [
      'another event than in the message',
      '[zaken: zaak destroy]',
      '[zaken: zaak update]',
      ['82: lacks zaken: zaak destroy', '82: says zaken: zaak destroy'],
    ],
    [
      'a message that is left out',
      '[zaken: zaak destroy](../spec/apis/notificaties/examples/Message-82-zaak-destroy.yaml)',
      '',
      ['82: lacks zaken: zaak destroy', 'untold: apis/notificaties/examples/Message-82-zaak-destroy.yaml'],
    ],
    [
      'a step on an earlier day',
      '| 82 | 1 juni 2036 |',
      '| 82 | 1 juni 2026 |',
      ['82: 1 juni 2026 after 10 augustus 2026', '82: is of 2036-06-01T08:00:00Z'],
    ],
    ['a step with a wrong number', '| 80 | 10', '| 79 | 10', ['79 is the step after 79']],
  ])('%s', (_, from, to, expected) => {
    expect(casus).toContain(from);
    expect(check(casus.replace(from, to))).toEqual(expected);
  });

  it('an event that the channel does not know', () => {
    const { root } = spec;
    const rolless = { ...spec, root: { ...root, value: { ...root.value, 'x-zds-apis': channels() } } };
    expect(wrongMessages(rolless, readSteps(casus).slice(20, 21))).toEqual([
      '21: zaken has no rol create',
      '21: other kenmerken',
    ]);
  });
});

function channels(): object {
  return { Zaken: { channels: { zaken: { kenmerken: ['zaaktype'], events: { zaak: ['create'] } } } } };
}
