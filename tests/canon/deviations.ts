import { readFileSync } from 'node:fs';
import { load } from 'js-yaml';
import type { Mismatch } from './comparison.ts';

/** A row of `spec/backlog/deviations.yaml`. */
export interface Deviation {
  readonly id: string;
  /** Patterns over the keys of mismatches; `*` stands for any run of characters. */
  readonly fact?: string | readonly string[];
  /** How many comparisons the row explains, exactly. */
  readonly places?: number;
  /** Patterns over the places that `zds diff` finds between the published document and ours. */
  readonly finding?: string | readonly string[];
  /** What the document has in all these places, where that is one value: `yes` for what is there, empty for what is not. */
  readonly value?: string;
  readonly was: string;
  readonly is: string;
  readonly why: string;
  readonly vendor: string;
}

export interface Explained {
  /** Mismatches that no row explains. */
  readonly unexplained: readonly Mismatch[];
  /** Rows that explain another number of mismatches than they say. */
  readonly wrong: readonly string[];
}

/** Whether a key fits a pattern as a whole; `*` stands for any run of characters. */
export const matches = (pattern: string, key: string): boolean => {
  const parts = pattern.split('*');
  const [first = ''] = parts;
  if (!key.startsWith(first)) return false;
  let at = first.length;
  for (const part of parts.slice(1, -1)) {
    const found = key.indexOf(part, at);
    if (found < 0) return false;
    at = found + part.length;
  }
  const last = parts.at(-1) ?? '';
  return parts.length === 1 ? key === first : key.length - last.length >= at && key.endsWith(last);
};

/** Each mismatch belongs to the first row that matches it, so a special row stands above a general one. */
export const explain = (mismatches: readonly Mismatch[], deviations: readonly Deviation[]): Explained => {
  const counts = new Map(deviations.map(row => [row.id, 0]));
  const unexplained = mismatches.filter(mismatch => {
    const row = deviations.find(
      ({ fact, value }) =>
        (value ?? mismatch.is) === mismatch.is &&
        [fact ?? []].flat().some(pattern => matches(pattern, mismatch.key)),
    );
    if (row) counts.set(row.id, (counts.get(row.id) ?? 0) + 1);
    return row === undefined;
  });
  const wrong = deviations
    .filter(row => counts.get(row.id) !== (row.places ?? 0))
    .map(row => `${row.id}: explains ${counts.get(row.id)} places, says ${row.places ?? 0}`);
  return { unexplained, wrong };
};

export const readDeviations = (): readonly Deviation[] => {
  const file = new URL('../../spec/backlog/deviations.yaml', import.meta.url);
  return (load(readFileSync(file, 'utf8')) as { readonly deviations: readonly Deviation[] }).deviations;
};
