import { describe, expect, it } from '@jest/globals';
import { parseLine, readFacts } from './facts.ts';
import { readSpec } from './spec-reader.ts';
import { collectTexts, type Text } from './texts.ts';
import {
  englishTexts,
  missingTexts,
  namelessReferences,
  type Reference,
  repeatedNames,
  sharedSummaries,
  sharedTexts,
} from './wording.ts';

const texts = collectTexts(readSpec());

/** The attribute stands in the core of its resource where there is one, in a group of its own where it is nested. */
const references: readonly Reference[] = readFacts().flatMap(({ schemas }) =>
  Object.entries(schemas).flatMap(([name, { attributes }]) => {
    const groups = new Map<string, string>();
    return Object.entries(attributes).flatMap(([path, text]) => {
      const line = parseLine(text);
      const group = line.values.get('group');
      if (group) groups.set(path, group);
      const target = line.values.get('ref') ?? '';
      const parts = path.split('.');
      const leaf = parts.pop() ?? '';
      const holder = groups.get(parts.join('.'));
      return (holder ? [holder] : [name, `${name}Kern`]).map(of => ({ of: `${of}.${leaf}`, target }));
    });
  }),
);

describe('the texts', () => {
  it.each<[string, readonly string[]]>([
    ['are nowhere missing', missingTexts(texts)],
    ['say more than the name', repeatedNames(texts)],
    ['differ where the names differ', sharedTexts(texts)],
    ['tell the operations apart', sharedSummaries(texts)],
    ['are Dutch', englishTexts(texts)],
    ['name what a reference points at', namelessReferences(texts, references)],
  ])('%s', (_, findings) => {
    expect(findings).toEqual([]);
  });

  it('are many', () => {
    const known = new Set(texts.map(({ of }) => of));
    process.stdout.write(`texts: ${texts.length} read\n`);
    // A reference that isn't found among the texts would be checked by nothing.
    const checked = references.filter(({ target }) => /^(zrc|drc|ztc|brc):[A-Z]/.test(target));
    const found = new Set(
      checked.filter(({ of }) => known.has(of)).map(({ of }) => of.replace('Kern.', '.')),
    );
    expect(
      [...new Set(checked.map(({ of }) => of.replace('Kern.', '.')))].filter(of => !found.has(of)),
    ).toEqual([]);
  });
});

describe('a wrong text is seen', () => {
  const attribute = (of: string, text: string): Text => ({ of, kind: 'attribute', text });

  it.each<[string, (texts: readonly Text[]) => readonly string[], readonly Text[], readonly string[]]>([
    ['a missing text', missingTexts, [attribute('Zaak.url', '')], ['attribute Zaak.url']],
    [
      'the name again',
      repeatedNames,
      [attribute('Zaak.omschrijving', 'De omschrijving van de zaak.')],
      ['Zaak.omschrijving: De omschrijving van de zaak.'],
    ],
    [
      'the name in the plural',
      repeatedNames,
      [attribute('Zaak.trefwoord', 'Trefwoorden.')],
      ['Zaak.trefwoord: Trefwoorden.'],
    ],
    [
      'filler',
      repeatedNames,
      [attribute('Rol.toelichting', 'Dit veld bevat de toelichting.')],
      ['Rol.toelichting: Dit veld bevat de toelichting.'],
    ],
    [
      'a text that says something',
      repeatedNames,
      [attribute('Zaak.omschrijving', 'Waar de zaak over gaat.')],
      [],
    ],
    [
      'one text for two names',
      sharedTexts,
      [attribute('A.x', 'Hoe laat.'), attribute('B.y', 'Hoe laat.')],
      ['x, y: Hoe laat.'],
    ],
    [
      'one text for one name',
      sharedTexts,
      [attribute('A.x', 'Hoe laat.'), attribute('B.x', 'Hoe laat.')],
      [],
    ],
    [
      'two equal summaries',
      sharedSummaries,
      [
        { of: 'a', kind: 'summary', text: 'Zaken opvragen' },
        { of: 'b', kind: 'summary', text: 'Zaken opvragen' },
      ],
      ['a, b: Zaken opvragen'],
    ],
    [
      'English',
      englishTexts,
      [attribute('A.x', 'Hash string, which represents the lock.')],
      ['A.x: which, the'],
    ],
    ['English in code', englishTexts, [attribute('A.x', 'Altijd `the value`.')], []],
  ])('%s', (_, check, given, expected) => {
    expect(check(given)).toEqual(expected);
  });

  it.each<[string, string, string, readonly string[]]>([
    ['says all', 'URL van het ZAAKTYPE in de Catalogi API.', 'ztc:ZaakType', []],
    ['says the plural', "URL's van de ROLLEN in de Zaken API.", 'zrc:Rol', []],
    [
      'lacks the API',
      'URL van het ZAAKTYPE.',
      'ztc:ZaakType',
      ['A.x → ztc:ZaakType lacks Catalogi API: URL van het ZAAKTYPE.'],
    ],
    [
      'lacks the resource',
      'URL in de Catalogi API.',
      'ztc:ZaakType',
      ['A.x → ztc:ZaakType lacks ZaakType: URL in de Catalogi API.'],
    ],
    [
      'names another resource',
      'URL van de ZAAKTYPE in de Zaken API.',
      'zrc:Zaak',
      ['A.x → zrc:Zaak lacks Zaak: URL van de ZAAKTYPE in de Zaken API.'],
    ],
    ['points elsewhere', 'Iets.', 'external', []],
  ])('a reference that %s', (_, text, target, expected) => {
    expect(namelessReferences([attribute('A.x', text)], [{ of: 'A.x', target }])).toEqual(expected);
  });
});
