import type { AnySchemaObject, ErrorObject, ValidateFunction } from 'ajv';
import { isDay } from '../core/day.ts';
import type { Json } from '../core/json.ts';
import { join, type Pointer } from '../core/pointer.ts';
import { joined, type Text, verbatim } from '../core/text.ts';
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
  readonly what: Text;
}

/** Which command shows what a file may hold. */
export const schemaHint = (name: string): Text => ({
  nl: `zds schema ${name} toont wat er kan staan.`,
  en: `zds schema ${name} shows what can stand there.`,
});

/** So many refusals are told; whoever has more fixes these first. */
const MOST_TOLD = 10;

/**
 * Reads a YAML file of our own making and holds it against its schema.
 *
 * @param schema JSON Schema (2020-12); `T` is what it describes
 * @param hint which command shows what can stand there
 * @throws UserError `unreadable` for text that is no YAML, `usage` as {@link refuseViolations} says
 */
export async function readBySchema<T>(file: NamedText, schema: AnySchemaObject, hint: Text): Promise<T> {
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
  const validate = await validatorOf(schema);
  validate(value);
  // `if` only repeats that its `then` failed, which stands in the list itself.
  return (validate.errors ?? [])
    .filter(({ keyword }) => keyword !== 'if')
    .map(error => ({ file, ...whatFails(error) }));
}

async function validatorOf(schema: AnySchemaObject): Promise<ValidateFunction> {
  const { compiledValidators } = await import('./compiled-validators.ts');
  const compiled = compiledValidators.get(schema.title);
  if (compiled) return compiled;
  // Loaded late: most commands read no such file.
  const { default: ajv } = await import('ajv/dist/2020.js');
  // The schemas are ours, and a test holds them against the one of JSON Schema: compiling that costs more than the rest.
  // What it compiles runs once, so making that code shorter first costs more than it gives.
  return new ajv.Ajv2020({
    allErrors: true,
    strictRequired: false,
    meta: false,
    validateSchema: false,
    code: { optimize: false },
    formats: { date: isDay },
  }).compile(schema);
}

/** @throws UserError `usage`, a line for each place (file:line:column), where anything is refused */
export function refuseViolations(refusals: readonly Violation[], hint: Text): void {
  if (refusals.length === 0) return;
  const lines = refusals.slice(0, MOST_TOLD).map(({ file, pointer, what }) => {
    const { line, column } = positionIn(file, pointer);
    return joined([verbatim(`${file.file}:${line}:${column}:`), what]);
  });
  const more = refusals.length - MOST_TOLD;
  const rest: Text[] = more > 0 ? [{ nl: `en ${more} meer`, en: `and ${more} more` }] : [];
  throw new UserError('usage', [...lines, ...rest], hint);
}

function whatFails(error: ErrorObject): Omit<Violation, 'file'> {
  const { instancePath, keyword, params } = error;
  if (keyword === 'additionalProperties') {
    return {
      pointer: join(instancePath, params.additionalProperty),
      what: {
        nl: `onbekende sleutel '${params.additionalProperty}'`,
        en: `unknown key '${params.additionalProperty}'`,
      },
    };
  }
  if (keyword === 'required') {
    const name = params.missingProperty;
    return { pointer: instancePath, what: { nl: `'${name}' ontbreekt`, en: `'${name}' is missing` } };
  }
  return { pointer: instancePath, what: wordsFor(error) };
}

/** What a keyword of JSON Schema asks; where we have no words of our own, the validator's English ones. */
function wordsFor({ keyword, params, message = keyword }: ErrorObject): Text {
  switch (keyword) {
    case 'false schema':
      return { nl: 'deze sleutel hoort hier niet', en: 'this key has no place here' };
    case 'enum': {
      const allowed = params.allowedValues.join(', ');
      return { nl: `dit moet een hiervan zijn: ${allowed}`, en: `must be one of ${allowed}` };
    }
    case 'const':
      return {
        nl: `dit moet ${JSON.stringify(params.allowedValue)} zijn`,
        en: `must be ${JSON.stringify(params.allowedValue)}`,
      };
    case 'type':
      return { nl: `dit moet van type ${params.type} zijn`, en: `must be of type ${params.type}` };
    case 'pattern':
      return { nl: `dit voldoet niet aan ${params.pattern}`, en: `does not match ${params.pattern}` };
    case 'format':
      return params.format === 'date'
        ? { nl: 'dit is geen dag zoals 2026-11-28', en: 'is no day such as 2026-11-28' }
        : { nl: `dit is geen geldige ${params.format}`, en: `is no valid ${params.format}` };
    case 'minLength':
      return params.limit === 1
        ? { nl: 'dit mag niet leeg zijn', en: 'must not be empty' }
        : {
            nl: `dit moet minstens ${params.limit} tekens hebben`,
            en: `must have at least ${params.limit} characters`,
          };
    case 'minItems':
      return params.limit === 1
        ? { nl: 'dit mag niet leeg zijn', en: 'must not be empty' }
        : {
            nl: `dit moet minstens ${params.limit} waarden hebben`,
            en: `must have at least ${params.limit} values`,
          };
    default:
      return verbatim(message);
  }
}
