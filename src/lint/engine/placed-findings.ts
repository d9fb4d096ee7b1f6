import { digest } from '../../core/digest.ts';
import type { Finding, Locus } from '../../core/finding.ts';
import { canonicalText, type Json } from '../../core/json.ts';
import { type Pointer, parent, valueAt } from '../../core/pointer.ts';
import { type Document, locate } from '../../source/index.ts';
import type { Api, Operation } from '../api.ts';
import type { Level } from '../rule.ts';
import { type NamedPlace, places } from './places.ts';
import type { RawFinding } from './raw-finding.ts';

/** A finding with what is known about its place. */
export interface PlacedFinding {
  readonly finding: Finding;
  readonly place: NamedPlace;
}

/** Gives raw findings level, position, reach and fingerprint; one for each cause, in the order of the files. */
export function placeFindings(
  document: Document,
  api: Api,
  raw: readonly RawFinding[],
  levels: ReadonlyMap<string, Level>,
): PlacedFinding[] {
  const placeAt = places(document, api);
  const unique = new Map<string, RawFinding>();
  for (const told of raw) {
    const finding = { ...told, pointer: presentPart(document, told) };
    const { rule, file, pointer, args } = finding;
    const key = `${rule} ${file}#${pointer} ${canonicalText(args as Json)}`;
    const known = unique.get(key);
    // Found twice with another severity, as a shared answer for 400 and 500 may be: the graver one stays.
    if (!known || (known.level && !(finding.level && RANK[finding.level] <= RANK[known.level])))
      unique.set(key, finding);
  }
  const lists = new Map<readonly Operation[], Locus[]>();
  const affectedBy = (reach: readonly Operation[]): Locus[] => {
    const list = lists.get(reach) ?? reach.map(({ label }) => ({ operation: label }));
    lists.set(reach, list);
    return list;
  };
  const order = new Map([...document.files.keys()].map((key, index) => [key, index]));
  const found = [...unique.values()].flatMap(({ rule, file, pointer, args, level }) => {
    const given = levels.get(rule);
    if (!given) return [];
    const severity = level && RANK[level] < RANK[given] ? level : given;
    const place = placeAt(file, pointer);
    const affects = affectedBy(place.reach);
    const at = locate(document, file, pointer);
    return [{ place, finding: { rule, severity, args, affects, new: at, fingerprint: '' } }];
  });
  found.sort(
    ({ finding: left }, { finding: right }) =>
      (order.get(left.new.file) ?? 0) - (order.get(right.new.file) ?? 0) ||
      left.new.line - right.new.line ||
      left.new.column - right.new.column ||
      (left.rule < right.rule ? -1 : left.rule > right.rule ? 1 : 0),
  );
  const counts = new Map<string, number>();
  return found.map(({ place, finding }) => {
    const cause = causeOf(finding, place);
    const count = (counts.get(cause) ?? 0) + 1;
    counts.set(cause, count);
    return { place, finding: { ...finding, fingerprint: digest(count === 1 ? cause : `${cause} ${count}`) } };
  });
}

/** The object that lacks a member, where a rule points at the member that is not there. */
function presentPart(document: Document, { file, pointer }: Pick<RawFinding, 'file' | 'pointer'>): Pointer {
  const whole = document.files.get(file)?.value;
  if (whole === undefined || pointer === '' || valueAt(whole, pointer) !== undefined) return pointer;
  return presentPart(document, { file, pointer: parent(pointer) });
}

const RANK = { info: 0, warning: 1, error: 2 } as const satisfies Record<Level, number>;

/** Rule, name and arguments: no file, pointer or reach, and no text that another release may word otherwise. */
function causeOf({ rule, args }: Finding, { name, attributes }: NamedPlace): string {
  const { detail: _, uitleg: __, verwijzingen: ___, references: ____, ...stable } = args;
  return canonicalText([rule, name, [...attributes], stable as Json]);
}

export const causeHash = (cause: Json): string => digest(canonicalText(cause));
