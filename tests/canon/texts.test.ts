import { describe, expect, it } from '@jest/globals';
import { parseLine, readFacts } from './facts.ts';
import { readSpec, readSpecWith, readText } from './spec-reader.ts';
import { collectTexts, type Text } from './texts.ts';
import {
  englishTexts,
  lostCodes,
  missingTexts,
  namelessReferences,
  type Reference,
  repeatedNames,
  sharedAnswers,
  sharedSummaries,
  sharedTexts,
  unexplainedEmpty,
  wrapped,
  wrongArticles,
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
    ['say of each success answer what it is', sharedAnswers(texts)],
    ['have the article of the resource', wrongArticles(texts)],
    ['are Dutch', englishTexts(texts)],
    ['say what null and empty mean', unexplainedEmpty(texts)],
    ['begin with what the thing is', wrapped(texts)],
    ['spell out the whole of a list of codes', lostCodes(texts)],
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
  const answer = (of: string, text: string, shape: string): Text => ({ of, kind: 'answer', text, shape });

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
      'one sentence for answers of two resources',
      sharedAnswers,
      [
        answer('zaak_read 200', 'Gelukt.', 'zaken.yaml Zaak'),
        answer('rol_read 200', 'Gelukt.', 'rollen.yaml Rol'),
      ],
      ['zaak_read 200, rol_read 200: Gelukt.'],
    ],
    [
      'one sentence for a page and for a resource of one path',
      sharedAnswers,
      [
        answer('rol_list 200', 'Gelukt.', 'rollen.yaml Page'),
        answer('rol_create 201', 'Gelukt.', 'rollen.yaml Rol'),
      ],
      ['rol_list 200, rol_create 201: Gelukt.'],
    ],
    [
      'one sentence for PUT and PATCH of one resource',
      sharedAnswers,
      [
        answer('rol_update 200', 'De ROL.', 'rol.yaml Rol'),
        answer('rol_patch 200', 'De ROL.', 'rol.yaml Rol'),
      ],
      [],
    ],
    [
      'a wrong article',
      wrongArticles,
      [attribute('A.x', 'Hoort bij de ZAAKTYPE van het\nZAAK.')],
      ['A.x: de ZAAKTYPE', 'A.x: het\nZAAK'],
    ],
    ['a right article', wrongArticles, [attribute('A.x', 'Het ZAAKTYPE van de ZAAK.')], []],
    [
      'an attribute that can be null and does not say what that means',
      unexplainedEmpty,
      [
        { ...attribute('A.x', 'Eerste dag waarop het geldt.'), canBeEmpty: true },
        { ...attribute('A.y', 'Laatste dag; leeg zolang die niet vaststaat.'), canBeEmpty: true },
        attribute('A.z', 'Eerste dag waarop het geldt.'),
      ],
      ['A.x: Eerste dag waarop het geldt.'],
    ],
    [
      'a schema that begins with its label or with what kind of schema it is',
      wrapped,
      [
        { of: 'A', kind: 'schema', text: 'VERZENDING: de ontvangst van een document.' },
        { of: 'B', kind: 'schema', text: 'Extra attributen van een autorisatie.' },
        { of: 'C', kind: 'schema', text: 'Een regel in het audittrail: wie wat deed.' },
      ],
      ['A: VERZENDING: de ontvangst van een document.', 'B: Extra attributen van een autorisatie.'],
    ],
    [
      'a list of codes with one left out',
      lostCodes,
      [
        ...['a', 'b', 'c'].map((code): Text => ({ of: `XEnum=${code}`, kind: 'code', text: 'Iets.' })),
        attribute('A.x', 'Kies `a` of `b`.'),
        attribute('A.y', 'Kies `a`, `b` of `c`.'),
        attribute('A.z', 'Bij `a` blijft het leeg.'),
      ],
      ['A.x lacks c of XEnum'],
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

  it('an answer that falls back on the shared sentence', () => {
    const file = 'apis/zaken/paths/rollen_uuid.yaml';
    const beside =
      '      description: De ROL is verwijderd; de betrokkene heeft haar niet meer in de ZAAK.\n';
    const text = readText(file);
    expect(text).toContain(beside);
    const shared = 'Het verzoek is gelukt en het antwoord heeft geen inhoud.';
    const changed = collectTexts(readSpecWith(file, text.replace(beside, '')));
    expect(changed.find(({ of }) => of === 'rol_destroy 204')?.text).toBe(shared);
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
