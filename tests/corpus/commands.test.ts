import { describe, expect } from '@jest/globals';
import {
  bundle,
  type Document,
  diff,
  generateDocs,
  generateTypes,
  lint,
  read,
  UserError,
  validate,
  writeBundle,
} from '../../src/index.ts';
import { corpusFile, eachDocument } from './corpus.ts';

/** References that lead nowhere in what was published. */
const DANGLING: Readonly<Record<string, number>> = {
  'documenten/drc/1.4.x/1.4.3/openapi.yaml': 1,
  'zaken/zrc/dangling-refs/openapi.yaml': 10,
};

const open = (name: string): Promise<Document> => read(corpusFile(name), { allowOutside: true });

describe('every command on every published document', () => {
  eachDocument()('%s', async name => {
    const document = await open(name);
    expect(document.missing.length).toBe(DANGLING[name] ?? 0);
    const report = await lint(document);
    expect(report.findings.filter(({ new: place }) => !place || place.line < 1)).toEqual([]);
    expect(
      (await diff(document, await open(name))).findings.filter(({ rule }) => rule !== 'reference-missing'),
    ).toEqual([]);
    const { value } = await bundle(document, { force: true });
    expect((await writeBundle(value, 'yaml')).length).toBeGreaterThan(10_000);
    expect(await generateTypes(document, { force: true })).toMatch(/export interface paths/);
    expect((await generateDocs(document, { force: true })).has('index.html')).toBe(true);
    expect((await validate(document)).command).toBe('validate');
  });
});

describe('a document whose references lead nowhere', () => {
  eachDocument(/dangling/)('%s: lint names each with file, line and what was looked for', async name => {
    const { findings } = await lint(await open(name), { profile: 'oas' });
    const dangling = findings.filter(({ rule }) => rule === 'oas-refs-resolve');
    expect(dangling.map(({ new: place }) => place?.line)).toEqual([
      12922, 13258, 13547, 13549, 14295, 14336, 14401, 14510, 14610, 15020,
    ]);
    expect(dangling.every(({ args }) => String(args.tried).includes('/1.'))).toBe(true);
  });

  eachDocument(/dangling/)('%s: bundle refuses', async name => {
    await expect(bundle(await open(name))).rejects.toThrow(UserError);
  });
});
