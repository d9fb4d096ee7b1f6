import { visible } from '../../core/visible.ts';

/**
 * Text of a document as one short line: line ends, invisible characters and endless values go no further, and what
 * steers a terminal shows as its escape.
 */
export function oneLine(value: string, most: number): string {
  const line = visible(value.slice(0, most * 4).replaceAll(/\s+/g, ' '))
    .replaceAll(/\p{Cf}/gu, '')
    .trim();
  const characters = [...line];
  return characters.length > most
    ? `${characters
        .slice(0, Math.max(0, most - 1))
        .join('')
        .trimEnd()}…`
    : line;
}
