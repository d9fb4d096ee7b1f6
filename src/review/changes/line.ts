/** Text of a document as one short line: hostile line ends, invisible characters and endless values go no further. */
export function oneLine(value: string, most: number): string {
  const line = value
    .slice(0, most * 4)
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/[\p{Cc}\p{Cf}]/gu, '')
    .trim();
  const characters = [...line];
  return characters.length > most
    ? `${characters
        .slice(0, Math.max(0, most - 1))
        .join('')
        .trimEnd()}…`
    : line;
}
