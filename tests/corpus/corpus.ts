import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { it } from '@jest/globals';

/** Published documents beside the checkout; they are no part of the repository. */
const FOLDER = path.resolve('../shared/corpus');

/** Their names from that folder down, such as `zaken/zrc/1.7.x/1.7.0/openapi.yaml`; none where the folder is absent. */
const CORPUS: readonly string[] = existsSync(FOLDER)
  ? readdirSync(FOLDER, { recursive: true, encoding: 'utf8' })
      .filter(file => path.basename(file) === 'openapi.yaml')
      .sort()
  : [];

/** All files below folders of `../shared`, by their path from the checkout; none where a folder is absent. */
export const sharedFiles = (...folders: readonly string[]): readonly string[] =>
  folders
    .map(folder => path.join('../shared', folder))
    .filter(existsSync)
    .flatMap(folder =>
      readdirSync(folder, { recursive: true, encoding: 'utf8' }).map(name => path.join(folder, name)),
    );

/** `it.each` over the documents whose name a pattern fits; where they are absent, one skipped test that says so. */
export const eachDocument = (pattern = /./) => {
  const names = CORPUS.filter(name => pattern.test(name));
  return names.length > 0 ? it.each(names) : it.skip.each(['skipped: ../shared/corpus is not there']);
};

export const corpusFile = (name: string): string => path.join('../shared/corpus', name);
