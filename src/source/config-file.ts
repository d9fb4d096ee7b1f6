import type { AnySchemaObject, ErrorObject } from 'ajv';
import type { Json } from '../core/json.ts';
import { join, type Pointer } from '../core/pointer.ts';
import { UserError } from '../core/user-error.ts';
import { parse } from './parse.ts';
import { positionIn } from './positions.ts';

/** A text, and what messages call the file it came from. */
export interface NamedText {
  readonly file: string;
  readonly text: string;
}

/** Something wrong at a place in a file. */
export interface Violation {
  readonly file: NamedText;
  readonly pointer: Pointer;
  readonly what: string;
}

/** So many refusals are told; whoever has more mends these first. */
const MOST_TOLD = 10;

/**
 * Reads a YAML file of our own making and holds it against its schema.
 *
 * @param schema JSON Schema (2020-12); `T` is what it describes
 * @param hint which command shows what can stand there
 * @throws UserError `unreadable` for text that is no YAML, `usage` as {@link refuseViolations} says
 */
export async function readBySchema<T>(file: NamedText, schema: AnySchemaObject, hint: string): Promise<T> {
  const value = parse(file.file, file.text);
  refuseViolations(await againstSchema(file, value, schema), hint);
  return value as T;
}

/** What a schema (JSON Schema 2020-12) refuses in a value that was read from a file. */
export async function againstSchema(
  file: NamedText,
  value: Json,
  schema: AnySchemaObject,
): Promise<Violation[]> {
  // Loaded late: most commands read no such file.
  const { default: ajv } = await import('ajv/dist/2020.js');
  const validate = new ajv.Ajv2020({ allErrors: true, strictRequired: false }).compile(schema);
  validate(value);
  // `if` only repeats that its `then` failed, which stands in the list itself.
  return (validate.errors ?? [])
    .filter(({ keyword }) => keyword !== 'if')
    .map(error => ({ file, ...whatFails(error) }));
}

/** @throws UserError `usage`, a line for each place (file:line:column), where anything is refused */
export function refuseViolations(refusals: readonly Violation[], hint: string): void {
  if (refusals.length === 0) return;
  const lines = refusals.slice(0, MOST_TOLD).map(({ file, pointer, what }) => {
    const { line, column } = positionIn(file, pointer);
    return `${file.file}:${line}:${column}: ${what}`;
  });
  if (refusals.length > MOST_TOLD) lines.push(`and ${refusals.length - MOST_TOLD} more`);
  throw new UserError('usage', lines, hint);
}

function whatFails(error: ErrorObject): Omit<Violation, 'file'> {
  const { instancePath, keyword, params, message } = error;
  if (keyword === 'additionalProperties') {
    return {
      pointer: join(instancePath, params.additionalProperty),
      what: `unknown key '${params.additionalProperty}'`,
    };
  }
  if (keyword === 'false schema') return { pointer: instancePath, what: 'this key has no place here' };
  const allowed = keyword === 'enum' ? `: ${params.allowedValues.join(', ')}` : '';
  return { pointer: instancePath, what: `${message}${allowed}` };
}
