import { isArray, isObject, isString, type Json, member } from '../core/json.ts';
import { canBeAlias, commentOf, textOf } from './aliases.ts';

/**
 * The code lists as constants, so that a program can go through the values: each value with its meaning
 * (`x-enumDescriptions`), the whole held against the type of the schema.
 */
export function enumerationsOf(schemas: Json | undefined): string {
  const named = (isObject(schemas) ? Object.entries(schemas) : []).flatMap(([name, schema]) => {
    const values = member(schema, 'enum');
    const constant = constantName(name);
    const isUsable = isArray(values) && values.length > 0 && values.every(isString);
    return isUsable && canBeAlias(name) && canBeAlias(constant) && constant !== name
      ? [[constant, name, values, schema ?? null] as const]
      : [];
  });
  return named.map(([constant, name, values, schema]) => listOf(constant, name, values, schema)).join('');
}

/** `VertrouwelijkheidaanduidingEnum` is `vertrouwelijkheidaanduiding`. */
const constantName = (name: string): string => {
  const bare = name.replace(/(?<=.)Enum$/, '');
  return bare.slice(0, 1).toLowerCase() + bare.slice(1);
};

function listOf(constant: string, name: string, values: readonly string[], schema: Json): string {
  const descriptions = member(schema, 'x-enumDescriptions');
  const items = values.map(value => {
    const text = member(descriptions, value);
    const comment = isString(text)
      ? `  /** ${text.replaceAll('*/', '* /').replaceAll(/\s+/g, ' ')} */\n`
      : '';
    return `${comment}  ${JSON.stringify(value)},\n`;
  });
  return `${commentOf(textOf(schema))}export const ${constant} = [\n${items.join('')}] as const satisfies readonly ${name}[];\n`;
}
