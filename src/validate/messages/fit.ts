import type { ErrorObject } from 'ajv';
import { isArray, isObject, isString, type Json } from '../../core/json.ts';
import type { Node } from '../../core/node.ts';
import { tokens } from '../../core/pointer.ts';
import type { MessageValidation, MessageValidator, Role } from '../../openapi/message-validator.ts';

export interface Fit extends MessageValidation {
  readonly value: Json;
}

/**
 * Of the ways to read a text that travelled without types, the one that fits its schema best: a number in a URL is
 * text until the schema asks for a number.
 *
 * @param readings at least one, likeliest first
 */
export function bestFit(
  validator: MessageValidator,
  schema: Node,
  readings: readonly [Json, ...Json[]],
  role: Role,
): Fit {
  let [best]: [Fit | undefined] = [undefined];
  for (const reading of readings) {
    const fit = typed(validator, schema, reading, role);
    if (fit.errors.length === 0) return fit;
    if (!best || fit.errors.length < best.errors.length) best = fit;
  }
  return best ?? typed(validator, schema, readings[0], role);
}

/** Places that were made what the schema asks for may show others in the branch that is then taken. */
const ROUNDS = 4;

function typed(validator: MessageValidator, schema: Node, start: Json, role: Role): Fit {
  let fit: Fit = { value: start, ...validator.validate(schema, start, role) };
  for (let round = 0; round < ROUNDS && fit.errors.length > 0; round += 1) {
    const value = fit.errors.reduce(
      (whole, error) => replaced(whole, tokens(error.instancePath), error),
      fit.value,
    );
    if (value === fit.value) break;
    const next: Fit = { value, ...validator.validate(schema, value, role) };
    if (next.errors.length >= fit.errors.length) break;
    fit = next;
  }
  return fit;
}

/** The value with another type at a place, where the text there is a way to write one. */
function replaced(value: Json, path: readonly string[], error: ErrorObject): Json {
  const [token, ...rest] = path;
  if (token === undefined) return isString(value) ? (asked(value, error) ?? value) : value;
  if (isArray(value)) {
    return value.map((item, index) => (String(index) === token ? replaced(item, rest, error) : item));
  }
  const inner = isObject(value) ? value[token] : undefined;
  return isObject(value) && inner !== undefined ? { ...value, [token]: replaced(inner, rest, error) } : value;
}

function asked(text: string, { keyword, params }: ErrorObject): Json | undefined {
  const { type, allowedValues, allowedValue } = params as Record<string, unknown>;
  const types = [type].flat();
  const written = scalarOf(text);
  if (keyword === 'type')
    return types.includes(typeName(written)) || isNumeric(types, written) ? written : undefined;
  const allowed = keyword === 'enum' ? [allowedValues].flat() : keyword === 'const' ? [allowedValue] : [];
  return allowed.includes(written) ? written : undefined;
}

const isNumeric = (types: readonly unknown[], value: Json): boolean =>
  typeof value === 'number' && (types.includes('number') || types.includes('integer'));

const typeName = (value: Json): string => (value === null ? 'null' : typeof value);

/** What a text is where a type is asked for: null is written as nothing, or by its name. */
function scalarOf(text: string): Json {
  if (text === '' || text === 'null') return null;
  if (text === 'true' || text === 'false') return text === 'true';
  return /^-?\d+(\.\d+)?([eE][+-]?\d+)?$/.test(text) ? Number(text) : text;
}
