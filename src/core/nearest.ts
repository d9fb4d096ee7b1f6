import type { Text } from './text.ts';

/**
 * The names that somebody may have meant, the nearest first: few letters away, or with the same words in them. At most
 * three, and none where nothing comes near.
 */
export function nearestNames(typed: string, names: readonly string[]): string[] {
  const wanted = typed.toLowerCase();
  const most = mostMistypes(wanted);
  return [...new Set(names)]
    .map(name => ({ name, steps: stepsBetween(wanted, name.toLowerCase()) }))
    .filter(({ name, steps }) => steps <= most || isPartOf(wanted, name.toLowerCase()))
    .sort((left, right) => left.steps - right.steps || (left.name < right.name ? -1 : 1))
    .slice(0, 3)
    .map(({ name }) => name);
}

/** The question that helps somebody who mistyped a name; else what there is to see instead. */
export function didYouMean(meant: readonly string[], otherwise: Text): Text {
  if (meant.length === 0) return otherwise;
  return { nl: `Bedoelde u ${meant.join(' of ')}?`, en: `Did you mean ${meant.join(' or ')}?` };
}

/** Fewer than half of the letters: of a word where more differ, another one was meant. */
const mostMistypes = ({ length }: string): number =>
  Math.min(Math.max(2, Math.floor(length / 4)), Math.ceil(length / 2) - 1);

const isPartOf = (typed: string, name: string): boolean => typed.length > 3 && name.includes(typed);

/** Insertions, removals, replacements and neighbours that changed places, from one text to another (Damerau, 1964). */
function stepsBetween(from: string, to: string): number {
  const letters = [...from];
  const others = [...to];
  let before: number[] = [];
  let row = Array.from({ length: others.length + 1 }, (_, index) => index);
  for (const [index, letter] of letters.entries()) {
    const next = [index + 1];
    for (const [column, other] of others.entries()) {
      const isSwapped = letter === others[column - 1] && other === letters[index - 1];
      next.push(
        Math.min(
          (row[column] ?? 0) + (letter === other ? 0 : 1),
          (row[column + 1] ?? 0) + 1,
          (next[column] ?? 0) + 1,
          isSwapped ? (before[column - 1] ?? 0) + 1 : Infinity,
        ),
      );
    }
    before = row;
    row = next;
  }
  return row[others.length] ?? 0;
}
