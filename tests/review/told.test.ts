import { describe, expect, it } from '@jest/globals';
import type { Change } from '../../src/core/change.ts';
import { LANGS } from '../../src/core/text.ts';
import { cardOf } from '../../src/report/cards.ts';
import { compareInFull } from '../../src/review/comparison.ts';
import { documentOf } from '../../src/source/index.ts';
import { brokenEvidence } from './evidence-law.ts';

const HOST = 'https://api.voorbeelden.gemeente-nergenshoven.example.nl/voorbeelden/api';

/** What differs between two documents that are otherwise alike. */
interface Parts {
  readonly servers?: readonly string[];
  /** Of `GET /a` and `GET /b` each. */
  readonly parameters?: readonly object[];
  readonly components?: object;
}

const documentWith = ({ servers = [], parameters = [], components = {} }: Parts): string =>
  JSON.stringify({
    openapi: '3.1.0',
    info: { title: 'Voorbeelden API', version: '1.0.0' },
    ...(servers.length > 0 ? { servers: servers.map(url => ({ url })) } : {}),
    components,
    paths: Object.fromEntries(
      ['/a', '/b'].map(path => [path, { get: { parameters, responses: { 204: { description: 'leeg' } } } }]),
    ),
  });

const changesBetween = (before: Parts, after: Parts): readonly Change[] => {
  const [old, next] = [before, after].map((parts, index) =>
    documentOf(`${index}`, { 'openapi.json': documentWith(parts) }),
  );
  if (!old || !next) throw new Error('no documents');
  const report = compareInFull(old, next);
  expect(brokenEvidence(report, old, next)).toEqual([]);
  return report.changes ?? [];
};

const titles = (changes: readonly Change[]): string[] => changes.map(({ title }) => title.nl).sort();

const parameter = (name: string, more: object = {}) => ({
  name,
  in: 'query',
  schema: { type: 'string' },
  ...more,
});

describe('what is told of a change', () => {
  it('names both halves of a renaming, however many names come at once', () => {
    const old = [
      parameter('page_size'),
      parameter('zaaktype'),
      parameter('zoek', { deprecated: true, 'x-renamed-to': 'q' }),
    ];
    const next = [parameter('pageSize'), parameter('zaakType'), parameter('q')];
    expect(titles(changesBetween({ parameters: old }, { parameters: next }))).toEqual([
      'GET /a en 1 andere operatie · parameter pageSize — komt erbij; was misschien “page_size”',
      'GET /a en 1 andere operatie · parameter page_size — vervalt; misschien nu “pageSize”',
      'GET /a en 1 andere operatie · parameter q — komt erbij; komt in plaats van “zoek”',
      'GET /a en 1 andere operatie · parameter zaakType — komt erbij; was misschien “zaaktype”',
      'GET /a en 1 andere operatie · parameter zaaktype — vervalt; misschien nu “zaakType”',
      'GET /a en 1 andere operatie · parameter zoek — vervalt; gebruik “q”',
    ]);
  });

  it.each([
    [
      'moves',
      [`${HOST}/v1`],
      [`${HOST}/v2`],
      'serveradres wijzigt',
      `serveradres ${HOST}/v1 wordt ${HOST}/v2`,
    ],
    [
      'comes',
      [`${HOST}/v1`],
      [`${HOST}/v1`, `${HOST}/v2`],
      'serveradres komt erbij',
      `server ${HOST}/v2 komt erbij`,
    ],
    [
      'goes',
      [`${HOST}/v1`, `${HOST}/v2`],
      [`${HOST}/v1`],
      'serveradres vervalt',
      `server ${HOST}/v2 vervalt`,
    ],
  ])('a server that %s has a whole title, and its addresses below it', (_, before, after, said, event) => {
    const [change] = changesBetween({ servers: before }, { servers: after });
    expect([change?.title.nl, change?.events.map(({ nl }) => nl)]).toEqual([
      `Voorbeelden API — ${said}`,
      [event],
    ]);
    if (change) expect(LANGS.map(lang => cardOf(change, lang).title.includes('…'))).toEqual([false, false]);
  });

  it.each([
    ['schemas', { Proef: { type: 'object' } }, ['Proef']],
    ['schemas', { Proef: { type: 'object' }, Tweede: { type: 'string' } }, ['Proef', 'Tweede']],
    ['securitySchemes', { basis: { type: 'http', scheme: 'basic' } }, ['basis']],
    [
      'securitySchemes',
      { basis: { type: 'http', scheme: 'basic' }, drager: { type: 'http', scheme: 'bearer' } },
      ['basis', 'drager'],
    ],
  ])('%s that come and that nothing uses are named in the title: %j', (kind, added, names) => {
    const found = changesBetween({}, { components: { [kind]: added } });
    expect(names.filter(name => !found.some(({ title }) => title.nl.includes(name)))).toEqual([]);
    expect(titles(found)).toHaveLength(1);
  });

  it('a parameter that becomes required is left out of the message, and has its own example after it', () => {
    const zaaktype = (required: boolean) =>
      parameter('zaaktype', { required, example: 'https://voorbeeld.nl/1' });
    const [change] = changesBetween({ parameters: [zaaktype(false)] }, { parameters: [zaaktype(true)] });
    const [shown] = change ? cardOf(change, 'nl').evidence : [];
    expect([shown?.proof?.outcome, shown?.proof?.pair]).toEqual([
      'een bericht zonder “zaaktype” mocht worden gestuurd en wordt nu geweigerd',
      ['+ query zaaktype: "https://voorbeeld.nl/1"'],
    ]);
  });

  it('a break that a rule states shows no message that another change refuses', () => {
    const sort = (value: string) => parameter('sortering', { schema: { type: 'string', default: value } });
    const changes = changesBetween(
      { parameters: [sort('op'), parameter('zaaktype')] },
      { parameters: [sort('af'), parameter('zaaktype', { required: true })] },
    );
    const shown = changes.map(change => [
      change.rules.join(),
      cardOf(change, 'nl').evidence.map(one => one.proof !== undefined),
    ]);
    expect(shown.sort()).toEqual([
      ['default-changed', [false]],
      ['required-added', [true]],
    ]);
  });
});
