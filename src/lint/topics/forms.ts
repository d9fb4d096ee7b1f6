import { grouped } from '../../core/group.ts';
import type { Node } from '../../core/node.ts';
import type { Args } from '../../core/text.ts';
import type { Api, Operation, PathEntry } from '../api.ts';
import { oncePer } from '../engine/once-per-document.ts';
import type { ApiCheck } from '../rule.ts';
import { facetsOf } from './facets.ts';
import {
  answerOf,
  bodyOf,
  collectionsOf,
  isItemPath,
  itemOf,
  itemPathBelow,
  operationAt,
} from './resources.ts';
import { listedIn, partsOf, propertiesIn, requiredOf } from './schemas.ts';

export type FormKind = 'read' | 'create' | 'replace' | 'patch';

/** One form in which a resource travels. */
interface Form {
  readonly kind: FormKind;
  readonly schema: Node;
  /** What travels in this form, each with all that the schema writes under that name, the nearest first. */
  readonly attributes: ReadonlyMap<string, readonly Node[]>;
  /** What its schema writes and this form leaves out: `readOnly` in requests, `writeOnly` in answers. */
  readonly hidden: ReadonlySet<string>;
  readonly required: ReadonlySet<string>;
}

interface Resource {
  /** Where one of them is: `/zaken/{uuid}`. */
  readonly path: PathEntry;
  /** In the order read, create, replace, patch. */
  readonly forms: readonly Form[];
}

/** The forms of each resource that has an item path, by what its operations send and answer. */
export const resourcesOf = oncePer((api: Api): readonly Resource[] => {
  const collections = new Map(collectionsOf(api).map(path => [itemPathBelow(api, path), path] as const));
  return api.paths
    .filter(path => isItemPath(path.template))
    .map(path => {
      const body = (operation: Operation | undefined) => operation && bodyOf(operation.requestContent);
      const read = operationAt(path, 'get');
      const forms = [
        ...formOf(api, 'read', itemOf(api, read && answerOf(read))),
        ...formOf(api, 'create', body(operationAt(collections.get(path), 'post'))),
        ...formOf(api, 'replace', body(operationAt(path, 'put'))),
        ...formOf(api, 'patch', body(operationAt(path, 'patch'))),
      ];
      return { path, forms };
    });
});

/** `readOnly` is left out of requests and `writeOnly` of answers; `_expand` is added on demand. */
function formOf(api: Api, kind: FormKind, schema: Node | undefined): Form[] {
  const hides = kind === 'read' ? 'writeOnly' : 'readOnly';
  const hidden = new Set<string>();
  const attributes = grouped(partsOf(api, schema).flatMap(propertiesIn));
  for (const [name, nodes] of [...attributes]) {
    const isHidden = facetsOf(api, ...nodes)[hides];
    if (isHidden) hidden.add(name);
    if (isHidden || name === '_expand') attributes.delete(name);
  }
  const required = requiredOf(api, schema);
  return schema && attributes.size > 0 ? [{ kind, schema, attributes, hidden, required }] : [];
}

const NAMES = {
  read: { nl: 'lezen', en: 'reading' },
  create: { nl: 'aanmaken', en: 'creating' },
  replace: { nl: 'vervangen', en: 'replacing' },
  patch: { nl: 'bijwerken (PATCH)', en: 'patching' },
} as const satisfies Record<FormKind, { readonly nl: string; readonly en: string }>;

/** The kinds by name in both languages, for a message with `{…}` and `{…En}`. */
export const namesOf = (key: string, kinds: readonly FormKind[]): Args => ({
  [key]: kinds.map(kind => NAMES[kind].nl).join(', '),
  [`${key}En`]: kinds.map(kind => NAMES[kind].en).join(', '),
});

/** A row of the matrix of forms: what each has of an attribute. `uitleg` is Dutch, `detail` English. */
export function rowOf(api: Api, { forms }: Resource, name: string): Args {
  const row = (lang: 'nl' | 'en'): string =>
    forms.map(form => `${NAMES[form.kind][lang]}: ${cellOf(api, form, name, lang)}`).join('; ');
  return { uitleg: `${row('nl')}.`, detail: `${row('en')}.` };
}

const WORDS = {
  absent: { nl: 'ontbreekt', en: 'absent' },
  readOnly: { nl: 'alleen-lezen', en: 'read-only' },
  writeOnly: { nl: 'alleen-schrijven', en: 'write-only' },
  required: { nl: 'verplicht', en: 'required' },
  anything: { nl: 'aanwezig', en: 'present' },
  upTo: { nl: 'tot', en: 'up to' },
  orNull: { nl: 'of null', en: 'or null' },
} as const satisfies Record<string, Record<'nl' | 'en', string>>;

function cellOf(api: Api, form: Form, name: string, lang: 'nl' | 'en'): string {
  if (form.hidden.has(name)) return WORDS[form.kind === 'read' ? 'writeOnly' : 'readOnly'][lang];
  const nodes = form.attributes.get(name);
  if (!nodes) return WORDS.absent[lang];
  const { maxLength, nullable, readOnly, writeOnly } = facetsOf(api, ...nodes);
  const type = typeText(api, nodes) || WORDS.anything[lang];
  return [
    nullable ? `${type} ${WORDS.orNull[lang]}` : type,
    ...(maxLength === undefined ? [] : [`${WORDS.upTo[lang]} ${maxLength}`]),
    ...(readOnly ? [WORDS.readOnly[lang]] : writeOnly ? [WORDS.writeOnly[lang]] : []),
    ...(form.required.has(name) ? [WORDS.required[lang]] : []),
  ].join(', ');
}

/** Types with their format and those of items, such as `array (string (uri))`; empty where nothing is said. */
export function typeText(api: Api, nodes: readonly Node[]): string {
  const { types, format } = facetsOf(api, ...nodes);
  const own = types.join('|') + (format === undefined ? '' : ` (${format})`);
  const items = types.includes('array') ? typeText(api, itemsIn(api, nodes)) : '';
  return items === '' ? own : `${own} (${items})`;
}

/** What all that is written under one name says of the items of a list. */
export const itemsIn = (api: Api, nodes: readonly Node[]): Node[] =>
  nodes.flatMap(node => listedIn(api, node) ?? []);

/** Whether two texts of {@link typeText} differ: a list that says nothing of its items differs from no other list. */
export const isOtherType = (one: string, other: string): boolean =>
  one !== other && !([one, other].includes('array') && [one, other].every(text => text.startsWith('array')));

/** One attribute that one or more forms have otherwise than the first form that has it. */
interface Difference {
  /** Where the other forms write it. */
  readonly entry: Node;
  /** `path`, `name`, `was`, `is`, `left` and `right` with the forms, `leftEn` and `rightEn`, and the row of the matrix. */
  readonly args: Args;
}

/** What a form says of an attribute, as a text to compare; `undefined` is not compared. */
type Describe = (api: Api, nodes: readonly Node[]) => string | undefined;

/** Reports what one form of a resource says of an attribute and another says otherwise. */
export const sameInForms =
  (describe: Describe, isOther: IsOther = (one, other) => one !== other): ApiCheck =>
  ({ api, report }) => {
    for (const resource of resourcesOf(api))
      for (const { entry, args } of differencesOf(api, resource, describe, isOther)) report(entry, args);
  };

type IsOther = (one: string, other: string) => boolean;

function differencesOf(api: Api, resource: Resource, describe: Describe, isOther: IsOther): Difference[] {
  const { path, forms } = resource;
  const names = new Set(forms.flatMap(({ attributes }) => [...attributes.keys()]));
  return [...names].flatMap(name => {
    const uses = forms.flatMap(({ kind, attributes }) => {
      const nodes = attributes.get(name);
      const is = nodes && describe(api, nodes);
      return nodes?.[0] && is !== undefined ? [{ kind, is, entry: nodes[0] }] : [];
    });
    const [first] = uses;
    const others = uses.filter(({ is }) => first && isOther(first.is, is));
    return [...new Set(others.map(({ is }) => is))].flatMap(is => {
      const [other, ...more] = others.filter(use => use.is === is);
      if (!first || !other) return [];
      const kinds = [other, ...more].map(({ kind }) => kind);
      const kindNames = { ...namesOf('left', [first.kind]), ...namesOf('right', kinds) };
      const shown = { ...kindNames, ...rowOf(api, resource, name) };
      return [{ entry: other.entry, args: { path: path.template, name, was: first.is, is, ...shown } }];
    });
  });
}
