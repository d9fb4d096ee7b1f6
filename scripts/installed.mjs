// What installing costs: megabytes on disk and number of packages, of this package and of those beside which vendors
// weigh it. From what lies in node_modules, by the dependencies that each package names; needs a build.
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from './prepare.mjs';

const manifestOf = folder => JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'));

/** Bytes of a file or folder, without the packages inside it. */
function sizeOf(name) {
  const stats = statSync(name);
  if (!stats.isDirectory()) return stats.size;
  return readdirSync(name)
    .filter(entry => entry !== 'node_modules')
    .reduce((sum, entry) => sum + sizeOf(path.join(name, entry)), 0);
}

/** The folder of a package as one in another folder finds it. */
function folderOf(name, from) {
  const folder = path.join(from, 'node_modules', name);
  if (existsSync(folder)) return folder;
  return from === ROOT ? undefined : folderOf(name, path.dirname(from));
}

/** The folders of a package and of all that it asks for; npm installs what it asks of others as well. */
function closureOf(folder, found = new Set()) {
  if (found.has(folder)) return found;
  found.add(folder);
  const { dependencies = {}, peerDependencies = {}, peerDependenciesMeta = {} } = manifestOf(folder);
  const peers = Object.keys(peerDependencies).filter(name => !peerDependenciesMeta[name]?.optional);
  for (const name of [...Object.keys(dependencies), ...peers]) {
    const inner = folderOf(name, folder);
    if (inner === undefined) throw new Error(`${name}, which ${folder} asks for, is not installed`);
    closureOf(inner, found);
  }
  return found;
}

/** Lines of the form `zds-toolkit: 39.1 MB, 2 packages, 0 install scripts`. */
export function installed() {
  const own = manifestOf(ROOT);
  const named = own.files.filter(name => !name.startsWith('!'));
  const published = [...named, 'package.json', 'README.md', 'LICENSE'].map(name => path.join(ROOT, name));
  const leftOut = own.files
    .filter(name => name.startsWith('!'))
    .map(name => path.join(ROOT, name.slice(1)))
    .reduce((sum, part) => sum + sizeOf(part), 0);
  const ours = [...closureOf(ROOT)].filter(folder => folder !== ROOT);
  const rows = [
    ['zds-toolkit', [...published, ...ours], [ROOT, ...ours], leftOut],
    ...['openapi-typescript', '@redocly/cli'].map(name => {
      const folders = [...closureOf(path.join(ROOT, 'node_modules', name))];
      return [name, folders, folders, 0];
    }),
  ];
  return rows.map(([name, parts, folders, without]) => {
    const megabytes = (parts.reduce((sum, part) => sum + sizeOf(part), 0) - without) / 1e6;
    const scripts = folders.filter(folder => {
      const { scripts: named = {} } = manifestOf(folder);
      return ['preinstall', 'install', 'postinstall'].some(hook => named[hook]);
    });
    return `${name}: ${megabytes.toFixed(1)} MB, ${folders.length} packages, ${scripts.length} install scripts`;
  });
}
