import type { SubjectKind } from '../../core/change.ts';
import type { Finding, Locus, SourceLocation } from '../../core/finding.ts';
import { isArray, isObject } from '../../core/json.ts';
import type { Node } from '../../core/node.ts';
import { tokens } from '../../core/pointer.ts';
import { firstOf } from '../../core/sequence.ts';
import type { Comparison } from '../../diff/comparison.ts';
import type { SideView } from '../../diff/sides.ts';
import { componentAt, componentsOf } from '../../openapi/components.ts';
import { infoText } from '../../openapi/info.ts';
import { type Found, type FoundWay, finderOf, nameIn, undescribedAt } from './attribute.ts';

/** What a place is about. Places with the same key belong to one change. */
export interface Subject {
  readonly key: string;
  readonly kind: SubjectKind;
  /** Object, code list or scheme; the label of an operation. */
  readonly name: string;
  /** The attribute of an object, or the part of an operation, such as `parameter page`. */
  readonly part?: string;
}

/** Finds the subjects of the findings of one comparison. */
export interface Subjects {
  readonly ofPlace: (finding: Finding, place: Locus) => Subject;
  /** For a finding that reaches no place. */
  readonly ofFinding: (finding: Finding) => Subject;
}

export function subjectsOf(comparison: Comparison): Subjects {
  const sides = [comparison.next, comparison.old];
  const known = new Set(sides.flatMap(side => [...schemaNames(side)]));
  const finders = sides.map(finderOf);
  const find = (place: Locus): FoundWay | undefined => firstOf(finders, look => look(place));
  const lists = new WeakMap<Finding, { readonly list: string | undefined }>();
  // A finding may have places by the ten thousand.
  const listOf = (finding: Finding): string | undefined => {
    const { list } = lists.get(finding) ?? { list: codeListOf(comparison, finding) };
    lists.set(finding, { list });
    return list;
  };
  return {
    ofPlace: (finding, place) => {
      const list = listOf(finding);
      if (list !== undefined) return { key: `codelist ${list}`, kind: 'codelist', name: list };
      const found = place.part === 'body' && place.property ? findNearest(find, place) : undefined;
      if (found) return attributeOf(found, known);
      const schema = place.message === undefined ? namedSchema(comparison, finding) : undefined;
      if (schema !== undefined) return attributeOf({ object: schema, path: [] }, known);
      return place.operation === undefined
        ? documentSubject(comparison, finding)
        : partOf(finding, place, find, known);
    },
    ofFinding: finding => {
      const list = listOf(finding);
      return list === undefined
        ? documentSubject(comparison, finding)
        : { key: `codelist ${list}`, kind: 'codelist', name: list };
    },
  };
}

/**
 * Where an attribute stands. A schema may demand, or speak of, a name that it does not describe: then by that name in
 * the nearest object that is described.
 */
function findNearest(find: Find, place: Locus): FoundWay | undefined {
  const { property = [] } = place;
  const found = find(place);
  const last = property.at(-1);
  if (found || last === undefined) return found;
  const holder = findNearest(find, { ...place, property: property.slice(0, -1) });
  return holder && undescribedAt(holder, last);
}

type Find = (place: Locus) => FoundWay | undefined;

/** What a body without a named schema is called, in Dutch. */
export const NAMELESS = 'bericht';

function attributeOf({ object, path }: Found, known: ReadonlySet<string>): Subject {
  const name = object === undefined ? NAMELESS : stemOf(object, known);
  if (path.length === 0) return { key: `object ${name}`, kind: 'object', name };
  const part = path.join('.');
  return { key: `attribute ${name} ${part}`, kind: 'attribute', name, part };
}

/** Parts of an operation that are decided on by themselves. */
const ASPECTS: readonly (readonly [pattern: RegExp, part: string])[] = [
  [/^operation-(added|removed|retired)$/, ''],
  [/security/, 'toegang'],
  [/status/, 'antwoorden'],
  [/media-type|encoding/, 'mediatype'],
  [/^(body|required)-/, 'inhoud'],
  [/deprecat|sunset|stability/, 'levensloop'],
  [/text|^tag-|business-rules/, 'teksten'],
];

function partOf(finding: Finding, place: Locus, find: Find, known: ReadonlySet<string>): Subject {
  const name = place.operation ?? '';
  // Inside a parameter, names say more; that it is an item of a list does not.
  const names = (place.property ?? []).filter((step, index) => index === 0 || !step.startsWith('['));
  if (place.part !== undefined && place.part !== 'body' && names.length > 0) {
    const kind = place.message === 'response' ? 'antwoordheader' : 'parameter';
    const part = `${kind} ${names.join('.')}`;
    return { key: `operation ${name} ${part}`, kind: 'operation', name, part };
  }
  const isShape = place.part === 'body' && !/^(body|required|.*media-type)-?/.test(finding.rule);
  const found = isShape ? find({ ...place, property: [] }) : undefined;
  if (found?.object !== undefined) return attributeOf(found, known);
  const part = ASPECTS.find(([pattern]) => pattern.test(finding.rule))?.[1] ?? finding.rule;
  return { key: `operation ${name} ${part}`, kind: 'operation', name, ...(part === '' ? {} : { part }) };
}

/** What no operation reaches: servers, schemes, components that nothing uses. */
function documentSubject(comparison: Comparison, finding: Finding): Subject {
  const { name } = finding.args;
  if (finding.rule.startsWith('scheme-') && typeof name === 'string')
    return { key: `scheme ${name}`, kind: 'scheme', name };
  // Of several, the place of the finding is that of the first.
  const component = Array.isArray(name) ? undefined : componentIn(comparison, finding);
  if (component !== undefined) return { key: `object ${component}`, kind: 'object', name: component };
  const title = titleOf(comparison.next) ?? titleOf(comparison.old) ?? comparison.next.document.label;
  const part = finding.rule.startsWith('server-') ? 'adressen' : finding.rule;
  return { key: `document ${part}`, kind: 'document', name: title };
}

const titleOf = ({ root }: SideView): string | undefined => infoText(root.value, 'title');

/** The named schema that a finding stands in in both documents, or in the only one that has it. */
function namedSchema({ next, old }: Comparison, finding: Finding): string | undefined {
  const names = [
    [next, finding.new],
    [old, finding.old],
  ] as const;
  const found = new Set(
    names.flatMap(([side, place]) =>
      place && side.document.files.has(place.file)
        ? [nameIn(place.file, place.pointer, place.file === side.document.root)]
        : [],
    ),
  );
  const [name] = found;
  return found.size === 1 ? name : undefined;
}

/** The component that a finding stands in, in either document. */
function componentIn({ next, old }: Comparison, finding: Finding): string | undefined {
  for (const [side, place] of [
    [next, finding.new],
    [old, finding.old],
  ] as const) {
    if (!place || !side.document.files.has(place.file)) continue;
    const name = nameIn(place.file, place.pointer, place.file === side.document.root);
    if (name !== undefined) return name;
  }
  return undefined;
}

/**
 * The named schema of plain values that a finding stands in: a code list, or a shared text with a pattern. Texts of several
 * names may stand in several lists.
 */
function codeListOf(comparison: Comparison, finding: Finding): string | undefined {
  const isOneText = finding.surface === 'text' && [finding.args.name].flat().length === 1;
  if (finding.surface !== 'wire' && !isOneText) return undefined;
  return plainSchemaAt(comparison.next, finding.new) ?? plainSchemaAt(comparison.old, finding.old);
}

function plainSchemaAt({ document }: SideView, place: SourceLocation | undefined): string | undefined {
  const file = place && document.files.get(place.file);
  if (!place || !file) return undefined;
  const isRoot = place.file === document.root;
  const name = nameIn(place.file, place.pointer, isRoot);
  if (name === undefined) return undefined;
  const root: Node = { file: file.key, pointer: '', value: file.value, dialect: file.dialect };
  const schema = isRoot ? new Map(componentsOf(root, 'schemas')).get(name) : root;
  const inside = componentAt(place.pointer)?.inside ?? tokens(place.pointer);
  return schema && isPlain(schema) && inside.length <= 2 ? name : undefined;
}

const isPlain = ({ value }: Node): boolean =>
  isObject(value) &&
  value.properties === undefined &&
  ['allOf', 'anyOf', 'oneOf', 'items'].every(name => value[name] === undefined) &&
  (isArray(value.enum) || ['string', 'number', 'integer'].includes(String(value.type)));

function* schemaNames({ root, document }: SideView): Generator<string> {
  for (const [name] of componentsOf(root, 'schemas')) yield name;
  for (const key of document.files.keys()) {
    const name = nameIn(key, '', key === document.root);
    if (name !== undefined) yield name;
  }
}

const PREFIXES = /^(Paginated|Patched|Nested|Expand(ed)?)/;
const SUFFIXES =
  /(List|Kern|Core|Request|Response|Create|Update|Expanded|Expand|Patch|Base|Read|Write|Input|Output|WithLock|CreateLock|Data)$/;

/**
 * The resource that a form of it is about: `ZaakRequest`, `PaginatedZaakList` and `PatchedZaak` are about `Zaak`, where
 * the documents have a schema of that name or a core of it.
 */
export function stemOf(name: string, known: ReadonlySet<string>): string {
  let best = name;
  for (let stem = name; ; ) {
    const shorter = SUFFIXES.test(stem) ? stem.replace(SUFFIXES, '') : stem.replace(PREFIXES, '');
    if (shorter === stem || shorter === '') return best;
    stem = shorter;
    if (known.has(stem)) best = stem;
  }
}
