import type { SubjectKind } from '../../core/change.ts';
import type { Finding, Locus } from '../../core/finding.ts';
import { firstOf } from '../../core/sequence.ts';
import type { Comparison } from '../../diff/comparison.ts';
import type { SideView } from '../../diff/sides.ts';
import { componentsOf } from '../../openapi/components.ts';
import { infoText } from '../../openapi/info.ts';
import { type Found, type FoundWay, finderOf, nameIn, undescribedAt } from './attribute.ts';
import { type ChangesOf, codeListAt, type WrittenAt, writtenAt } from './spots.ts';

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

/** @param changesOf what differs, by finding: several things with one sentence are one finding with one place in the files */
export function subjectsOf(comparison: Comparison, changesOf: ChangesOf): Subjects {
  const sides = [comparison.next, comparison.old];
  const known = new Set(sides.flatMap(side => [...schemaNames(side)]));
  const finders = sides.map(finderOf);
  const find = (place: Locus): FoundWay | undefined => firstOf(finders, look => look(place));
  const placesAt = writtenAt(comparison, changesOf);
  const listIn = listFinder(comparison);
  return {
    ofPlace: (finding, place) => {
      const spots = placesAt(finding, place);
      const list = listIn(finding, spots);
      if (list !== undefined) return codeListOf(list);
      const found = place.part === 'body' && place.property ? findNearest(find, place) : undefined;
      if (found) return attributeOf(asObject(found, spots), known);
      const schema = place.message === undefined ? namedSchema(comparison, finding) : undefined;
      if (schema !== undefined) return attributeOf({ object: schema, path: [] }, known);
      return place.operation === undefined
        ? documentSubject(comparison, finding)
        : partOf(finding, place, find, known);
    },
    ofFinding: finding => {
      const list = listIn(finding, [{ old: finding.old, next: finding.new }]);
      return list === undefined ? documentSubject(comparison, finding) : codeListOf(list);
    },
  };
}

const codeListOf = (name: string): Subject => ({ key: `codelist ${name}`, kind: 'codelist', name });

/** Finds the code list that a finding is about at a place; a finding may have places by the ten thousand. */
function listFinder(
  comparison: Comparison,
): (finding: Finding, spots: readonly WrittenAt[]) => string | undefined {
  const lists = new WeakMap<readonly WrittenAt[], { readonly list: string | undefined }>();
  return ({ surface }, spots) => {
    if (surface !== 'wire' && surface !== 'text') return undefined;
    const { list } = lists.get(spots) ?? { list: codeListAt(comparison, spots) };
    lists.set(spots, { list });
    return list;
  };
}

/** What is said of an attribute in the named object that it refers to is about that object, wherever it is referred to. */
function asObject(found: FoundWay, spots: readonly WrittenAt[]): Found {
  const { at, path } = found;
  const own = at.find(({ name }) => name !== undefined)?.name;
  const isInOwn = ({ old, next }: WrittenAt): boolean =>
    at.some(
      ({ node, name }) =>
        name !== undefined &&
        [old, next].some(
          place =>
            place?.file === node.file &&
            (place.pointer === node.pointer || place.pointer.startsWith(`${node.pointer}/`)),
        ),
    );
  return path.length > 0 && own !== undefined && spots.every(isInOwn) ? { object: own, path: [] } : found;
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
  [/^operation-(added|removed|retired|withdrawn)$/, ''],
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
