import { slugOf } from '../slug.ts';
import type { Facts } from './facts.ts';

/** How a thing differs from an older version; of a change in both what travels and what people read, the first counts. */
type Difference = 'new' | 'changed' | 'text';

/** What was there, and after which thing of the same page that is there still. */
interface Removed {
  readonly kind: Facts['kind'];
  readonly name: string;
  readonly anchor: string;
  readonly after: string;
}

/** What a page shows of the way from an older version to this one. */
export interface PageChanges {
  /** By anchor; that of the page itself is empty. */
  readonly marks: ReadonlyMap<string, Difference>;
  readonly removed: readonly Removed[];
}

interface Draft {
  readonly marks: Map<string, Difference>;
  readonly removed: Removed[];
}

/** What the pages show of the way from an older version to this one, by page. A page without a change is not there. */
export function compareFacts(
  old: readonly Facts[],
  next: readonly Facts[],
): ReadonlyMap<string, PageChanges> {
  const known = lookup(old);
  const before = anchorsOf(old);
  const pages = new Map<string, Draft>();
  const pageOf = (file: string): Draft => {
    const page: Draft = pages.get(file) ?? { marks: new Map(), removed: [] };
    pages.set(file, page);
    return page;
  };
  for (const facts of next) {
    const difference = differenceOf(known(facts), facts);
    if (difference && !(difference === 'new' && isPartOfOther(facts, before)))
      pageOf(facts.place.file).marks.set(facts.place.anchor, difference);
  }
  for (const { file, removed } of removedFrom(old, next)) pageOf(file).removed.push(removed);
  return pages;
}

const anchorsOf = (all: readonly Facts[]): ReadonlySet<string> =>
  new Set(all.map(({ name, place }) => place.anchor || slugOf(name)));

/** Whether a thing came or went with what it is part of, which is told already. */
const isPartOfOther = ({ within }: Facts, anchors: ReadonlySet<string>): boolean =>
  within !== undefined && !anchors.has(within);

/** The same thing in another version: on the same page, or where its address has gone to another one. */
export function lookup(all: readonly Facts[]): (facts: Facts) => Facts | undefined {
  const byPlace = new Map(all.map(facts => [`${facts.place.file}#${facts.place.anchor}`, facts]));
  const byAnchor = new Map(all.map(facts => [`${facts.kind} ${facts.place.anchor || facts.name}`, facts]));
  return ({ kind, name, place }) =>
    byPlace.get(`${place.file}#${place.anchor}`) ?? byAnchor.get(`${kind} ${place.anchor || name}`);
}

export function differenceOf(before: Facts | undefined, now: Facts): Difference | undefined {
  if (before === undefined) return 'new';
  if (before.contract !== now.contract) return 'changed';
  return before.text === now.text ? undefined : 'text';
}

function removedFrom(
  old: readonly Facts[],
  next: readonly Facts[],
): { readonly file: string; readonly removed: Removed }[] {
  const now = lookup(next);
  const files = new Set(next.map(({ place }) => place.file));
  const last = new Map<string, string>();
  const anchors = anchorsOf(next);
  return old.flatMap(facts => {
    const { kind, name, place } = facts;
    if (now(facts)) {
      last.set(place.file, place.anchor);
      return [];
    }
    if (isPartOfOther(facts, anchors)) return [];
    // Of a page that is gone itself the list of versions tells.
    const file = files.has(place.file) ? place.file : 'versions.html';
    const after = last.get(place.file) ?? '';
    return [{ file, removed: { kind, name, anchor: place.anchor || name, after } }];
  });
}
