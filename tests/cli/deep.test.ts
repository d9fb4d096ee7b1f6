import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, it } from '@jest/globals';
import { zds } from './zds.ts';

/** Schemas that each hold the next: as deep as calls nest in what walks them. */
function nested(levels: number): string {
  const to = (level: number) => ({ $ref: `#/components/schemas/S${level}` });
  const schemas = Array.from({ length: levels }, (_, level) => [
    `S${level}`,
    { type: 'object', properties: { in: level + 1 < levels ? to(level + 1) : { type: 'string' } } },
  ]);
  return JSON.stringify({
    openapi: '3.1.0',
    info: { title: 'Diep', version: '1.0.0' },
    paths: {},
    components: { schemas: Object.fromEntries(schemas) },
  });
}

it('a document that nests deeper than the main thread can follow is read in one that can, but for standard input', () => {
  const [input, folder] = [nested(600), mkdtempSync(path.join(tmpdir(), 'zds-'))];
  const file = path.join(folder, 'diep.json');
  writeFileSync(file, input);
  const { code, out, err } = zds(['bundle', file, '--flatten', '--format', 'json']);
  expect({ code, err, names: Object.keys(JSON.parse(out).components.schemas).length }).toEqual({
    code: 0,
    err: '',
    names: 600,
  });
  expect(zds(['bundle', '-', '--flatten'], { input })).toEqual({
    code: 3,
    out: '',
    err: 'zds: the document nests too deep, or repeats itself without end\n     Save it in a file and name that: then there is more room.\n',
  });
  rmSync(folder, { recursive: true });
});
