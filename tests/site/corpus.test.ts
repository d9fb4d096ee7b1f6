import { existsSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { bundle } from '../../src/bundle/index.ts';
import { generateDocs } from '../../src/site/index.ts';
import { read } from '../../src/source/index.ts';
import { problemsOf } from './site-problems.ts';

const folder = path.resolve(import.meta.dirname, '../../../shared/corpus');
const newest = [
  'autorisaties/ac/1.1.x/1.1.0',
  'besluiten/brc/1.1.0',
  'catalogi/ztc/1.3.x/1.3.2',
  'documenten/drc/1.6.x/1.6.0',
  'notificaties/nrc/1.0.1',
  'zaken/zrc/1.7.x/1.7.0',
  'zaken/zrc/dangling-refs',
];
const documents = existsSync(folder) ? newest.map(version => `${version}/openapi.yaml`) : [];
if (documents.length === 0)
  console.log('No ../shared/corpus: the sites of published documents are not tried.');

const megabytes = (files: ReadonlyMap<string, string>): number =>
  [...files.values()].reduce((sum, content) => sum + content.length, 0) / 1e6;

(documents.length === 0 ? describe.skip : describe)('published documents', () => {
  it.each(documents)(
    '%s',
    async document => {
      const opened = await read(path.join(folder, document), { allowOutside: true });
      const { value } = await bundle(opened, { force: true });
      const files = await generateDocs(value);
      // A reference that leads nowhere is shown as such: it has no link that could break.
      expect(problemsOf(files)).toEqual([]);
      expect(megabytes(files)).toBeLessThan(8);
    },
    60_000,
  );
});

describe('the canonical document', () => {
  it('has a site without broken links, and no page that opens slowly', async () => {
    const { value } = await bundle(
      await read('spec/openapi.yaml', { cwd: path.resolve(import.meta.dirname, '../..') }),
    );
    const files = await generateDocs(value);
    expect(problemsOf(files)).toEqual([]);
    expect(megabytes(files)).toBeLessThan(11);
    const heavy = [...files].filter(
      ([file, page]) =>
        file.endsWith('.html') &&
        (Buffer.byteLength(page) > 300_000 || (page.match(/<[a-z]/g)?.length ?? 0) > 4000),
    );
    expect(heavy.map(([file]) => file)).toEqual([]);
  }, 60_000);
});
