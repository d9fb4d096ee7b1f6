import { groupedBy } from '../core/group.ts';
import { equalJson, isObject, type Json, type JsonObject } from '../core/json.ts';
import type { Lang } from '../core/text.ts';
import { apiOf, type DescribedApi } from '../openapi/api.ts';
import { schemasOf } from '../openapi/components.ts';
import type { TagGroup } from '../openapi/tag-groups.ts';
import { rootNode } from '../source/document.ts';
import { resolver } from '../source/follow.ts';
import { type Collection, collectionsOf } from './collections.ts';
import { type Html, html } from './html.ts';
import { LABELS, languageOf } from './labels.ts';
import { renderMarkdown } from './markdown.ts';
import { type ShownOperation, shownOperations } from './operation/operations.ts';
import type { DocsOptions, FirstStep, Guide, SiteBacklog, SiteVersion } from './options.ts';
import { documentFor, listOf, objectAt, textOf } from './reference.ts';
import { createShapes, type Shape, type ShapeOf } from './schema/shape.ts';
import { claim, slugOf, slugsFor } from './slug.ts';
import { type Unused, unusedComponents } from './unused.ts';
import { type History, historyOf } from './versions/history.ts';

/** What has a page of its own among the resources: a tag, or a further object of one. */
export interface Resource {
  readonly tag: string;
  readonly title: string;
  readonly description: string;
  /** Of the tag. */
  readonly externalDocs: Json | undefined;
  /** Of the tag: what it says in words of its own. */
  readonly extensions: JsonObject;
  /** Path of the page below the output folder. */
  readonly file: string;
  readonly collections: readonly Collection[];
  readonly operations: readonly ShownOperation[];
  /** True where its operations have a page each: together they would be too much for one. */
  readonly isLarge: boolean;
  /** Other objects of the tag, which once stood on this page. */
  readonly moved: readonly Resource[];
}

export interface Group {
  readonly name: string;
  readonly title: string;
  /** Page of its own, when the document tells more than a name. */
  readonly file: string | undefined;
  readonly description: string;
  readonly resources: readonly Resource[];
}

/** Where something is shown: a page below the output folder, and the anchor on it. */
export interface Place {
  readonly file: string;
  readonly anchor: string;
}

/** The plan of the site: what gets a page, and where everything is found. */
export interface Site {
  readonly root: JsonObject;
  readonly api: DescribedApi;
  readonly lang: Lang;
  /** The language of the document, which can differ from that of the labels. */
  readonly contentLang: Lang;
  readonly title: string;
  readonly version: string;
  readonly shapeOf: ShapeOf;
  /** A description as markup; many things have the same one. */
  readonly renderText: (text: string) => Html;
  readonly groups: readonly Group[];
  readonly resources: readonly Resource[];
  /** Component schemas with a page of their own. */
  readonly types: ReadonlyMap<string, string>;
  /** Where a component schema is shown: on its own page, or as the attributes of a resource. */
  readonly placeOfSchema: ReadonlyMap<string, Place>;
  readonly placeOfOperation: ReadonlyMap<ShownOperation, Place>;
  /** Components that no operation leads to, and that have no page of their own. */
  readonly unused: readonly Unused[];
  readonly backlog: SiteBacklog;
  readonly guides: readonly Guide[];
  readonly firstSteps: readonly FirstStep[];
  readonly versions: readonly SiteVersion[];
  readonly history: History | undefined;
}

export const attributesAnchor = (collection: Collection, index: number): string =>
  collection.name ?? (index === 0 ? 'attributes' : `attributes-${slugOf(collection.path)}`);

export function planSite(root: JsonObject, options: DocsOptions): Site {
  const shapeOf = createShapes(root);
  const contentLang = languageOf(JSON.stringify([root.info, root.paths, root.tags]).slice(0, 200_000));
  const lang = options.lang ?? contentLang;
  const document = documentFor(root);
  const api = apiOf(rootNode(document), resolver(document));
  const operations = [...api.paths, ...api.webhooks].flatMap(path => shownOperations(path.operations));
  const info = objectAt(root, root.info);
  const title = textOf(info.title) || LABELS.standard[lang];
  const groups = groupsOf(api, root, operations, shapeOf, title, lang);
  const resources = groups.flatMap(group => group.resources);
  const placeOfSchema = placesOfForms(resources, shapeOf);
  const schemas = Object.keys(schemasOf(root));
  const own = schemas.filter(name => !placeOfSchema.has(name)).sort(byName);
  const types = new Map(slugsFor(own).map(([name, slug]) => [name, `types/${slug}.html`] as const));
  for (const [name, file] of types) placeOfSchema.set(name, { file, anchor: '' });
  return {
    root,
    api,
    lang,
    contentLang,
    title,
    version: textOf(info.version),
    shapeOf,
    renderText: createTexts(),
    groups,
    resources,
    types,
    placeOfSchema,
    placeOfOperation: placesOf(resources),
    unused: unusedComponents(root, api.root),
    backlog: options.backlog ?? {},
    guides: options.guides ?? [],
    firstSteps: options.firstSteps ?? [],
    versions: options.versions ?? [],
    history: options.history && historyOf(options.history, textOf(info.version)),
  };
}

function createTexts(): Site['renderText'] {
  const known = new Map<string, Html>();
  return text => {
    const markup = known.get(text) ?? html`<div class="text">${renderMarkdown(text)}</div>`;
    known.set(text, markup);
    return markup;
  };
}

/** The schemas that are shown as the attributes of a resource; the first resource is their home. */
function placesOfForms(resources: readonly Resource[], shapeOf: ShapeOf): Map<string, Place> {
  const placeOfSchema = new Map<string, Place>();
  for (const { file, collections } of resources) {
    for (const [index, collection] of collections.entries()) {
      const forms = Object.values(collection.forms).map(shapeOf);
      for (const name of collection.schemas) {
        if (!placeOfSchema.has(name) && isToldBy(forms, shapeOf({ $ref: `#/components/schemas/${name}` }))) {
          placeOfSchema.set(name, { file, anchor: attributesAnchor(collection, index) });
        }
      }
    }
  }
  return placeOfSchema;
}

/** True where a schema has no attribute that the forms of a resource lack, or have otherwise. */
const isToldBy = (forms: readonly Shape[], { properties, name }: Shape): boolean =>
  forms.length > 0 &&
  (forms.some(form => form.name === name) ||
    [...properties].every(([attribute, schema]) =>
      forms.some(form => equalJson(form.properties.get(attribute), schema)),
    ));

/** The versions that the pages can be compared with, each with a name for files and addresses. */
export const comparedVersions = ({ versions }: Pick<Site, 'versions'>) =>
  versions.flatMap(version =>
    version.bundled === undefined ? [] : { version, bundled: version.bundled, slug: slugOf(version.name) },
  );

/** Code units, not the language of the machine: the same order everywhere. */
export const byName = (left: string, right: string): number => {
  const [a, b] = [left.toLowerCase(), right.toLowerCase()];
  if (a !== b) return a < b ? -1 : 1;
  return left < right ? -1 : left > right ? 1 : 0;
};

function placesOf(resources: readonly Resource[]): Map<ShownOperation, Place> {
  const places = new Map<ShownOperation, Place>();
  const files = new Set<string>();
  for (const { file, operations, isLarge } of resources) {
    const anchors = slugsFor(operations.map(({ id }) => id));
    for (const [index, operation] of operations.entries()) {
      const anchor = anchors[index]?.[1] ?? operation.id;
      places.set(operation, { file: isLarge ? `operations/${claim(files, anchor)}.html` : file, anchor });
    }
  }
  return places;
}

/** `x-tagGroups` where the document has them, else one group with everything. A tag that no group names is not lost. */
function groupsOf(
  api: DescribedApi,
  root: JsonObject,
  operations: readonly ShownOperation[],
  shapeOf: ShapeOf,
  title: string,
  lang: Lang,
): Group[] {
  const untagged = LABELS.untagged[lang];
  const declared = listOf(root.tags).filter(isObject);
  const byTag = groupedBy(operations, ({ tag }) => tag ?? untagged);
  const inOrder = new Set([...declared.map(({ name }) => textOf(name)), ...byTag.keys()]);
  const tags = [...inOrder].flatMap((tag): [string, ShownOperation[]][] => {
    const members = byTag.get(tag);
    return members ? [[tag, members]] : [];
  });
  const slugs = new Map(slugsFor(tags.map(([tag]) => tag)));
  const resources = new Map(
    tags.map(([tag, members]): [string, Resource[]] => {
      const own = declared.find(({ name }) => name === tag);
      const about = {
        tag,
        title: textOf(own?.['x-displayName']) || textOf(own?.summary) || tag,
        description: textOf(own?.description),
        externalDocs: own?.externalDocs,
        extensions: own ?? {},
      };
      return [tag, resourcesOf(about, slugs.get(tag) ?? tag, collectionsOf(members, shapeOf), shapeOf)];
    }),
  );
  const placed = new Set<string>();
  const take = (names: readonly string[]): Resource[] =>
    names.flatMap(name => {
      const pages = placed.has(name) ? undefined : resources.get(name);
      placed.add(name);
      return pages ?? [];
    });
  const groups = api.groups.map(group => describeGroup(root, group, take(group.tags)));
  const name = groups.length === 0 ? title : untagged;
  const rest: Group = {
    name,
    title: name,
    file: undefined,
    description: '',
    resources: take([...resources.keys()]),
  };
  return [...groups, rest].filter(group => group.resources.length > 0);
}

/**
 * The pages of a tag: its first object, with the calls that are about no object, on the page of the tag; each other
 * object on a page of its own, which is named after it.
 */
function resourcesOf(
  about: Pick<Resource, 'tag' | 'title' | 'description' | 'externalDocs' | 'extensions'>,
  slug: string,
  collections: readonly Collection[],
  shapeOf: ShapeOf,
): Resource[] {
  const [, ...others] = collections.filter(({ forms }) => Object.keys(forms).length > 0);
  const first = collections.filter(collection => !others.includes(collection));
  const files = slugsFor([slug, ...others.map(({ name, path }) => `${slug}-${name ?? path}`)]);
  const pageOf = (own: readonly Collection[], index: number): PageOfResource => ({
    isLarge: weightOf(own, shapeOf) > MOST,
    file: `resources/${files[index]?.[1] ?? slug}.html`,
    collections: own,
    operations: own.flatMap(({ operations }) => operations),
  });
  const parts = others.map((collection, index) => ({
    ...about,
    ...pageOf([collection], index + 1),
    title: collection.name ?? collection.path,
    description: '',
    externalDocs: undefined,
    extensions: {},
    moved: [],
  }));
  return [{ ...about, ...pageOf(first, 0), moved: parts }, ...parts];
}

type PageOfResource = Pick<Resource, 'file' | 'collections' | 'operations' | 'isLarge'>;

/** Elements that a page can hold before it opens slowly, less what stands around its operations. */
const MOST = 3300;

/** How many elements the page of some collections has, about: counted on the pages of the standard. */
function weightOf(collections: readonly Collection[], shapeOf: ShapeOf): number {
  const sizeOf = (schema: Json | undefined): number =>
    schema === undefined ? 0 : shapeOf(schema).properties.size;
  const operations = collections.flatMap(one => one.operations);
  const attributes = collections.flatMap(({ forms }) => Object.values(forms).map(sizeOf));
  const calls = operations.map(
    ({ parameters, contents, responses }) =>
      120 + 9 * parameters.length + 6 * sizeOf(contents[0]?.schema) + 8 * responses.length,
  );
  return [...attributes.map(size => size * 8), ...calls].reduce((sum, size) => sum + size, 0);
}

/** What `x-zds-apis` tells of the API that the group is, or the group itself. */
function describeGroup(root: JsonObject, { name, value }: TagGroup, resources: readonly Resource[]): Group {
  const api = objectAt(root, objectAt(root, root['x-zds-apis'])[name]);
  const description = textOf(api.description) || textOf(value.description);
  const file = description === '' ? undefined : `apis/${slugOf(name).toLowerCase()}.html`;
  return { name, title: textOf(api.title) || name, file, description, resources };
}
