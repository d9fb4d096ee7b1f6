import { describe, expect, it } from '@jest/globals';
import { load } from 'js-yaml';
import { isArray, isObject, type Json, type JsonObject } from '../../src/core/json.ts';
import { LANGS } from '../../src/core/text.ts';
import { diffRules } from '../../src/diff/index.ts';
import { compareInFull } from '../../src/review/comparison.ts';
import { documentOf } from '../../src/source/index.ts';

/** More than the subjects that a change is divided by. */
const COPIES = 14;

/** The same with so many paths; of each the schemas of its messages stand by themselves, by the name of the copy. */
function multiplied(text: string): JsonObject {
  const document = load(text) as JsonObject;
  const components = isObject(document.components) ? document.components : {};
  const schemas: Record<string, Json | undefined> = {
    ...(isObject(components.schemas) ? components.schemas : {}),
  };
  const copied = (value: Json, name: string): Json => {
    if (isArray(value)) return value.map(item => copied(item, name));
    if (!isObject(value)) return value;
    return Object.fromEntries(
      Object.entries(value).map(([key, inner = null]) => {
        if (key === 'operationId' && typeof inner === 'string') return [key, `${inner}${name}`];
        if (key !== 'schema' || !isObject(inner) || inner.$ref !== undefined)
          return [key, copied(inner, name)];
        const own = `${name}${Object.keys(schemas).filter(one => one.startsWith(name)).length}`;
        schemas[own] = inner;
        return [key, { $ref: `#/components/schemas/${own}` }];
      }),
    );
  };
  const paths = Object.entries(isObject(document.paths) ? document.paths : {}).flatMap(
    ([path, item = null]) =>
      Array.from({ length: COPIES }, (_, index): [string, Json] => {
        const letter = String.fromCharCode(97 + index);
        return [path.replace('/', `/${letter}-`), copied(item, `Soort${letter.toUpperCase()}`)];
      }),
  );
  return { ...document, paths: Object.fromEntries(paths), components: { ...components, schemas } };
}

/** What a phrase about one thing begins with; a sentence of two halves may have a second verb. */
const SINGULAR = {
  nl: /^(?:.*beschreven, |(?:was|waren) .*, )?(komt|vervalt|krijgt|gaat|is|was|wordt|werd|moet|hoeft|mag|mocht|kan|verandert|zegt|laat|wijst)\b/,
  en: /^(?:(?:was|were) .*, )?(is|was|gets|becomes|moves|comes|leaves|changes|says|allows|has|leads)\b/,
};

/** Subjects that are counted; what follows the count is one part of each. */
const COUNTED = { nl: /en \d+ andere \S+$/, en: /and \d+ more$/ };

describe('what is told of several subjects', () => {
  it('has its verbs in the plural, in both languages, whatever rule tells it', () => {
    const seen = new Set<string>();
    const wrong = diffRules().flatMap(({ id, example }) => {
      if (!example?.old || !example.new) return [];
      const [old, next] = [example.old, example.new].map(text =>
        documentOf(id, { 'openapi.json': JSON.stringify(multiplied(text)) }),
      );
      if (!old || !next) throw new Error('no documents');
      return (compareInFull(old, next).changes ?? []).flatMap(({ subject, events, rules }) =>
        LANGS.flatMap(lang => {
          if (!COUNTED[lang].test(subject[lang])) return [];
          for (const rule of rules) seen.add(rule);
          return events
            .map(event => event[lang])
            .filter(event => SINGULAR[lang].test(event))
            .map(event => `${id}: ${subject[lang]} — ${event}`);
        }),
      );
    });
    expect(wrong).toEqual([]);
    expect(seen.size).toBeGreaterThan(40);
  });
});
