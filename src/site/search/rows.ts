import { groupedBy } from '../../core/group.ts';
import type { Json } from '../../core/json.ts';
import { firstSentence } from '../markdown.ts';
import type { Entry } from '../page.ts';
import { textOf } from '../reference.ts';
import { meaningsOf } from '../schema/words.ts';
import type { Place, Site } from '../site.ts';

/** What a row of the index is about; a resource, an operation and so on are groups of answers. */
export const KINDS = [
  'api',
  'resource',
  'operation',
  'webhook',
  'attribute',
  'type',
  'value',
  'rule',
  'story',
  'party',
  'status',
  'guide',
] as const;

type Kind = (typeof KINDS)[number];

/** Where a thing is shown, and as part of what. */
interface Home {
  readonly within: string;
  readonly place: Place;
}

/** One thing that can be found: an attribute or a value stands here once, with all its homes. */
export interface SearchRow {
  readonly kind: Kind;
  readonly name: string;
  /** Other names: method and path of an operation, object types of a resource, meaning of a value. */
  readonly title: string;
  /** Code of a rule or a story. */
  readonly code: string;
  /** Words that stand for it: the object of an operation, the error code of a rule. */
  readonly values: readonly string[];
  readonly statuses: readonly string[];
  readonly description: string;
  readonly homes: readonly Home[];
}

const EMPTY = { title: '', code: '', values: [], statuses: [], description: '' } as const;

/** Longer descriptions are cut: a word far into a text says little about what it is of. */
const MAX_DESCRIPTION = 160;

const brief = (text: string): string => firstSentence(text).slice(0, MAX_DESCRIPTION);

/** Everything that can be found on a site. */
export function searchRows(site: Site, entries: readonly Entry[]): SearchRow[] {
  return [
    ...apiRows(site),
    ...resourceRows(site),
    ...operationRows(site, entries),
    ...attributeRows(site, entries),
    ...typeRows(site, entries),
    ...valueRows(site, entries),
    ...ruleRows(site, entries),
    ...storyRows(site, entries),
    ...entries.filter(({ kind }) => kind === 'status' || kind === 'party').map(plainRow),
    ...site.guides.map(({ slug, title, markdown }): SearchRow => {
      const place = { file: `guides/${slug}.html`, anchor: '' };
      return {
        ...EMPTY,
        kind: 'guide',
        name: title,
        description: brief(markdown),
        homes: [{ within: '', place }],
      };
    }),
  ];
}

const plainRow = ({ kind, name, context, about = '', place }: Entry): SearchRow => ({
  ...EMPTY,
  kind: kind as Kind,
  name,
  title: context,
  statuses: kind === 'status' ? [name] : [],
  description: brief(about),
  homes: [{ within: '', place }],
});

const apiRows = ({ groups }: Site): SearchRow[] =>
  groups.flatMap(({ name, title, file, description }) =>
    file === undefined
      ? []
      : {
          ...EMPTY,
          kind: 'api' as const,
          name: title,
          title: name === title ? '' : name,
          description: brief(description),
          homes: [{ within: '', place: { file, anchor: '' } }],
        },
  );

const resourceRows = ({ resources }: Site): SearchRow[] =>
  resources.map(({ title, tag, description, file, collections }) => ({
    ...EMPTY,
    kind: 'resource',
    name: title,
    title: [tag, ...collections.map(({ name }) => name ?? '')].filter(word => word !== title).join(' '),
    description: brief(description),
    homes: [{ within: '', place: { file, anchor: '' } }],
  }));

function operationRows(site: Site, entries: readonly Entry[]): SearchRow[] {
  const byPlace = new Map(
    [...site.placeOfOperation].map(([operation, { file, anchor }]) => [`${file}#${anchor}`, operation]),
  );
  const objects = new Map(
    site.resources
      .flatMap(({ collections }) => collections)
      .flatMap(({ name, operations }) => operations.map(operation => [operation, name ?? ''] as const)),
  );
  return entries
    .filter(({ kind }) => kind === 'operation' || kind === 'webhook')
    .map(({ kind, name, context, place }) => {
      const operation = byPlace.get(`${place.file}#${place.anchor}`);
      return {
        ...EMPTY,
        kind: kind as Kind,
        name,
        title: context,
        values: [(operation && objects.get(operation)) ?? ''],
        statuses: operation?.responses.map(({ status }) => status) ?? [],
        description: brief(textOf(operation?.object.description)),
        homes: [{ within: operation?.id ?? '', place }],
      };
    });
}

function attributeRows(site: Site, entries: readonly Entry[]): SearchRow[] {
  const attributes = entries.filter(({ kind }) => kind === 'attribute');
  return [...groupedBy(attributes, ({ name }) => name)].map(([name, homes]) => {
    const about = homes.map(({ schema }) => keywordsOf(site, schema));
    const first = (key: string): string => about.map(one => textOf(one[key])).find(text => text !== '') ?? '';
    return {
      ...EMPTY,
      kind: 'attribute',
      name,
      title: first('title'),
      description: brief(first('description')),
      homes: homes.map(({ context, place }) => ({ within: context, place })),
    };
  });
}

const keywordsOf = (site: Site, schema: Json | undefined): Readonly<Record<string, Json | undefined>> =>
  schema === undefined ? {} : site.shapeOf(schema).keywords;

const typeRows = (site: Site, entries: readonly Entry[]): SearchRow[] =>
  entries
    .filter(({ kind }) => kind === 'type')
    .map(({ name, place }) => {
      const { keywords } = site.shapeOf({ $ref: `#/components/schemas/${name}` });
      return {
        ...EMPTY,
        kind: 'type',
        name,
        title: textOf(keywords.title),
        description: brief(textOf(keywords.description)),
        homes: [{ within: '', place }],
      };
    });

interface FoundValue {
  readonly value: string;
  readonly meaning: string;
  readonly home: Home;
}

/** The values that an entry is the home of. Of a code list with a page of its own no attribute is the home. */
function valuesAt(
  site: Site,
  { kind, name, place, context, schema }: Entry,
  addresses: ReadonlyMap<string, Place>,
): FoundValue[] {
  const isType = kind === 'type';
  const own = isType ? { $ref: `#/components/schemas/${name}` } : schema;
  const shape = own === undefined ? undefined : site.shapeOf(own);
  if (!shape?.values) return [];
  if (!isType && shape.name !== undefined && site.placeOfSchema.has(shape.name)) return [];
  const within = isType ? name : `${context}.${name}`;
  return meaningsOf(shape).map(one => {
    const own = addresses.get(`${place.file} ${within} ${one.value}`);
    return { ...one, home: { within, place: own ?? place } };
  });
}

/** Values of code lists, and of attributes that have a list of their own; the same value is one row. */
function valueRows(site: Site, entries: readonly Entry[]): SearchRow[] {
  const addresses = new Map(
    entries
      .filter(({ kind }) => kind === 'value')
      .map(({ name, context, place }) => [`${place.file} ${context} ${name}`, place]),
  );
  const all = entries.flatMap(entry => valuesAt(site, entry, addresses));
  return [...groupedBy(all, ({ value }) => value)].map(([name, found]) => ({
    ...EMPTY,
    kind: 'value',
    name,
    description: brief([...new Set(found.map(({ meaning }) => meaning))].join(' ').trim()),
    homes: [...new Map(found.map(({ home }) => [home.within, home])).values()],
  }));
}

/** The page of a rule or story where there is one, else the operations that it is about. */
function homesOf(
  site: Site,
  entries: readonly Entry[],
  kind: 'rule' | 'story',
  id: string,
  operations: readonly string[],
): Home[] {
  const own = entries.find(entry => entry.kind === kind && entry.name === id);
  if (own) return [{ within: '', place: own.place }];
  return [...site.placeOfOperation]
    .filter(([operation]) => operations.includes(operation.id))
    .map(([operation, place]) => ({ within: operation.id, place }));
}

const ruleRows = (site: Site, entries: readonly Entry[]): SearchRow[] =>
  (site.backlog.rules ?? [])
    .filter(({ state = 'current' }) => state === 'current')
    .map(
      ({ id, title, statement = '', statuses = [], operations = [], code: reason, field }): SearchRow => ({
        ...EMPTY,
        kind: 'rule',
        values: [reason, field].filter(word => word !== undefined),
        name: title,
        code: id,
        statuses: statuses.map(String),
        description: brief(statement),
        homes: homesOf(site, entries, 'rule', id, operations),
      }),
    )
    .filter(({ homes }) => homes.length > 0);

const storyRows = (site: Site, entries: readonly Entry[]): SearchRow[] =>
  (site.backlog.stories ?? [])
    .map(
      ({ id, title, party = '', operations = [] }): SearchRow => ({
        ...EMPTY,
        kind: 'story',
        name: title,
        title: party,
        code: id,
        homes: homesOf(site, entries, 'story', id, operations),
      }),
    )
    .filter(({ homes }) => homes.length > 0);
