import type { Finding, Locus, SourceLocation } from '../../core/finding.ts';
import { isArray, isObject } from '../../core/json.ts';
import { type Node, originOf } from '../../core/node.ts';
import { placeKey } from '../../core/place-key.ts';
import { tokens } from '../../core/pointer.ts';
import type { AssessedChange } from '../../diff/change.ts';
import type { Comparison } from '../../diff/comparison.ts';
import type { SideView } from '../../diff/sides.ts';
import { componentAt, componentNamed } from '../../openapi/components.ts';
import { nameIn } from './attribute.ts';

/** What differs, by finding. */
export type ChangesOf = (finding: Finding) => readonly AssessedChange[];

type Place = Pick<SourceLocation, 'file' | 'pointer'>;

/** Where something that differs is written in both documents. */
export interface WrittenAt {
  readonly old: Place | undefined;
  readonly next: Place | undefined;
}

/** Finds what is written differently where a finding says that something differs: it has one place for several of these. */
export function writtenAt(
  { old, next }: Comparison,
  changesOf: ChangesOf,
): (finding: Finding, place: Locus) => readonly WrittenAt[] {
  const pointed = (side: SideView, node: Node): Place => side.messages.pointAt(originOf(node));
  const spots = new WeakMap<AssessedChange, WrittenAt>();
  const spotOf = (change: AssessedChange): WrittenAt => {
    const spot = spots.get(change) ?? { old: pointed(old, change.old), next: pointed(next, change.next) };
    spots.set(change, spot);
    return spot;
  };
  const found = new WeakMap<Finding, ReadonlyMap<string, readonly WrittenAt[]>>();
  const spotsIn = (finding: Finding): ReadonlyMap<string, readonly WrittenAt[]> => {
    const known = found.get(finding) ?? grouped(changesOf(finding), spotOf);
    found.set(finding, known);
    return known;
  };
  return (finding, place) =>
    spotsIn(finding).get(placeKey(place)) ?? [{ old: finding.old, next: finding.new }];
}

function grouped(
  changes: readonly AssessedChange[],
  spotOf: (change: AssessedChange) => WrittenAt,
): ReadonlyMap<string, readonly WrittenAt[]> {
  const groups = new Map<string, WrittenAt[]>();
  for (const change of changes) {
    const key = placeKey(change.locus);
    const known = groups.get(key);
    if (known) known.push(spotOf(change));
    else groups.set(key, [spotOf(change)]);
  }
  return groups;
}

/** The named schema of plain values that all of these stand in: a code list, or a shared text with a pattern. */
export function codeListAt({ old, next }: Comparison, spots: readonly WrittenAt[]): string | undefined {
  let name: string | undefined;
  // There may be spots by the thousand, and the first that stands in no such schema tells.
  for (const spot of spots) {
    const own = plainSchemaAt(next, spot.next) ?? plainSchemaAt(old, spot.old);
    if (own === undefined || (name !== undefined && own !== name)) return undefined;
    name = own;
  }
  return name;
}

function plainSchemaAt({ document }: SideView, place: Place | undefined): string | undefined {
  const file = place && document.files.get(place.file);
  if (!place || !file) return undefined;
  const isRoot = place.file === document.root;
  const name = nameIn(place.file, place.pointer, isRoot);
  if (name === undefined) return undefined;
  const root: Node = { file: file.key, pointer: '', value: file.value, dialect: file.dialect };
  const schema = isRoot ? componentNamed(root, 'schemas', name) : root;
  const inside = componentAt(place.pointer)?.inside ?? tokens(place.pointer);
  return schema && isPlain(schema) && inside.length <= 2 ? name : undefined;
}

const isPlain = ({ value }: Node): boolean =>
  isObject(value) &&
  value.properties === undefined &&
  ['allOf', 'anyOf', 'oneOf', 'items'].every(name => value[name] === undefined) &&
  (isArray(value.enum) || ['string', 'number', 'integer'].includes(String(value.type)));
