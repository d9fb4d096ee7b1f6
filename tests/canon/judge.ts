import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { isMapping } from './examples.ts';
import type { Mapping, Place, Spec } from './spec-reader.ts';

type Side = 'request' | 'response';

/**
 * Leaves out what is not on this side of the wire: `readOnly` in requests, `writeOnly` in answers
 * (OpenAPI 3.1, section 4.8.24.5). What is left out may not be there at all.
 */
const seenFrom = (side: Side, schema: unknown): unknown => {
  if (Array.isArray(schema)) return schema.map(item => seenFrom(side, item));
  if (!isMapping(schema)) return schema;
  const hidden = side === 'request' ? 'readOnly' : 'writeOnly';
  const properties = isMapping(schema.properties) ? schema.properties : {};
  const gone = Object.keys(properties).filter(key => {
    const property = properties[key];
    return isMapping(property) && property[hidden] === true;
  });
  const entries = Object.entries(schema).map(([key, value]): readonly [string, unknown] => {
    if (key === 'required' && Array.isArray(value)) return [key, value.filter(name => !gone.includes(name))];
    if (key !== 'properties' || !isMapping(value)) return [key, seenFrom(side, value)];
    const members = Object.entries(value).map(([name, member]) => [
      name,
      gone.includes(name) ? false : seenFrom(side, member),
    ]);
    return [key, Object.fromEntries(members)];
  });
  return Object.fromEntries(entries);
};

/** Says what is wrong with a value for a schema of the document, seen from one side of the wire. */
export type Judge = (side: Side, schema: Place, value: unknown) => readonly string[];

/** Ajv over the files of the document: each file is a schema with its path as `$id`, so references resolve. */
export const openJudge = (spec: Spec): Judge => {
  const known = new Map<string, ValidateFunction>();
  const engine = (side: Side): Ajv2020 => {
    const ajv = new Ajv2020({ strict: false, allErrors: true });
    addFormats.default(ajv);
    const add = (file: string): void => {
      const id = `spec:/${side}/${file}`;
      if (ajv.schemas[id]) return;
      const schema = spec.open(file).value;
      ajv.addSchema({ ...(seenFrom(side, schema) as Mapping), $id: id });
      for (const target of referencesOf(schema)) add(resolve(file, target));
    };
    return Object.assign(ajv, { load: add });
  };
  const engines = new Map<Side, Ajv2020>();
  let inline = 0;
  const validator = (side: Side, schema: Place): ValidateFunction => {
    const text = `${side} ${schema.file} ${JSON.stringify(schema.value)}`;
    const ready = known.get(text);
    if (ready) return ready;
    const ajv = engines.get(side) ?? engine(side);
    engines.set(side, ajv);
    const load = (ajv as Ajv2020 & { readonly load: (file: string) => void }).load;
    for (const target of referencesOf(schema.value)) load(resolve(schema.file, target));
    inline += 1;
    const compiled = ajv.compile({
      ...(seenFrom(side, schema.value) as Mapping),
      $id: `spec:/${side}/${schema.file}?${inline}`,
    });
    known.set(text, compiled);
    return compiled;
  };
  return (side, schema, value) => {
    const validate = validator(side, schema);
    validate(value);
    return (validate.errors ?? []).map(error => `${error.instancePath || '/'} ${error.message}`);
  };
};

const resolve = (file: string, target: string): string =>
  new URL(target, `https://spec.example/${file}`).pathname.slice(1);

const referencesOf = (schema: unknown): readonly string[] => {
  if (Array.isArray(schema)) return schema.flatMap(referencesOf);
  if (!isMapping(schema)) return [];
  const own = typeof schema.$ref === 'string' ? [schema.$ref] : [];
  return [...own, ...Object.values(schema).flatMap(referencesOf)];
};
