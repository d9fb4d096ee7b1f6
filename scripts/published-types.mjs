// Writes the types that the package publishes, `zds-toolkit/types/NAME`: of each API of the canonical document, and of
// the whole as `zds`. With folder and names: only those, there.
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { ROOT } from './prepare.mjs';

/**
 * @param library path of the built library
 * @param folder that gets a `.d.ts` for each
 * @param names `zaken`, `zds`; default: all
 */
export async function publishTypes(library, folder, names) {
  const { bundle, generateTypes, read } = await import(pathToFileURL(library).href);
  const document = await read('spec/openapi.yaml', { cwd: ROOT });
  const { value } = await bundle(document);
  const apis = value['x-tagGroups'].map(({ name }) => name.toLowerCase());
  mkdirSync(folder, { recursive: true });
  for (const name of names ?? [...apis, 'zds']) {
    const types = await generateTypes(document, name === 'zds' ? {} : { api: name });
    writeFileSync(path.join(folder, `${name}.d.ts`), types);
  }
}

if (path.basename(process.argv[1] ?? '') === 'published-types.mjs') {
  const [folder = path.join(ROOT, 'dist/apis'), ...names] = process.argv.slice(2);
  await publishTypes(path.join(ROOT, 'dist/index.js'), folder, names.length > 0 ? names : undefined);
}
