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
  it('tells 81 steps', () => {
    expect(readSteps(casus).length).toBe(81);
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
    ['an operation that does not exist', '`zaak_destroy`', '`zaak_wipe`', ['81: no operation zaak_wipe']],
    [
      'an operation of another file',
      '[`zaak_destroy`](../spec/apis/zaken/paths/zaken_uuid.yaml)',
      '[`zaak_destroy`](../spec/apis/zaken/paths/zaken.yaml)',
      ['81: zaak_destroy is in apis/zaken/paths/zaken_uuid.yaml'],
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
      ['81: lacks zaken: zaak destroy', '81: says zaken: zaak destroy'],
    ],
    [
      'a message that is left out',
      '[zaken: zaak destroy](../spec/apis/notificaties/examples/Message-81-zaak-destroy.yaml)',
      '',
      ['81: lacks zaken: zaak destroy', 'untold: apis/notificaties/examples/Message-81-zaak-destroy.yaml'],
    ],
    [
      'a step on an earlier day',
      '| 81 | 18 april 2036 |',
      '| 81 | 18 april 2026 |',
      ['81: 18 april 2026 after 13 juli 2026', '81: is of 2036-04-18T08:00:00Z'],
    ],
    ['a step with a wrong number', '| 80 | 13', '| 79 | 13', ['79 is the step after 79']],
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
