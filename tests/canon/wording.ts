import type { Text } from './texts.ts';

const nameIn = (of: string): string => of.replace(/^.*[.?=]/, '');

/** Words of a text or a name, without code, in lower case: `afwijkendeNaamBetrokkene` has three. */
const wordsOf = (text: string): readonly string[] =>
  text
    .replace(/`[^`]*`/g, ' ')
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-zà-ÿ]+/)
    .filter(word => word !== '');

const small = new Set(
  'de het een van voor bij in op met en of dit deze die dat is zijn wordt bevat veld attribuut waarde gegeven gegevens object'.split(
    ' ',
  ),
);

/** The name without its ending, so that `omschrijving` and `omschrijvingen` are one. */
const stem = (word: string): string => word.replace(/(en|s)$/, '');

export const missingTexts = (texts: readonly Text[]): readonly string[] =>
  texts.filter(({ text }) => text === '').map(({ of, kind }) => `${kind} ${of}`);

/** Texts with no word that isn't in the name, or in the name of what it belongs to. */
export const repeatedNames = (texts: readonly Text[]): readonly string[] =>
  texts
    .filter(
      ({ kind, text }) => text !== '' && ['attribute', 'parameter', 'code', 'schema', 'tag'].includes(kind),
    )
    .filter(({ of, text }) => {
      const own = wordsOf(of.replaceAll('_', ' ')).map(stem);
      const joined = own.join('');
      return wordsOf(text).every(
        word => small.has(word) || own.includes(stem(word)) || joined.includes(stem(word)),
      );
    })
    .map(({ of, text }) => `${of}: ${text}`);

/** One text on attributes or parameters of different names. */
export const sharedTexts = (texts: readonly Text[]): readonly string[] => {
  const names = new Map<string, Set<string>>();
  for (const { kind, of, text } of texts) {
    if (!['attribute', 'parameter', 'code'].includes(kind) || text === '') continue;
    const known = names.get(text) ?? new Set();
    names.set(text, known.add(nameIn(of)));
  }
  return [...names]
    .filter(([, of]) => of.size > 1)
    .map(([text, of]) => `${[...of].sort().join(', ')}: ${text}`);
};

/** Two operations with one summary can't be told apart in a list. */
export const sharedSummaries = (texts: readonly Text[]): readonly string[] => {
  const seen = new Map<string, readonly string[]>();
  for (const { kind, of, text } of texts)
    if (kind === 'summary') seen.set(text, [...(seen.get(text) ?? []), of]);
  return [...seen].filter(([, of]) => of.length > 1).map(([text, of]) => `${of.join(', ')}: ${text}`);
};

/** One sentence on success answers of different shapes says of none of them what it is. */
export const sharedAnswers = (texts: readonly Text[]): readonly string[] => {
  const seen = new Map<string, Map<string, string>>();
  for (const { of, text, shape } of texts) {
    if (shape === undefined) continue;
    const shapes = seen.get(text) ?? new Map<string, string>();
    seen.set(text, shapes.set(shape, shapes.get(shape) ?? of));
  }
  return [...seen]
    .filter(([, shapes]) => shapes.size > 1)
    .map(([text, shapes]) => `${[...shapes.values()].join(', ')}: ${text}`);
};

/** Resources that take `het`; those on `-TYPE`, `-OBJECT` and `-MOMENT` do too. */
const neuter =
  /^(BESLUIT|RESULTAAT|KANAAL|ABONNEMENT|GEBRUIKSRECHT|KLANTCONTACT|(ZAAK)?VERZOEK|ZAAKBESLUIT|BESTANDSDEEL|AUDITTRAIL|.*(TYPE|OBJECT|MOMENT))$/;
const common = /^(ZAAK|ROL|STATUS|CATALOGUS|(ZAAK)?EIGENSCHAP|VERZENDING|APPLICATIE|ZAAKNOTITIE)$/;

/** Articles that don't go with the resource behind them: `de BESLUIT`, `het ZAAK`. */
export const wrongArticles = (texts: readonly Text[]): readonly string[] =>
  texts.flatMap(({ of, text }) =>
    [...text.matchAll(/\b(de|deze|elke|het|dit|elk)\s+([A-Z][A-Z-]+)\b/gi)]
      .filter(([, article = '', name = '']) =>
        (/^(het|dit|elk)$/i.test(article) ? common : neuter).test(name),
      )
      .map(([found]) => `${of}: ${found}`),
  );

const english = new Set(
  'the and with this that which from for are has been when must should will can your list value given only not also into than then there these those where each other used use using should'.split(
    ' ',
  ),
);
const dutchToo = new Set(['was', 'of', 'is', 'in', 'on', 'met', 'data', 'been', 'list']);

/** Texts with English words in them, outside code and names. */
export const englishTexts = (texts: readonly Text[]): readonly string[] =>
  texts
    .map(({ of, text }) => {
      const plain = text.replace(/https?:\S+/g, ' ').replace(/\*\*[^*]*\*\*/g, ' ');
      const found = wordsOf(plain).filter(word => english.has(word) && !dutchToo.has(word));
      return { of, found };
    })
    .filter(({ found }) => found.length > 0)
    .map(({ of, found }) => `${of}: ${[...new Set(found)].join(', ')}`);

/** What an attribute refers to: the facts write `api:Schema`. */
export interface Reference {
  readonly of: string;
  readonly target: string;
}

const apis: ReadonlyMap<string, string> = new Map([
  ['zrc', 'Zaken API'],
  ['drc', 'Documenten API'],
  ['ztc', 'Catalogi API'],
  ['brc', 'Besluiten API'],
]);

/** Words by which a text can call a resource, where that is not the name of its schema. */
const called: ReadonlyMap<string, string> = new Map([
  ['Zaak', 'ZA(AK|KEN)'],
  ['Rol', 'ROL(LEN)?'],
  ['Status', 'STATUS(SEN)?'],
  [
    'EnkelvoudigInformatieObject',
    '(ENKELVOUDIG )?INFORMATIEOBJECT(EN)?|ENKELVOUDIGINFORMATIEOBJECT|document(en)?',
  ],
  ['BestandsDeel', 'BESTANDSDE(EL|LEN)|deel'],
  ['Catalogus', 'CATALOGUS'],
  ['Eigenschap', 'EIGENSCHAP(PEN)?'],
  ['ZaakEigenschap', 'ZAAKEIGENSCHAP(PEN)?'],
]);

/** References whose text doesn't say which resource, and of which API, they point at. */
export const namelessReferences = (
  texts: readonly Text[],
  references: readonly Reference[],
): readonly string[] => {
  const byName = new Map(texts.map(({ of, text }) => [of, text]));
  return references.flatMap(({ of, target }) => {
    const [code = '', schema = ''] = target.split(':');
    const text = byName.get(of);
    const api = apis.get(code);
    if (text === undefined || api === undefined || !/^[A-Z]/.test(schema)) return [];
    const word = called.get(schema) ?? `${schema.toUpperCase()}(N|EN)?`;
    const names = new RegExp(`(^|[^A-Z])(${word})($|[^A-Z])`).test(text);
    const lacks = [names ? '' : schema, text.includes(api) ? '' : api].filter(Boolean);
    return lacks.length === 0 ? [] : [`${of} → ${target} lacks ${lacks.join(' and ')}: ${text}`];
  });
};

const SAYS_EMPTY = /\bnull\b|\bleeg|\blege\b|\bontbreekt\b|\bgeen waarde\b/i;

/** Attributes that can be `null` or empty and whose text does not say what that means. */
export const unexplainedEmpty = (texts: readonly Text[]): readonly string[] =>
  texts
    .filter(({ canBeEmpty, text }) => canBeEmpty && !SAYS_EMPTY.test(text))
    .map(({ of, text }) => `${of}: ${text}`);

/** A label before the sentence, or the kind of schema in place of the thing. */
const WRAPPER = /^(?:(?:Een|Het|De) )?[A-Z][A-Z-]{2,}: |^(?:Extra attribu|Schema |Vorm van|Lijst met)/;

/** Texts of schemas that begin with a label or with what kind of schema it is, and not with what the thing is. */
export const wrapped = (texts: readonly Text[]): readonly string[] =>
  texts
    .filter(({ kind, text }) => kind === 'schema' && WRAPPER.test(text))
    .map(({ of, text }) => `${of}: ${text}`);

/** Codes by the list they stand in. */
const codeLists = (texts: readonly Text[]): ReadonlyMap<string, readonly string[]> => {
  const lists = new Map<string, string[]>();
  for (const { kind, of } of texts) {
    const [list = '', code = ''] = kind === 'code' ? of.split('=') : [];
    if (list !== '') lists.set(list, [...(lists.get(list) ?? []), code]);
  }
  return lists;
};

/** Texts that name most codes of a list and not all: one that spells the list out has to spell out all of it. */
export const lostCodes = (texts: readonly Text[]): readonly string[] => {
  const lists = [...codeLists(texts)].filter(([, codes]) => codes.length > 2);
  return texts.flatMap(({ of, text }) => {
    const named = new Set([...text.matchAll(/`([^`]+)`/g)].map(([, code = '']) => code));
    return lists.flatMap(([list, codes]) => {
      const lost = codes.filter(code => !named.has(code));
      return lost.length < codes.length / 2 ? lost.map(code => `${of} lacks ${code} of ${list}`) : [];
    });
  });
};
