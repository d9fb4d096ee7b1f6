import { checkSite } from '../../src/site/check.ts';

/** What is wrong with a site, by page; how large its pages are is a question of its own. */
export const problemsOf = (files: ReadonlyMap<string, string>): string[] =>
  checkSite(files)
    .filter(({ kind }) => kind !== 'size')
    .map(({ file, text }) => `${file}: ${text.en}`);
