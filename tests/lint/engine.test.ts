import { describe, expect, it } from '@jest/globals';
import { messageOf } from '../../src/core/wording.ts';
import { type LintOptions, lint, lintRules, manualRules, parseExceptions } from '../../src/lint/index.ts';
import { assemble, parseFile } from '../../src/source/document.ts';
import { documentOf } from '../../src/source/index.ts';

const off = Object.fromEntries(lintRules().map(({ id }) => [id, 'off' as const]));

const only = (...ids: string[]): LintOptions => ({
  severities: { ...off, ...Object.fromEntries(ids.map(id => [id, 'error' as const])) },
});

const FILES = {
  'api/openapi.yaml': `openapi: 3.1.0
info: {title: Zaken, version: 1.0.0}
paths:
  /zaken:
    $ref: paths/zaken.yaml
  /besluiten:
    get:
      operationId: besluit_list
      responses:
        '404': {$ref: 'shared/fout.yaml'}
`,
  'api/paths/zaken.yaml': `get:
  operationId: zaak_list
  responses:
    '200':
      content:
        application/json:
          schema: {$ref: '../schemas/Zaak.yaml'}
    '404': {$ref: '../shared/fout.yaml'}
post:
  operationId: zaak_create
  requestBody:
    content:
      application/json:
        schema: {$ref: '../schemas/Zaak.yaml'}
  responses: {}
`,
  'api/schemas/Zaak.yaml': `type: object
properties:
  startdatum: {type: string}
  verlenging:
    allOf:
      - type: object
        properties:
          einddatum:
            type: string
`,
  'api/shared/fout.yaml': 'description: Fout\ncontent: {application/json: {}}\n',
};

const run = (options: LintOptions, files: Readonly<Record<string, string>> = FILES) =>
  lint(documentOf('zaken', files), options);

describe('a finding', () => {
  it('stands at the key, in the file of the schema, with every operation it reaches', async () => {
    const { findings } = await run(only('adr-date-time-format'));
    expect(findings.map(({ new: at, affects }) => ({ ...at, affects }))).toEqual([
      {
        file: 'api/schemas/Zaak.yaml',
        line: 3,
        column: 3,
        pointer: '/properties/startdatum',
        affects: [{ operation: 'GET /zaken' }, { operation: 'POST /zaken' }],
      },
      {
        file: 'api/schemas/Zaak.yaml',
        line: 8,
        column: 11,
        pointer: '/properties/verlenging/allOf/0/properties/einddatum',
        affects: [{ operation: 'GET /zaken' }, { operation: 'POST /zaken' }],
      },
    ]);
  });

  it('is one for a shared answer, whatever refers to it', async () => {
    const { findings } = await run(only('adr-problem-details'));
    expect(findings.map(({ new: at, affects }) => ({ file: at?.file, affects }))).toEqual([
      {
        file: 'api/shared/fout.yaml',
        affects: [{ operation: 'GET /zaken' }, { operation: 'GET /besluiten' }],
      },
    ]);
  });

  it('keeps its fingerprint when operations are added and files are bundled', async () => {
    const [before] = (await run(only('adr-date-time-format'))).findings;
    const bundled = await run(only('adr-date-time-format'), {
      'openapi.yaml': `openapi: 3.1.0
info: {title: Zaken, version: 1.0.0}
paths: {/zaken: {delete: {requestBody: {content: {a/b: {schema: {$ref: '#/components/schemas/Zaak'}}}}}}}
components:
  schemas:
    Zaak: {type: object, properties: {startdatum: {type: string}}}
`,
    });
    expect(bundled.findings.map(({ fingerprint }) => fingerprint)).toEqual([before?.fingerprint]);
  });

  it('has its message in both languages', async () => {
    const report = await run(only('adr-date-time-format'));
    const [first] = report.findings;
    expect(first && [messageOf(report, first, 'nl'), messageOf(report, first, 'en')]).toEqual([
      "'startdatum' is een datum of tijd en heeft geen formaat; gebruik een tekst met formaat date, date-time of time-local.",
      "'startdatum' is a date or time and has no format; use a string with format date, date-time or time-local.",
    ]);
  });
});

describe('a reference that leads nowhere', () => {
  it('is a finding with what was looked for and why it is not there, and the lint goes on', async () => {
    const { findings } = await run(only('oas-refs-resolve', 'oas-title-present'), {
      'openapi.yaml': `openapi: 3.1.0
info: {version: 1.0.0}
paths:
  /a: {$ref: a.yaml}
  /b:
    get:
      responses:
        '200': {$ref: '#/components/responses/Goed'}
`,
    });
    expect(
      findings.map(({ rule, new: at, args }) => ({ rule, line: at?.line, column: at?.column, args })),
    ).toEqual([
      { rule: 'oas-title-present', line: 2, column: 1, args: {} },
      {
        rule: 'oas-refs-resolve',
        line: 4,
        column: 8,
        args: {
          ref: 'a.yaml',
          tried: 'a.yaml',
          reason: 'there is no such file',
          reden: 'dat bestand is er niet',
        },
      },
      {
        rule: 'oas-refs-resolve',
        line: 8,
        column: 17,
        args: {
          ref: '#/components/responses/Goed',
          tried: 'openapi.yaml#/components/responses/Goed',
          reason: 'the file has no such part',
          reden: 'het bestand heeft dat deel niet',
        },
      },
    ]);
  });
});

describe('validity', () => {
  const STRANGE = `openapi: 3.0.3
info: {title: Zaken, version: 1.0.0}
tags: [{name: a}, {name: a}]
paths:
  /zaken/{uuid}:
    get:
      kleur: rood
      parameters:
        - {in: path, name: uuid, schema: {type: string}}
      responses:
        '200': {description: Goed}
`;

  it('comes from the table of objects and, where that is silent, from the official schema, each place once', async () => {
    const { findings } = await run(only('oas-struct', 'adr-doc-openapi'), { 'openapi.yaml': STRANGE });
    expect(
      findings.map(({ rule, new: at, args }) => [rule, at?.pointer, args.detail ?? args.reason]),
    ).toEqual([
      ['adr-doc-openapi', '', '3 departures from OpenAPI (oas-struct)'],
      ['oas-struct', '/tags', 'must NOT have duplicate items (items 0 and 1 are identical)'],
      ['oas-struct', '/paths/~1zaken~1{uuid}/get/kleur', 'the field `kleur` does not belong here.'],
      ['oas-struct', '/paths/~1zaken~1{uuid}/get/parameters/0', "must have required property 'required'"],
    ]);
  });

  it('finds what another file holds in that file', async () => {
    const { findings } = await run(only('oas-struct'), {
      'openapi.yaml': `openapi: 3.0.3
info: {title: Zaken, version: 1.0.0}
paths:
  /zaken/{uuid}: {$ref: zaken.yaml}
`,
      'zaken.yaml': `get:
  parameters:
    - {in: path, name: uuid, schema: {type: string}}
  responses: {'200': {description: Goed}}
`,
    });
    expect(findings.map(({ new: at }) => `${at?.file}:${at?.line}:${at?.column}`)).toEqual([
      'zaken.yaml:3:7',
    ]);
  });

  it.each([
    ['null for an operation', 'paths: {/zaken: {get: null}}'],
    ['a number for a path', 'paths: {/zaken: 3}'],
    ['a list for paths', 'paths: [1]'],
    ['text for a schema', 'paths: {}\ncomponents: {schemas: {Zaak: tekst, Rol: null}}'],
    ['odd responses', 'paths: {/zaken: {get: {responses: [], parameters: {}, tags: 3}}}'],
    ['odd parameters', 'paths: {/zaken: {get: {parameters: [null, 3, {in: 3, name: {}}]}}}'],
    ['odd properties', 'paths: {}\ncomponents: {schemas: {Zaak: {properties: [], required: 3, type: {}}}}'],
    ['a circle of references', "paths: {}\ncomponents: {schemas: {A: {$ref: '#/components/schemas/A'}}}"],
  ])('survives %s', async (_, part) => {
    const text = `openapi: 3.0.3\ninfo: {title: Zaken, version: 1.0.0}\n${part}\n`;
    const { findings } = await lint(documentOf('strange', { 'openapi.yaml': text }));
    expect(findings.length).toBeGreaterThan(0);
    const { findings: unguarded } = await lint(documentOf('strange', { 'openapi.yaml': text }), {
      severities: { 'oas-struct': 'off' },
    });
    expect(unguarded.length).toBeGreaterThan(0);
  });
});

describe('another version than OpenAPI 3.0 to 3.2', () => {
  it.each([
    ['swagger: "2.0"', '/swagger', 'Swagger 2.0 is not OpenAPI 3'],
    ['openapi: 4.0.0', '/openapi', 'OpenAPI 4.0.0 is not OpenAPI 3'],
  ])('%s is told, and nothing else of it', async (line, pointer, reason) => {
    const text = `${line}\ninfo: {title: Zaken, version: een}\npaths: {/zaken/: {trace: {responses: {}}}}\n`;
    const parsed = new Map([['openapi.yaml', parseFile('openapi.yaml', text)]]);
    const document = assemble('zaken', 'openapi.yaml', parsed, new Map(), {
      locateFile: (_, file) => file,
      readBeside: async () => undefined,
      listBeside: async () => [],
    });
    const { findings } = await lint(document, { severities: { 'adr-doc-openapi': 'error' } });
    expect(findings.map(({ rule, new: at, args }) => [rule, at?.pointer, args.reason])).toEqual([
      ['adr-doc-openapi', '', reason],
      ['oas-spec-version-supported', pointer, undefined],
    ]);
  });
});

describe('x-lint-ignore', () => {
  it('excuses the object and all in it, counted and with its reason', async () => {
    const { findings, suppressed } = await run(only('adr-date-time-format'), {
      ...FILES,
      'api/schemas/Zaak.yaml': `x-lint-ignore: {adr-date-time-format: Zo staat het in de wet}\n${FILES['api/schemas/Zaak.yaml']}`,
    });
    expect(findings).toEqual([]);
    expect(suppressed.map(({ by, reason }) => ({ by, reason }))).toEqual([
      { by: 'x-lint-ignore', reason: 'Zo staat het in de wet' },
      { by: 'x-lint-ignore', reason: 'Zo staat het in de wet' },
    ]);
  });

  it.each([
    ["{adr-date-time-format: ' '}", ['adr-date-time-format', 'adr-date-time-format'], 'has no reason'],
    [
      '{adr-semver: Zo is het nu eenmaal}',
      ['adr-date-time-format', 'adr-date-time-format'],
      'covers nothing',
    ],
    ['{adr-date-time-format: Zo is het, geen-regel: Zo is het}', [], 'names no rule that exists'],
    ...['/core/date-time/format', 'nlgov:time-without-timezone', 'adr-date-time-formt'].map(
      (name): [string, string[], string] => [
        `{adr-date-time-format: Zo is het, '${name}': Zo is het}`,
        [],
        'names no rule that exists (perhaps adr-date-time-format)',
      ],
    ),
    ['adr-semver', ['adr-date-time-format', 'adr-date-time-format'], 'has no reason'],
    ['{adr-date-time-format: Zo is het, adr-changelog: Staat in deze run uit}', [], undefined],
  ])('%s is told where it excuses nothing', async (stated, others, what) => {
    const { findings } = await run(only('adr-date-time-format', 'adr-semver', 'ignore-effective'), {
      ...FILES,
      'api/schemas/Zaak.yaml': `x-lint-ignore: ${stated}\n${FILES['api/schemas/Zaak.yaml']}`,
    });
    expect(findings.map(({ rule }) => rule)).toEqual([...others, ...(what ? ['ignore-effective'] : [])]);
    expect(findings.at(-1)?.args.what).toBe(what);
  });

  it('counts for the nearest object only: one further out that it hides covers nothing', async () => {
    const { findings, suppressed } = await run(only('adr-date-time-format', 'ignore-effective'), {
      'openapi.yaml': `openapi: 3.1.0
info: {title: Zaken, version: 1.0.0}
paths: {}
components:
  x-lint-ignore: {adr-date-time-format: Buitenste}
  schemas:
    Zaak:
      properties:
        einddatum: {type: string, x-lint-ignore: {adr-date-time-format: Binnenste}}
`,
    });
    expect(suppressed.map(({ reason }) => reason)).toEqual(['Binnenste']);
    expect(findings.map(({ new: at }) => at)).toEqual([
      {
        file: 'openapi.yaml',
        line: 5,
        column: 19,
        pointer: '/components/x-lint-ignore/adr-date-time-format',
      },
    ]);
  });
});

describe('exceptions', () => {
  const judge = async (text: string) => {
    const exceptions = await parseExceptions(text, 'api/exceptions.yaml');
    const options = only('adr-date-time-format', 'exception-count');
    const { findings, suppressed } = await run({ ...options, exceptions });
    return {
      found: findings.map(({ rule, new: at, args }) => [rule, at?.line, args.found ?? args.name]),
      excused: suppressed.map(({ by }) => by),
    };
  };
  const row = (selector: string, places: number, rule = 'adr-date-time-format') =>
    `- {rule: ${rule}, selector: '${selector}', reason: Een feit van de standaard, places: ${places}}\n`;

  it.each([
    ['schemas/**#/**', 2],
    ['schemas/Zaak.yaml#/properties/startdatum', 1],
    ['Zaak.startdatum', 1],
    ['Zaak.*.einddatum', 1],
    ['Zaak', 2],
    ['**#**', 2],
  ])('%s covers exactly %i', async (selector, places) => {
    const { found, excused } = await judge(row(selector, places));
    expect(excused).toHaveLength(places);
    expect(found).toHaveLength(2 - places);
  });

  it('tell when they cover another number of places, or nothing', async () => {
    expect(await judge(row('Zaak.startdatum', 2) + row('Rol', 1) + row('Zaak', 1, 'no-such-rule'))).toEqual({
      found: [
        ['adr-date-time-format', 8, 'einddatum'],
        ['exception-count', 1, 1],
        ['exception-count', 2, 0],
        ['exception-count', 3, 0],
      ],
      excused: ['api/exceptions.yaml: Zaak.startdatum'],
    });
  });

  it('are not counted for a rule that this run leaves out', async () => {
    expect(await judge(row('Zaak', 2) + row('Zaak', 1, 'adr-semver'))).toMatchObject({ found: [] });
  });

  it.each([
    ['- {rule: a, selector: b, places: 1}', /:1:3: 'reason' is missing/],
    ['- {rule: a, selector: b, reason: lang genoeg, places: 0}', /:1:\d+: must be >= 1/],
    ['- {rule: a, selector: b, reason: lang genoeg, places: 1, extra: 1}', /:1:58: unknown key 'extra'/],
    ['rule: a', /:1:1: must be of type array/],
  ])('are refused with their place: %s', async (text, message) => {
    await expect(parseExceptions(text)).rejects.toThrow(message);
  });
});

describe('a base', () => {
  it('tells the new one of equal findings, wherever it stands among them', async () => {
    const answers = (statuses: readonly number[]) =>
      JSON.stringify({
        openapi: '3.1.0',
        info: { title: 'Zaken', version: '1.0.0' },
        paths: { '/zaken': { get: { responses: Object.fromEntries(statuses.map(status => [status, {}])) } } },
      });
    const placesOf = async (head: readonly number[], base: readonly number[]) => {
      const [next, old] = [head, base].map(list => documentOf('a.yaml', { 'a.yaml': answers(list) }));
      if (!next || !old) throw new Error('no document');
      const { findings, repaired } = await lint(next, { ...only('adr-version-header'), base: old });
      return [findings, repaired].map(list => list?.map(({ new: at }) => at?.pointer.split('/').at(-1)));
    };
    expect(await placesOf([200, 400, 404], [200, 404])).toEqual([['400'], []]);
    expect(await placesOf([200, 404], [200, 400, 404])).toEqual([[], ['400']]);
    expect(await placesOf([200, 401], [200, 404])).toEqual([[], []]);
  });

  it('leaves only what is new, and tells what is repaired', async () => {
    const base = documentOf('base', FILES);
    const changed = {
      ...FILES,
      'api/schemas/Zaak.yaml': `type: object
properties:
  publicatiedatum: {type: string}
  startdatum: {type: string}
`,
    };
    const { findings, repaired } = await run({ ...only('adr-date-time-format'), base }, changed);
    expect(findings.map(({ args }) => args.name)).toEqual(['publicatiedatum']);
    expect(repaired?.map(({ args }) => args.name)).toEqual(['einddatum']);
  });
});

describe('levels', () => {
  it('refuse a rule that does not exist', async () => {
    await expect(run({ severities: { 'no-such-rule': 'error' } })).rejects.toThrow(
      "no lint rule 'no-such-rule'",
    );
  });

  it('can switch on what no profile has', async () => {
    const { findings } = await run(
      { profile: 'oas', severities: { 'adr-semver': 'info' } },
      {
        'openapi.yaml': "openapi: 3.1.0\ninfo: {title: A, version: '1'}\npaths: {}\n",
      },
    );
    expect(findings.filter(({ rule }) => rule === 'adr-semver').map(({ severity }) => severity)).toEqual([
      'info',
    ]);
  });
});

describe('the catalogue', () => {
  it('has every id once', () => {
    const ids = [...lintRules(), ...manualRules].map(({ id }) => id);
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
  });

  it('ends each sentence and says it in two languages', () => {
    const texts = [...lintRules(), ...manualRules].flatMap(({ id, message, why }) =>
      [message.nl, message.en, why.nl, why.en].map(text => [id, text] as const),
    );
    expect(texts.filter(([, text]) => !/([.?]|\{detail\}|\{uitleg\})$/.test(text))).toEqual([]);
  });
});
