/** A name that can stand in a file name and in an anchor. Letters, digits, `_`, `.` and `-` stay as they are. */
export const slugOf = (name: string): string =>
  name
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/[^A-Za-z0-9_.-]+/g, '-')
    .replace(/^[-.]+|-+$/g, '') || 'x';

/** A slug for each name, no two equal, not even on a disk that ignores case. */
export function slugsFor(names: readonly string[]): [name: string, slug: string][] {
  const taken = new Set<string>();
  return names.map(name => [name, claim(taken, slugOf(name))]);
}

/** The wanted slug, or that with the first free number behind it; it is taken from then on. */
export function claim(taken: Set<string>, wanted: string): string {
  let slug = wanted;
  for (let number = 2; taken.has(slug.toLowerCase()); number += 1) slug = `${wanted}-${number}`;
  taken.add(slug.toLowerCase());
  return slug;
}

/** The anchor of a security scheme on the page of access. */
export const accessAnchor = (scheme: string): string => slugOf(`scheme-${scheme}`);
