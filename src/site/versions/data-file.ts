import type { PageChanges } from './compare.ts';

/** `assets/changes-2.0.0-alpha.3.js`: the file that tells pages how they differ from a version. */
export const dataFileOf = (slug: string): string => `assets/changes-${slug}.js`;

/**
 * How every page differs from a version, as a script, since a page that is opened from disk may not fetch a file.
 *
 * Shape: `{version, pages: {FILE: {marks: {ANCHOR: 'new' | 'changed' | 'text'}, removed: [{kind, name, anchor, after}]}}}`.
 */
export function changesFile(version: string, pages: ReadonlyMap<string, PageChanges>): string {
  const data = {
    version,
    pages: Object.fromEntries(
      [...pages].map(([file, { marks, removed }]) => [file, { marks: Object.fromEntries(marks), removed }]),
    ),
  };
  return `globalThis.zdsChanges = ${JSON.stringify(data)};\n`;
}
