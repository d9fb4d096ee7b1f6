import { diffArrays } from 'diff';
import type { Illustration } from '../core/change.ts';
import { isObject, type Json, member } from '../core/json.ts';
import { visible } from '../core/visible.ts';
import { shorten } from './evidence.ts';

/** Lines of a message that stand around what changes in it. */
const AROUND = 2;

/**
 * A message before a change and after it, in the lines of a unified diff: `-` is what was sent or came back, `+` what is
 * after it. Only what changes and the lines around it; none where no message is known on both sides.
 */
export function beforeAfter({ migration }: Illustration): string[] {
  if (!migration) return [];
  const lines = diffArrays(linesOf(migration.before), linesOf(migration.after), {
    comparator: isSame,
  }).flatMap(({ value, removed, added }) =>
    value.map(text => ({ sign: removed ? '-' : added ? '+' : ' ', text })),
  );
  const isShown = lines.map((_, index) =>
    lines.slice(Math.max(0, index - AROUND), index + AROUND + 1).some(({ sign }) => sign !== ' '),
  );
  return lines.flatMap(({ sign, text }, index) => {
    if (isShown[index]) return [`${sign} ${text}`];
    return index === 0 || isShown[index - 1] ? ['  …'] : [];
  });
}

/** A comma stands between members, and is none of what they say. */
const isSame = (one: string, other: string): boolean => withoutComma(one) === withoutComma(other);

const withoutComma = (line: string): string => line.replace(/,$/, '');

/** What stands beside the body by name, then the body as JSON. */
function linesOf(message: Json): string[] {
  const beside = (['path', 'query', 'header', 'cookie'] as const).flatMap(part => {
    const values = member(message, part);
    return isObject(values)
      ? Object.entries(values).flatMap(([name, value]) =>
          value === undefined ? [] : [`${part} ${name}: ${JSON.stringify(shorten(value))}`],
        )
      : [];
  });
  const body = member(message, 'body');
  const lines = body === undefined ? [] : JSON.stringify(shorten(body), undefined, 2).split('\n');
  return [...beside, ...lines].map(visible);
}
