import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** Scripts of the pages, which are plain files since a browser runs them as they are. */
export type AssetName = 'start.js' | 'site.js' | 'versions.js' | 'search.js' | 'search-box.js';

/** A script of the pages: beside this file in a clone, beside our own code or one folder up in the package. */
export const assetText = (name: AssetName): string => readFileSync(locate(`browser/${name}`), 'utf8');

/** MiniSearch as a script for a page, built from the package as it is published. */
export const searchLibrary = (): string => {
  const built = locations('browser/minisearch.js').find(file => existsSync(file));
  if (built !== undefined) return readFileSync(built, 'utf8');
  const main = createRequire(import.meta.url).resolve('minisearch');
  return readFileSync(path.resolve(path.dirname(main), '../umd/index.js'), 'utf8');
};

const locations = (name: string): string[] =>
  [`./${name}`, `../${name}`].map(file => fileURLToPath(new URL(file, import.meta.url)));

function locate(name: string): string {
  const found = locations(name).find(file => existsSync(file));
  if (found === undefined) throw new Error(`${name} is not where the site was built`);
  return found;
}
