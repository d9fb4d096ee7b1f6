type OfLength = (length: number) => string;

/** A fraction may have any number of digits, and has one at least (RFC 3339, section 5.6). */
function time(length: number): string {
  return length <= 9 ? '00:00:00Z' : `00:00:00.${'0'.repeat(Math.max(1, length - 10))}Z`;
}

function email(length: number): string {
  const host = `${'b'.repeat(60)}.`.repeat(Math.max(0, Math.floor((length - 66) / 61)));
  return `${'a'.repeat(Math.max(1, Math.min(64, length - host.length - 5)))}@${host}b.nl`;
}

const ipv4: OfLength = length => numbers(4, 3, length, '.');

/** Up to 36 characters with `::`, then eight groups, then six before an IPv4 address (RFC 4291, section 2.2). */
function ipv6(length: number): string {
  if (length <= 36) return `::${numbers(Math.ceil((Math.max(3, length) - 1) / 5), 4, length - 2, ':')}`;
  return length <= 39 ? numbers(8, 4, length, ':') : `${numbers(6, 4, 29, ':')}:${ipv4(length - 30)}`;
}

/** Numbers of ones alone, each of `most` digits at most, that take some length together. */
function numbers(count: number, most: number, length: number, between: string): string {
  let left = Math.max(0, length - (2 * count - 1));
  const parts = Array.from({ length: count }, () => {
    const more = Math.min(most - 1, left);
    left -= more;
    return '1'.repeat(1 + more);
  });
  return parts.join(between);
}

/** A value of some format with a number of characters, or with the next number that the format has, or its longest. */
export const OF_LENGTH: Readonly<Record<string, OfLength>> = {
  'date-time': length => `2020-01-01T${time(length - 11)}`,
  time,
  uri: length => `u:${'a'.repeat(Math.max(1, length - 2))}`,
  email,
  ipv4,
  ipv6,
};
