import { describe, expect, it } from '@jest/globals';
import type { Json } from '../../src/core/json.ts';
import type { Lang } from '../../src/core/text.ts';
import { plainWords } from '../../src/site/schema/word.ts';
import { meaningsOf, typeWords } from '../../src/site/schema/words.ts';
import { planSite } from '../../src/site/site.ts';
import { EXAMPLE } from './example-document.ts';

const sites = { nl: planSite(EXAMPLE, { lang: 'nl' }), en: planSite(EXAMPLE, { lang: 'en' }) };

const inWords = (lang: Lang, schema: Json, name?: string): string =>
  plainWords(typeWords(sites[lang], schema, name));

const ref = (name: string): Json => ({ $ref: `#/components/schemas/${name}` });

const cases: readonly (readonly [schema: Json, nl: string, en: string])[] = [
  [{ type: 'string' }, 'tekst', 'text'],
  [{ type: 'string', maxLength: 40 }, 'tekst, hoogstens 40 tekens', 'text, at most 40 characters'],
  [{ type: 'string', minLength: 9, maxLength: 9 }, 'tekst, precies 9 tekens', 'text, exactly 9 characters'],
  [{ type: 'string', minLength: 1, maxLength: 9 }, 'tekst, 1 tot 9 tekens', 'text, 1 to 9 characters'],
  [{ type: 'string', minLength: 0 }, 'tekst', 'text'],
  [{ type: 'string', pattern: '^[0-9]$' }, 'tekst, patroon ^[0-9]$', 'text, pattern ^[0-9]$'],
  [{ type: 'string', format: 'date' }, 'datum', 'date'],
  [{ type: 'string', format: 'date', nullable: true }, 'datum of leeg (null)', 'date or empty (null)'],
  [{ type: ['string', 'null'], format: 'date' }, 'datum of leeg (null)', 'date or empty (null)'],
  [
    { anyOf: [{ type: 'string', format: 'date' }, { type: 'null' }] },
    'datum of leeg (null)',
    'date or empty (null)',
  ],
  [{ type: 'string', format: 'kenteken' }, 'tekst (kenteken)', 'text (kenteken)'],
  [{ type: 'string', format: 'constructor' }, 'tekst (constructor)', 'text (constructor)'],
  [{ type: 'constructor' }, 'constructor', 'constructor'],
  [{ type: 'toString' }, 'toString', 'toString'],
  [{ type: 'string', contentEncoding: 'base64' }, 'bestand in base64', 'file in base64'],
  [{ type: 'integer', minimum: 0, maximum: 10 }, 'geheel getal, 0 tot en met 10', 'integer, 0 to 10'],
  [{ type: 'number', exclusiveMinimum: 0 }, 'getal, meer dan 0', 'number, more than 0'],
  [{ type: 'number', minimum: 0, exclusiveMinimum: true }, 'getal, meer dan 0', 'number, more than 0'],
  [{ type: 'boolean' }, 'waar of onwaar', 'true or false'],
  [{ type: ['string', 'integer'] }, 'tekst of geheel getal', 'text or integer'],
  [{ type: 'object' }, 'vrij object', 'free-form object'],
  [{ properties: { a: true } }, 'groep', 'group'],
  [
    { type: 'array', items: ref('Kenmerk'), maxItems: 3 },
    'lijst van Kenmerk, hoogstens 3',
    'list of Kenmerk, at most 3',
  ],
  [
    { items: { type: 'string' }, uniqueItems: true },
    'lijst van tekst, zonder dubbele',
    'list of text, without duplicates',
  ],
  [ref('SoortEnum'), 'code uit SoortEnum', 'code from SoortEnum'],
  [{ allOf: [ref('SoortEnum')], description: 'x' }, 'code uit SoortEnum', 'code from SoortEnum'],
  [{ oneOf: [ref('SoortEnum'), { enum: [''] }] }, 'code uit SoortEnum', 'code from SoortEnum'],
  [
    { oneOf: [ref('SoortEnum'), { enum: [null] }] },
    'code uit SoortEnum of leeg (null)',
    'code from SoortEnum or empty (null)',
  ],
  [{ const: 'x' }, 'altijd x', 'always x'],
  [{ enum: ['a', 'b'] }, 'code', 'code'],
  [{ oneOf: [{ type: 'string' }, ref('Kenmerk')] }, 'tekst of Kenmerk', 'text or Kenmerk'],
  [ref('Betrokkene'), 'Betrokkene', 'Betrokkene'],
  [ref('spiegel'), 'tekst (spiegel)', 'text (spiegel)'],
  [ref('Kwijt'), 'onbekend: de verwijzing leidt nergens heen', 'unknown: the reference leads nowhere'],
  [true, 'willekeurige waarde', 'any value'],
  [false, 'geen waarde', 'no value'],
];

describe('a type in words', () => {
  it.each(cases)('%j', (schema, nl, en) => {
    expect({ nl: inWords('nl', schema), en: inWords('en', schema) }).toEqual({ nl, en });
  });

  it('names the resource that a URL of the same name points at', () => {
    const url = { type: 'string', format: 'uri' };
    expect(inWords('nl', url, 'dossier')).toBe('URL van een Dossier');
    expect(inWords('nl', { type: 'array', items: url }, 'dossier')).toBe('lijst van URL van een Dossier');
    expect(inWords('nl', url, 'website')).toBe('URL');
  });

  it('ends for a list that contains itself', () => {
    const root = {
      ...EXAMPLE,
      components: { schemas: { Lijst: { items: { $ref: '#/components/schemas/Lijst' } } } },
    };
    const words = typeWords(planSite(root, { lang: 'nl' }), { $ref: '#/components/schemas/Lijst' });
    expect(plainWords(words)).toBe('lijst van lijst van lijst van lijst van lijst');
  });
});

describe('the meaning of values', () => {
  it.each([
    ['by value', { open: 'O', dicht: 'D' }, ['O', 'D']],
    ['in order', ['O', 'D'], ['O', 'D']],
    ['absent', undefined, ['', '']],
  ])('%s', (_name, descriptions, expected) => {
    const schema = {
      enum: ['open', 'dicht'],
      ...(descriptions ? { 'x-enumDescriptions': descriptions } : {}),
    };
    const meanings = meaningsOf(sites.nl.shapeOf(schema));
    expect(meanings).toEqual([
      { value: 'open', meaning: expected[0] },
      { value: 'dicht', meaning: expected[1] },
    ]);
  });
});
