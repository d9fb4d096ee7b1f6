import type { Text } from './text.ts';

/**
 * The names that somebody may have meant, the nearest first: few letters away, or with the same words in them. At most
 * three, and none where nothing comes near.
 */
export function nearestNames(typed: string, names: readonly string[]): string[] {
  const wanted = typed.toLowerCase();
  const most = Math.max(2, Math.floor(wanted.length / 4));
  return (
    [...new Set(names)]
      .map(name => ({ name, steps: stepsBetween(wanted, name.toLowerCase()) }))
      // Where every letter differs nothing was mistyped.
      .filter(
        ({ name, steps }) => (steps <= most && steps < wanted.length) || isPartOf(wanted, name.toLowerCase()),
      )
      .sort((left, right) => left.steps - right.steps || (left.name < right.name ? -1 : 1))
      .slice(0, 3)
      .map(({ name }) => name)
  );
}

/** The question that helps somebody who mistyped a name; else what there is to see instead. */
export function didYouMean(meant: readonly string[], otherwise: Text): Text {
  if (meant.length === 0) return otherwise;
  return { nl: `Bedoelde u ${meant.join(' of ')}?`, en: `Did you mean ${meant.join(' or ')}?` };
}

const isPartOf = (typed: string, name: string): boolean => typed.length > 3 && name.includes(typed);

/** Insertions, removals and replacements from one text to another (Levenshtein, 1966). */
function stepsBetween(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (const [index, letter] of [...from].entries()) {
    const next = [index + 1];
    for (const [column, other] of [...to].entries()) {
      const replaced = (row[column] ?? 0) + (letter === other ? 0 : 1);
      next.push(Math.min(replaced, (row[column + 1] ?? 0) + 1, (next[column] ?? 0) + 1));
    }
    row = next;
  }
  return row[to.length] ?? 0;
}
