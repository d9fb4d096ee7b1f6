import {
  equalJson,
  isArray,
  isObject,
  isString,
  type Json,
  type JsonObject,
  member,
} from '../../core/json.ts';
import type { Node } from '../../core/node.ts';
import { join, lastToken, parent, tokens } from '../../core/pointer.ts';
import type { Text } from '../../core/text.ts';
import type { UnassessedChange as Difference } from '../../diff/change.ts';
import type { Comparison } from '../../diff/comparison.ts';
import { componentsOf } from '../../openapi/components.ts';
import { carriedOver, type DocumentEdit, referenceToOld } from './alternative.ts';
import { besideOperations, inFile, spotOf } from './spot.ts';

type RecipeId =
  | 'keep-optional'
  | 'keep-required'
  | 'keep-member'
  | 'keep-operation'
  | 'keep-status'
  | 'keep-media-type'
  | 'keep-access'
  | 'widen-now'
  | 'add-beside'
  | 'keep-until-major';

/** A way to the same end without a break, by the rules that it is for. */
export interface Recipe {
  readonly id: RecipeId;
  /** What to do, in one sentence. */
  readonly text: Text;
  readonly rules: RegExp;
  /** Whether what is new is taken in at once; else it waits for the next major version. */
  readonly takesNew: boolean;
  /** Edits of the new document for one place; none where the recipe has nothing to say there. */
  readonly edits: (comparison: Comparison, difference: Difference) => readonly DocumentEdit[];
}

const edit = (
  recipe: RecipeId,
  { file }: Pick<Node, 'file'>,
  pointer: string,
  change: DocumentEdit['change'],
): DocumentEdit => ({ file, pointer, change, key: `${recipe} ${file}#${pointer}` });

const namesIn = (value: Json | undefined): string[] => (isArray(value) ? value.filter(isString) : []);

/** The schema that a keyword stands in; what is a schema already stays. */
function schemaAt({ pointer, value }: Node): string {
  const list = /^(.*)\/(required|enum)\/\d+$/.exec(pointer);
  if (list) return list[1] ?? pointer;
  return isObject(value) || typeof value === 'boolean' ? pointer : parent(pointer);
}

/** The nearest property around a place: the pointer to it, and its name. */
function propertyAround(pointer: string): { readonly pointer: string; readonly name: string } | undefined {
  const path = tokens(pointer);
  const at = path.lastIndexOf('properties');
  const name = path[at + 1];
  return at < 0 || name === undefined ? undefined : { pointer: join('', ...path.slice(0, at + 2)), name };
}

/** What an attribute is called that stands beside the one it will replace. */
export const besideName = (name: string): string => `${name}Nieuw`;

/** Restores at a place of the new document what the old one has at another. */
function restored(
  recipe: RecipeId,
  comparison: Comparison,
  was: Node,
  now: Node,
  pointer: string,
): DocumentEdit[] {
  const { locateFile } = comparison.old.document;
  const value = carriedOver(was.value, was.file, locateFile);
  return [edit(recipe, now, pointer, () => (isObject(value) ? { ...value, ...DEPRECATED } : value))];
}

const DEPRECATED = { deprecated: true } as const;

/** The recipes, the first that fits first. */
export const RECIPES: readonly Recipe[] = [
  {
    id: 'keep-optional',
    rules: /^(required-added|property-added|parameter-added|header-added|body-(added|required))/,
    takesNew: true,
    text: {
      nl: 'Houd het optioneel, met een standaardwaarde waar die er is, en kondig aan dat het in de volgende hoofdversie verplicht wordt.',
      en: 'Keep it optional, with a default where there is one, and announce that the next major version requires it.',
    },
    edits: (comparison, { name, next, locus }) => {
      if (locus.message !== 'request') return [];
      const now = inFile(comparison, 'next', next);
      const own = name.split('.').at(-1) ?? name;
      if (member(now.value, 'in') !== undefined)
        return [edit('keep-optional', now, join(now.pointer, 'required'), () => undefined)];
      const list = /^(.*\/required)\/\d+$/.exec(now.pointer)?.[1];
      const property = propertyAround(now.pointer);
      const pointer = list ?? (property && join(parent(parent(property.pointer)), 'required'));
      if (pointer === undefined)
        return [edit('keep-optional', now, join(now.pointer, 'required'), () => undefined)];
      const lost = list ? [own, ...namesAt(now.value)] : [own, lastToken(property?.pointer ?? '')];
      return [
        edit(`keep-optional`, now, pointer, value => {
          const left = namesIn(value).filter(one => !lost.includes(one));
          return left.length > 0 ? left : undefined;
        }),
      ].map(one => ({ ...one, key: `${one.key} ${own}` }));
    },
  },
  {
    id: 'keep-required',
    rules: /^required-removed$/,
    takesNew: false,
    text: {
      nl: 'Laat registers het blijven leveren tot de volgende hoofdversie, en kondig aan dat het daarna kan ontbreken.',
      en: 'Have providers go on sending it until the next major version, and announce that it may be absent after that.',
    },
    edits: (comparison, { name, next }) => {
      const now = inFile(comparison, 'next', next);
      const property = propertyAround(now.pointer);
      const own = name.split('.').at(-1) ?? name;
      const holder = property?.name === own ? parent(parent(property.pointer)) : schemaAt(now);
      const required = edit('keep-required', now, join(holder, 'required'), value => [
        ...new Set([...namesIn(value), own]),
      ]);
      return [{ ...required, key: `${required.key} ${own}` }];
    },
  },
  {
    id: 'keep-member',
    rules: /^(property|parameter|header)-removed$/,
    takesNew: false,
    text: {
      nl: 'Houd het naast het nieuwe, verouderd (deprecated), met een einddatum in x-sunset en een opvolger in x-successor.',
      en: 'Keep it beside what is new, deprecated, with an end date in x-sunset and a successor in x-successor.',
    },
    edits: (comparison, { old, next }) => {
      const [was, now] = [inFile(comparison, 'old', old), inFile(comparison, 'next', next)];
      const property = propertyAround(was.pointer);
      if (!property || property.pointer !== was.pointer) return [];
      const holder = lastToken(now.pointer) === 'properties' ? parent(now.pointer) : now.pointer;
      const file = comparison.old.document.files.get(was.file);
      const before = valueBehind(file?.value, parent(parent(was.pointer)));
      const wasRequired = namesIn(member(before, 'required')).includes(property.name);
      const kept = edit('keep-member', now, join(holder, 'properties', property.name), () =>
        referenceToOld(was.file, was.pointer),
      );
      const required = edit('keep-member', now, join(holder, 'required'), value => [
        ...new Set([...namesIn(value), property.name]),
      ]);
      return wasRequired ? [kept, { ...required, key: `${required.key} ${property.name}` }] : [kept];
    },
  },
  {
    id: 'keep-operation',
    rules: /^operation-removed$/,
    takesNew: true,
    text: {
      nl: 'Houd de operatie, verouderd (deprecated), met een einddatum in x-sunset; haal haar weg als die datum voorbij is.',
      en: 'Keep the operation, deprecated, with an end date in x-sunset; take it out once that date has passed.',
    },
    edits: (comparison, { old, locus }) => {
      const was = inFile(comparison, 'old', old);
      const path = / (\/.*)$/.exec(locus.operation ?? '')?.[1];
      if (path === undefined) return [];
      const method = lastToken(was.pointer);
      const there = { ...comparison.next.root, pointer: join('', 'paths', path, method) };
      const now = besideOperations(comparison, path, method) ?? there;
      return restored('keep-operation', comparison, was, now, now.pointer);
    },
  },
  {
    id: 'keep-status',
    rules: /^(success-)?status-(removed|narrowed)$/,
    takesNew: false,
    text: {
      nl: 'Blijf met de oude status antwoorden tot de volgende hoofdversie; beschrijf de nieuwe ernaast.',
      en: 'Go on answering with the old status until the next major version; describe the new one beside it.',
    },
    edits: (comparison, { old, next }) => {
      const [was, now] = [inFile(comparison, 'old', old), inFile(comparison, 'next', next)];
      const status = lastToken(was.pointer);
      const value = carriedOver(was.value, was.file, comparison.old.document.locateFile);
      return [edit('keep-status', now, join(now.pointer, 'responses', status), () => value)];
    },
  },
  {
    id: 'keep-media-type',
    rules: /media-type-(removed|narrowed)$/,
    takesNew: true,
    text: {
      nl: 'Bied het oude mediatype aan naast het nieuwe; een client kiest met Accept.',
      en: 'Offer the old media type beside the new one; a client chooses with Accept.',
    },
    edits: (comparison, { old, next }) => {
      const [was, now] = [inFile(comparison, 'old', old), inFile(comparison, 'next', next)];
      const value = carriedOver(was.value, was.file, comparison.old.document.locateFile);
      return [
        edit('keep-media-type', now, join(now.pointer, 'content', lastToken(was.pointer)), () => value),
      ];
    },
  },
  {
    id: 'keep-access',
    rules: /^security-(tightened|changed|added)/,
    takesNew: true,
    text: {
      nl: 'Laat het oude bewijs van toegang gelden naast het nieuwe tot de volgende hoofdversie.',
      en: 'Let the old proof of access count beside the new one until the next major version.',
    },
    edits: (comparison, { old, next }) => {
      const [was, now] = [inFile(comparison, 'old', old), inFile(comparison, 'next', next)];
      const pointer = lastToken(now.pointer) === 'security' ? now.pointer : join(now.pointer, 'security');
      const before = isArray(was.value) ? was.value.map(one => renamedRequirement(comparison, one)) : [{}];
      const schemes = schemesOf(comparison);
      return [
        edit('keep-access', now, pointer, value => [...before, ...(isArray(value) ? value : [])]),
        edit('keep-access', comparison.next.root, '/components/securitySchemes', value => ({
          ...schemes,
          ...(isObject(value) ? value : {}),
        })),
      ];
    },
  },
  {
    id: 'widen-now',
    rules: /./,
    takesNew: true,
    text: {
      nl: 'Aanvaard nu het oude én het nieuwe, en sta in de volgende hoofdversie alleen het nieuwe toe.',
      en: 'Accept both the old and the new for now, and allow only the new in the next major version.',
    },
    edits: (comparison, { old, next, locus }) => {
      if (locus.message !== 'request') return [];
      const [was, now] = [inFile(comparison, 'old', old), inFile(comparison, 'next', next)];
      return [
        edit('widen-now', now, schemaAt(now), value => ({
          anyOf: [referenceToOld(was.file, schemaAt(was)), ...(value === undefined ? [] : [value])],
        })),
      ];
    },
  },
  {
    id: 'add-beside',
    rules: /./,
    takesNew: true,
    text: {
      nl: 'Zet de nieuwe vorm in een attribuut ernaast, en verklaar het oude verouderd (deprecated) met x-sunset en x-successor.',
      en: 'Put the new form in an attribute beside it, and deprecate the old one with x-sunset and x-successor.',
    },
    edits: (comparison, { locus }) => {
      const [was, now] = [spotOf(comparison, 'old', locus), spotOf(comparison, 'next', locus)];
      if (!was || !now?.name || was.name !== now.name) return [];
      const { name } = now;
      const beside = edit('add-beside', now, parent(now.pointer), value => ({
        ...(isObject(value) ? value : {}),
        [besideName(name)]: member(value, name) ?? {},
        [name]: referenceToOld(was.file, was.pointer),
      }));
      return [{ ...beside, key: `${beside.key} ${name}` }];
    },
  },
  {
    id: 'keep-until-major',
    rules: /./,
    takesNew: false,
    text: {
      nl: 'Houd het zoals het is, en kondig de wijziging aan voor de volgende hoofdversie.',
      en: 'Keep it as it is, and announce the change for the next major version.',
    },
    edits: (comparison, { locus }) => {
      const [was, now] = [spotOf(comparison, 'old', locus), spotOf(comparison, 'next', locus)];
      if (!now) return [];
      return [
        edit('keep-until-major', now, now.pointer, () =>
          was ? referenceToOld(was.file, was.pointer) : undefined,
        ),
      ];
    },
  },
];

const namesAt = (value: Json | undefined): string[] => (isString(value) ? [value] : []);

function valueBehind(value: Json | undefined, pointer: string): Json | undefined {
  let found = value;
  for (const step of tokens(pointer)) found = isArray(found) ? found[Number(step)] : member(found, step);
  return found;
}

/** The schemes of the old document, by the names that {@link carriedName} gives them. */
const schemesOf = (comparison: Comparison): JsonObject => {
  const { old } = comparison;
  const value = carriedOver(schemesIn(old), old.root.file, old.document.locateFile);
  return renamedRequirement(comparison, value);
};

const schemesIn = ({ root }: Comparison['old']): JsonObject =>
  Object.fromEntries(componentsOf(root, 'securitySchemes').map(([name, { value }]) => [name, value]));

const renamedRequirement = (comparison: Comparison, value: Json): JsonObject =>
  isObject(value)
    ? Object.fromEntries(
        Object.entries(value).map(([name, inside]) => [carriedName(comparison, name), inside]),
      )
    : {};

/** The name of an old scheme beside the new ones: its own, unless another scheme has that now. */
function carriedName({ old, next }: Comparison, name: string): string {
  const [was, now] = [old, next].map(side => member(schemesIn(side), name));
  return now === undefined || equalJson(was, now) ? name : `${name}Oud`;
}
