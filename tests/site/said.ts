import { isArray, isObject, isString, type Json, type JsonObject } from '../../src/core/json.ts';
import { renderMarkdown } from '../../src/site/markdown.ts';
import { type Kind, partsOf } from '../../src/vocabulary/openapi.ts';

/** Everything a document says that a reader must be able to find: `where` it stands and the text of it. */
export interface Said {
  readonly where: string;
  readonly text: string;
}

/** All texts and numbers in a value, and the names of its members; flags are told by words of the pages. */
const scalars = (value: Json | undefined): string[] => {
  if (value === undefined || value === null || typeof value === 'boolean') return [];
  if (isArray(value)) return value.flatMap(scalars);
  if (isObject(value)) return Object.entries(value).flatMap(([key, part]) => [key, ...scalars(part)]);
  return [String(value)];
};

const names = (value: Json | undefined): string[] => (isObject(value) ? Object.keys(value) : []);

/** Fields of an object that map names of the document to objects: the names are said. */
const MAPS = new Set([
  ...['properties', 'patternProperties', 'schemas', 'securitySchemes', 'responses', 'parameters', 'headers'],
  ...['requestBodies', 'links', 'callbacks', 'pathItems', 'webhooks', 'content', 'encoding', 'paths'],
  ...['dependentSchemas', 'mediaTypes', 'additionalOperations'],
]);

/** Fields that a page tells in words of its own, so that their text need not stand there. */
const IN_WORDS: Readonly<Record<string, string>> = {
  $ref: 'the target is shown, or linked to by its name',
  type: 'told in the words of the language',
  in: 'told by the heading that it stands under',
  openapi: 'a reader of the pages has no use for it',
  jsonSchemaDialect: 'a reader of the pages has no use for it',
  $schema: 'a reader of the pages has no use for it',
  $id: 'a name for machines',
  $anchor: 'a name for machines',
  $dynamicAnchor: 'a name for machines',
  $dynamicRef: 'a name for machines',
  $vocabulary: 'a name for machines',
  $self: 'a name for machines',
  $comment: 'for authors, not for readers (JSON Schema Core, section 8.3)',
  discriminator: 'told by the values that choose each variant',
  'x-tagGroups': 'the groups are the parts of the navigation',
  'x-zds-apis': 'told on the pages of the APIs',
  'x-zds-rules': 'told with the rules beside the document',
  'x-zds-reference': 'told in the words of the type',
};

/** A minimum of nothing says nothing. */
const isNothing = (key: string, value: Json): boolean =>
  value === 0 && /^min(Length|Items|Properties|Contains)$/.test(key);

/** What an object says by itself; the objects in it say their own. */
function ownTexts(kind: Kind, value: JsonObject): string[] {
  const inner = new Set(partsOf(kind, value).map(({ path }) => path[0]));
  return Object.entries(value).flatMap(([key, part]) => {
    if (part === undefined || Object.hasOwn(IN_WORDS, key) || isNothing(key, part)) return [];
    if (inner.has(key)) return isNamed(kind, key) ? names(part) : [];
    return FIXED.has(key) && kind !== 'operation' ? leaves(part) : scalars(part);
  });
}

/** What a component is called says nothing where what it holds is shown at the operations that use it. */
const isNamed = (kind: Kind, key: string): boolean =>
  MAPS.has(key) && (kind !== 'components' || key === 'schemas' || key === 'securitySchemes');

/** Objects of OpenAPI that hold no references: their texts are said, the names of their fields are not. */
const FIXED = new Set(['info', 'externalDocs', 'tags', 'variables', 'flows', 'xml', 'x-zds-model']);

const leaves = (value: Json | undefined): string[] => {
  if (isArray(value)) return value.flatMap(leaves);
  if (!isObject(value)) return scalars(value);
  return Object.entries(value).flatMap(([key, part]) =>
    key === 'scopes' ? scalars(part) : key === 'variables' ? [...names(part), ...leaves(part)] : leaves(part),
  );
};

/** All that a document says, each text once. */
export function saidIn(root: JsonObject): Said[] {
  const found = new Map<string, string>();
  const visit = (kind: Kind, value: Json, where: string): void => {
    if (!isObject(value)) return;
    if (isString(value.$ref) && kind !== 'schema' && kind !== 'pathItem') return;
    for (const text of ownTexts(kind, value)) if (!found.has(text)) found.set(text, `${kind} ${where}`);
    for (const part of partsOf(kind, value)) {
      const inner = part.path.reduce<Json | undefined>(
        (holder, token) => (holder as Record<string, Json> | undefined)?.[token],
        value,
      );
      if (inner !== undefined) visit(part.kind, inner, `${where}/${part.path.join('/')}`);
    }
  };
  visit('openapi', root, '');
  return [...found].map(([text, where]) => ({ where, text }));
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };

const flat = (text: string): string => text.replaceAll(/\s+/g, ' ').trim();

const plain = (markup: string): string =>
  markup
    .replaceAll(/<wbr>/g, '')
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/&(amp|lt|gt|quot|#39);/g, (_all, name: string) => ENTITIES[name] ?? '');

/** The text that a reader sees on the pages of a site, all of them after each other. */
export const textOf = (files: ReadonlyMap<string, string>): string =>
  flat(
    [...files]
      .filter(([file]) => file.endsWith('.html'))
      .map(([, page]) => plain(page.slice(page.indexOf('<main'))))
      .join(' '),
  );

/** Letters and digits are compared, in lower case: a title that is the name of its attribute is told by that name. */
const dense = (text: string): string => text.replaceAll(/\\n|[^\p{L}\p{N}]/gu, '').toLowerCase();

/** The spellings that a text can stand in: as it is, without its marks of CommonMark, or as in JSON. */
const spellingsOf = (text: string): string[] =>
  [text, plain(renderMarkdown(text).markup), JSON.stringify(text).slice(1, -1)].map(dense);

/** What of some texts stands nowhere in another; each paragraph can stand by itself. */
export function missingFrom(text: string, said: readonly Said[]): Said[] {
  const shown = dense(text);
  const isThere = (wanted: string): boolean => spellingsOf(wanted).some(one => shown.includes(one));
  return said.filter(
    ({ text: wanted }) =>
      !isThere(wanted) &&
      !wanted
        .trim()
        .split(/\n\s*\n/)
        .every(isThere),
  );
}
