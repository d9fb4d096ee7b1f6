import { describe, expect, it } from '@jest/globals';
import { isString, type JsonObject } from '../../src/core/json.ts';
import { fill, LANGS } from '../../src/core/text.ts';
import { messageOf } from '../../src/core/wording.ts';
import { diff, diffRules } from '../../src/diff/index.ts';
import { SCHEMA_RULES, STATED_RULES } from '../../src/diff/rules/index.ts';
import { EN } from '../../src/diff/texts/en.ts';
import { NL } from '../../src/diff/texts/nl.ts';
import { FACETS } from '../../src/json-schema/algebra/facets.ts';
import { hiddenIn } from '../../src/openapi/exchange.ts';
import { documentOf } from '../../src/source/index.ts';
import { compareDocuments, header, parameter, request, response } from './documents.ts';

const TEXTS = { nl: NL, en: EN };

/** What several things are followed by in the singular, or preceded by. */
const SINGULAR = {
  nl: /@, @:? (komt|vervalt|krijgt|gaat|is|was|wordt|werd|moet|hoeft|mag|mocht|kan|verandert|zegt|laat|wijst)\b|\b(parameter|attribuut|header|link|server|schema|component|antwoord|deel) @, @/u,
  en: /@, @:? (is|was|gets|becomes|moves|comes|leaves|changes|says|allows|has|leads)\b|\b(parameter|property|header|link|server|scheme|component|response|part) @, @/u,
};

const TODAY = { today: '2026-01-01' };

describe('the catalogue of diff', () => {
  it('is short: what can be derived is not listed', () => {
    expect(FACETS.length + SCHEMA_RULES.length + STATED_RULES.length).toBeLessThan(130);
  });

  it('names each rule once, in both languages, with the same placeholders', () => {
    expect(new Set(diffRules().map(({ id }) => id)).size).toBe(diffRules().length);
    const placeholders = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(String).sort();
    for (const { message, why } of diffRules()) {
      expect(placeholders(message.nl)).toEqual(placeholders(message.en));
      expect(why.nl).not.toBe(why.en);
    }
  });

  it.each(LANGS)('tells one of a thing in the singular, and two in the plural (%s)', lang => {
    const texts = [TEXTS[lang].facets, TEXTS[lang].rules].flatMap(rows => Object.values<object>(rows));
    const sentences = texts.flatMap(row => Object.values(row).filter(isString));
    const told = (n: string) => sentences.map(text => fill(text, { name: 'x', was: n, now: n })).join('\n');
    const [several, one] = [
      /\b1 (tekens|items|attributen|characters|properties)\b/,
      /\b2 (teken|item|attribuut|character|property)\b/,
    ];
    expect(told('1')).not.toMatch(several);
    expect(told('2')).not.toMatch(one);
    expect(told('2')).toMatch(lang === 'nl' ? /\b2 tekens\b/ : /\b2 characters\b/);
  });

  it.each(LANGS)('has a verb in the plural where what it is about is several (%s)', lang => {
    const rows = [TEXTS[lang].facets, TEXTS[lang].rules].flatMap(all => Object.entries<object>(all));
    const wrong = rows.flatMap(([id, row]) =>
      Object.values(row)
        .filter(isString)
        .filter(text => text.includes('{name}'))
        .map(text => fill(text, { name: ['@', '@'], was: 'a', now: 'b' }))
        .filter(said => SINGULAR[lang].test(said))
        .map(said => `${id}: ${said}`),
    );
    expect(wrong).toEqual([]);
    const one = fill(TEXTS[lang].facets.maxLength.added, { name: '@', now: 5 });
    expect(one.replace('@', '@, @')).toMatch(SINGULAR[lang]);
  });

  // `schema-changed` is for what nothing else has a word for: the day an example of it is known, it gets one.
  it.each(
    diffRules()
      .filter(({ id }) => id !== 'schema-changed')
      .map(rule => [rule.id, rule] as const),
  )('%s shows in its example', (id, { example }) => {
    if (!example?.old || !example.new) throw new Error(`${id} has no example`);
    const report = diff(
      documentOf('old', { 'a.yaml': example.old }),
      documentOf('new', { 'a.yaml': example.new }),
      TODAY,
    );
    expect(report.findings.map(({ rule }) => rule)).toContain(id);
    const sentences = report.findings.flatMap(finding => LANGS.map(lang => messageOf(report, finding, lang)));
    expect(
      sentences.filter(sentence => /\{(name|was|now)[|}]|–|\b(true|false|undefined)\b/.test(sentence)),
    ).toEqual([]);
  });
});

const inProperty = (place: (schema: JsonObject) => JsonObject) => (schema: JsonObject) =>
  place({ type: 'object', properties: { a: schema } });
const inItem = (place: (schema: JsonObject) => JsonObject) => (schema: JsonObject) =>
  place({ type: 'array', items: schema });

/** Everywhere that a schema can stand, and whether the server consumes what stands there. */
const PLACES: readonly (readonly [string, (schema: JsonObject) => JsonObject, boolean])[] = [
  ['request body', request, true],
  ['request property', inProperty(request), true],
  ['request item', inItem(request), true],
  ['parameter', parameter, true],
  ['response body', response, false],
  ['response property', inProperty(response), false],
  ['response item', inItem(response), false],
  ['response header', header, false],
];

describe.each(PLACES)('every facet in a %s', (_, place, serverConsumes) => {
  const cases = FACETS.flatMap(({ id, cases: found }) =>
    found.map(([old, next, relation]) => [id, relation, old, next] as const),
  );

  it.each(cases)('%s %s', (_id, relation, old, next) => {
    const { findings } = compareDocuments(place(old), place(next), TODAY);
    const isRefused = { equal: false, tighter: serverConsumes, looser: !serverConsumes, different: true }[
      relation
    ];
    const isRefusedBack = { equal: false, tighter: !serverConsumes, looser: serverConsumes, different: true }[
      relation
    ];
    expect(findings.map(({ clients, providers }) => [clients, providers])).toEqual(
      relation === 'equal' ? [] : [[isRefused ? 'breaking' : 'info', isRefusedBack ? 'breaking' : 'info']],
    );
    expect(findings.map(({ evidence }) => evidence?.is)).toEqual(
      relation === 'equal' ? [] : [isRefused ? 'witness' : 'safe'],
    );
  });
});

it('a webhook hides what its receiver would not be told', () => {
  expect([hiddenIn('request', false), hiddenIn('request', true)]).toEqual(['readOnly', 'writeOnly']);
});
