import { describe, expect, it } from '@jest/globals';
import { danglingReferences, datesOutOfOrder, doubtfulNumbers, passesElevenTest, type Told } from './case.ts';
import { collectExamples } from './examples.ts';
import { openJudge } from './judge.ts';
import { readSpec, readSpecWith, readText, type Spec } from './spec-reader.ts';

/** Every example once: a shared answer stands in nearly all operations. */
const judgeAll = (spec: Spec, of = ''): readonly string[] => {
  const judge = openJudge(spec);
  const judged = new Map<unknown, string>();
  return collectExamples(spec).examples.flatMap(({ at, side, schema, value }) => {
    const as = `${side} ${schema.file}`;
    if (!at.startsWith(of) || (typeof value === 'object' && judged.get(value) === as)) return [];
    judged.set(value, as);
    return judge(side, schema, value).map(error => `${at}: ${error}`);
  });
};

const { examples, without } = collectExamples(readSpec());
const answers = examples.filter(({ side }) => side === 'response');

describe('the examples', () => {
  it('stand in every request, answer and problem', () => {
    expect(without).toEqual([]);
  });

  it('validate, seen from their side of the wire', () => {
    process.stdout.write(`examples: validated in ${examples.length} places\n`);
    expect(judgeAll(readSpec())).toEqual([]);
  });

  it('refer to resources that other examples show', () => {
    expect(danglingReferences(answers, examples)).toEqual([]);
  });

  it('have RSINs and BSNs that pass the eleven test and belong to nobody', () => {
    expect(doubtfulNumbers(examples)).toEqual([]);
  });

  it('follow the order of the case', () => {
    expect(datesOutOfOrder(answers)).toEqual([]);
  });
});

describe('a wrong example is seen', () => {
  it.each<[string, string, string, string, readonly string[]]>([
    [
      'a value that does not fit',
      'apis/zaken/examples/resultaat_create-aanmaken-verzoek.yaml',
      'zaak: https://',
      'zaak: geen url ',
      ['resultaat_create verzoek application/json aanmaken: /zaak must match format "uri"'],
    ],
    [
      'a read-only attribute in a request',
      'apis/zaken/examples/resultaat_create-aanmaken-verzoek.yaml',
      'value:\n',
      'value:\n  uuid: 7f3c2c1e-5a0e-4a4e-9d4e-2f1f6a1b2c3d\n',
      ['resultaat_create verzoek application/json aanmaken: /uuid boolean schema is false'],
    ],
    [
      'a required attribute that is not there',
      'apis/zaken/examples/resultaat_create-aanmaken-verzoek.yaml',
      '  zaak:',
      '  zaken:',
      ["resultaat_create verzoek application/json aanmaken: / must have required property 'zaak'"],
    ],
    [
      'a problem',
      'shared/responses/NietGevonden.yaml',
      'status: 404',
      "status: '404'",
      ['resultaat_retrieve antwoord 404 application/problem+json voorbeeld: /status must be integer'],
    ],
    [
      'a parameter',
      'shared/parameters/pageSize.yaml',
      'example: 25',
      'example: veel',
      ['zaaknotitie_list parameter pageSize: / must be integer'],
    ],
  ])('%s', (_, file, from, to, expected) => {
    const text = readText(file);
    expect(text).toContain(from);
    const [of] = expected[0]?.split(' ') ?? [];
    expect(judgeAll(readSpecWith(file, text.replace(from, to)), of)).toEqual(expected);
  });

  it('a request without an example', () => {
    const file = 'apis/notificaties/paths/kanaal_uuid.yaml';
    const text = readText(file);
    const spec = readSpecWith(file, text.replace('          examples:', '          x-examples:'));
    expect(collectExamples(spec).without).toEqual(['kanaal_read antwoord 200 application/json']);
  });
});

const told = (value: unknown): Told => ({ at: 'x', value });
const zaak = 'https://api.nergenshoven.example/zaken/v2/zaken/1';

describe('the case is checked', () => {
  it.each<[string, readonly Told[], readonly string[]]>([
    ['a reference to nothing', [told({ zaak })], [`x: zaak ${zaak}`]],
    ['a reference in a list', [told({ deelzaken: [zaak] })], [`x: deelzaken ${zaak}`]],
    ['a parameter', [told(zaak)], [`x:  ${zaak}`]],
    ['a resource that is shown', [told({ url: zaak }), told({ zaak })], []],
    ['a page of resources', [told({ results: [{ url: zaak }] }), told({ zaak: `${zaak}?versie=2` })], []],
    ['a resource inside another one', [told({ andere: { url: zaak } })], [`x: url ${zaak}`]],
    ['another register', [told({ object: 'https://objecten.example/1' })], []],
  ])('%s', (_, values, expected) => {
    expect(danglingReferences(values, values)).toEqual(expected);
  });

  it.each<[string, boolean]>([
    ['000000012', true],
    ['000000013', false],
    ['123456782', true],
    ['12345678', false],
  ])('eleven test of %s', (number, expected) => {
    expect(passesElevenTest(number)).toBe(expected);
  });

  it.each<[string, unknown, readonly string[]]>([
    ['a wrong check digit', { rsin: '000000013' }, ['x: rsin 000000013']],
    ['a number that could be real', { inpBsn: '123456782' }, ['x: inpBsn 123456782']],
    ['a number deep inside', { rol: [{ innNnpId: '1' }] }, ['x: innNnpId 1']],
    ['no number', { inpBsn: '' }, []],
  ])('%s', (_, value, expected) => {
    expect(doubtfulNumbers([told(value)])).toEqual(expected);
  });

  it.each<[string, readonly unknown[], readonly string[]]>([
    ['in order', [{ startdatum: '2026-03-02', einddatum: '2026-03-02' }], []],
    [
      'an end before the beginning',
      [{ startdatum: '2026-03-02', einddatum: '2026-03-01' }],
      ['x: startdatum 2026-03-02 after einddatum 2026-03-01'],
    ],
    ['no end', [{ startdatum: '2026-03-02', einddatum: null }], []],
    [
      'a status before the start of its ZAAK',
      [
        { url: zaak, zaaktype: 'y', bronorganisatie: '', startdatum: '2026-03-02' },
        { zaak, datumStatusGezet: '2026-03-01T12:00:00Z' },
      ],
      ['x: datumStatusGezet 2026-03-01T12:00:00Z before the ZAAK started, 2026-03-02'],
    ],
  ])('dates: %s', (_, values, expected) => {
    expect(datesOutOfOrder(values.map(told))).toEqual(expected);
  });
});
