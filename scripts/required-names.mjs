// Holds the types of documents against what these documents require: for each, how many required names its types lose
// and how many optional names they demand, and whether `tsc --strict` accepts them. Exits with 1 when any is not 0.
// node scripts/required-names.mjs [FILE…], by default the canonical document, whole and each of its APIs. Needs a build.
import path from 'node:path';
import { build } from 'esbuild';
import { ROOT } from './prepare.mjs';

const outfile = path.join(ROOT, 'build/required-names/documents.mjs');
await build({
  absWorkingDir: ROOT,
  entryPoints: ['tests/types/typed-documents.ts'],
  outfile,
  bundle: true,
  platform: 'node',
  format: 'esm',
  packages: 'external',
  logLevel: 'warning',
});
const { typedDocument } = await import(outfile);
const { read, bundle } = await import(path.join(ROOT, 'dist/index.js'));

const canonical = path.join(ROOT, 'spec/openapi.yaml');
const { value } = await bundle(await read(canonical));
const apis = value['x-tagGroups'].map(({ name }) => name.toLowerCase());
const named = process.argv.slice(2).map(file => [file, {}]);
const documents = named.length > 0 ? named : [[canonical, {}], ...apis.map(api => [canonical, { api }])];

let wrong = 0;
for (const [file, options] of documents) {
  const name = [path.relative(process.cwd(), file), options.api].filter(Boolean).join(' ');
  const { refused, errors, checked, lost, demanded } = await typedDocument(file, options);
  if (refused !== undefined) {
    console.log(`${name}: no types: ${refused.split('\n').slice(0, 2).join('\n')}`);
    continue;
  }
  wrong += lost.length + demanded.length + errors.length;
  console.log(
    `${name}: ${checked} names, ${lost.length} lost, ${demanded.length} demanded, ${errors.length} errors`,
  );
  for (const [what, places] of Object.entries({ lost, demanded, error: errors }))
    for (const place of places.slice(0, 10)) console.log(`  ${what}: ${place}`);
}
process.exitCode = wrong > 0 ? 1 : 0;
