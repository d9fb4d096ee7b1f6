import type { ErrorObject } from 'ajv';
import { isArray, isObject, isString, type Json, type JsonObject, member } from '../../core/json.ts';
import type { Node } from '../../core/node.ts';
import { join, type Pointer, parent, tokens } from '../../core/pointer.ts';
import { type Document, followReference, rootNode, type SourceFile } from '../../source/index.ts';
import { idOf } from '../../vocabulary/tree.ts';
import { EXCLUDED, inDutch } from './dutch.ts';
import type { RawFinding } from './raw-finding.ts';

/** Where each object of the copy comes from. */
type Origins = Map<object, Pick<Node, 'file' | 'pointer'>>;

type Mutable = { [name: string]: Json };

/**
 * What the official JSON Schemas of OpenAPI 3.0, 3.1 and 3.2 refuse (https://spec.openapis.org/oas/3.1/schema) and
 * the table of objects (`structure.ts`) lets pass.
 *
 * @param known findings of `oas-struct`: the same place is not told twice
 */
export async function validateOfficially(
  document: Document,
  known: readonly RawFinding[],
): Promise<RawFinding[]> {
  const root = rootNode(document);
  const hasSome = (...names: readonly string[]): boolean =>
    names.some(name => isObject(member(root.value, name)));
  // Without these `structure.ts` tells what is missing. Since 3.1 a document may do without paths (OpenAPI 3.1.0, 4.8.1).
  const holders = document.version.startsWith('3.0') ? ['paths'] : ['paths', 'components', 'webhooks'];
  if (!hasSome('info') || !hasSome(...holders)) return [];
  const origins: Origins = new Map();
  const whole = document.files.size === 1 ? (root.value as JsonObject) : copyWhole(document, root, origins);
  // swagger-parser refuses a number here before it validates; `structure.ts` has told it by then.
  const info = { ...(whole.info as JsonObject), version: String(member(whole.info, 'version')) };
  const components = withLowerCaseBearer(whole.components, origins);
  const copy = {
    ...whole,
    ...(components ? { components } : {}),
    openapi: `${document.version.slice(0, 3)}.0`,
    info,
  };
  const told = new Set(known.map(idOf));
  const found = new Map<string, RawFinding>();
  for (const error of await officialErrors(copy)) {
    const extra = error.params.additionalProperty as string | undefined;
    const at = originOf(document.root, copy, origins, [
      ...tokens(error.instancePath),
      ...(extra === undefined ? [] : [extra]),
    ]);
    const key = idOf(at);
    const isTold = [...told].some(place => place === key || (!SHARP.has(error.keyword) && nests(place, key)));
    if (isTold || found.has(key)) continue;
    found.set(key, {
      rule: 'oas-struct',
      ...at,
      args: argsOf(at.pointer, error),
    });
  }
  return [...found.values()];
}

/**
 * Names of schemes are case-insensitive (OpenAPI 3.0.4, Security Scheme Object, `scheme`; RFC 9110, section 11.1), and
 * the schema of 3.0 in swagger-parser knows `bearer` alone.
 */
function withLowerCaseBearer(components: Json | undefined, origins: Origins): JsonObject | undefined {
  const schemes = member(components, 'securitySchemes');
  if (!isObject(components) || !isObject(schemes)) return undefined;
  const entries = Object.entries(schemes).map(([name, scheme]) => {
    const written = member(scheme, 'scheme');
    if (!isObject(scheme) || !isString(written) || written.toLowerCase() !== 'bearer') return [name, scheme];
    return [name, withOrigin(origins, scheme, { ...scheme, scheme: 'bearer' })];
  });
  const fixed = withOrigin(origins, schemes, Object.fromEntries(entries));
  return withOrigin(origins, components, { ...components, securitySchemes: fixed });
}

function withOrigin(origins: Origins, from: object, copy: JsonObject): JsonObject {
  const origin = origins.get(from);
  if (origin) origins.set(copy, origin);
  return copy;
}

/** Keywords whose error stands at the very place that is wrong. */
const SHARP = new Set(['required', 'additionalProperties', 'uniqueItems']);

const nests = (one: string, other: string): boolean =>
  one.startsWith(`${other}/`) || other.startsWith(`${one}/`);

const nameOf = (pointer: Pointer): string => tokens(pointer).at(-1) ?? 'openapi';

function argsOf(pointer: Pointer, error: ErrorObject): RawFinding['args'] {
  const detail = detailOf(error);
  return { name: nameOf(pointer), detail, uitleg: inDutch(detail) };
}

const detailOf = ({ keyword, message, params }: ErrorObject): string =>
  keyword === 'enum'
    ? `must be one of ${(params.allowedValues as readonly unknown[]).join(', ')}`
    : keyword === 'not'
      ? EXCLUDED.en
      : (message ?? keyword).replace('items ## ', 'items ');

/**
 * Errors that say what is wrong. Dropped: the wrappers around them (`oneOf`, `if`), the branch for a reference where
 * there is none, the branches for other parameter locations, and unknown fields, which `structure.ts` tells exactly.
 */
async function officialErrors(copy: JsonObject): Promise<ErrorObject[]> {
  const errors = String(copy.openapi).startsWith('3.2') ? await errorsOf32(copy) : await errorsBefore(copy);
  return errors.filter(
    ({ keyword, params, schemaPath, instancePath }) =>
      !['oneOf', 'anyOf', 'if', 'unevaluatedProperties'].includes(keyword) &&
      params.missingProperty !== '$ref' &&
      !(instancePath === '/info/license' && CHOICE.test(schemaPath)) &&
      !schemaPath.endsWith('/properties/in/enum'),
  );
}

async function errorsOf32(copy: JsonObject): Promise<readonly ErrorObject[]> {
  const { compile32 } = await import('./official-3-2.ts');
  const validate = await compile32();
  return validate(copy) ? [] : (validate.errors ?? []);
}

async function errorsBefore(copy: JsonObject): Promise<readonly ErrorObject[]> {
  const { default: validate } = await import('@apidevtools/swagger-parser/lib/validators/schema.js');
  try {
    // Every part is validated once, where it is written: nothing is put in the place of a reference.
    validate(copy);
    return [];
  } catch (error) {
    const details = error instanceof SyntaxError && 'details' in error ? error.details : undefined;
    if (!Array.isArray(details)) throw error;
    return details as ErrorObject[];
  }
}

/**
 * A licence may do without both `identifier` and `url` (OpenAPI 3.1.1, License Object: neither is required); the schema
 * of 3.1 in swagger-parser asks for one.
 */
const CHOICE = /\/oneOf\/\d\/required$/;

/**
 * One self-contained object: what another file holds is put in its place where it is met first. What nothing is put
 * into stays as it is.
 */
function copyWhole(document: Document, root: Node, origins: Origins): Mutable {
  const leading = new Map([...document.files.values()].map(file => [file.key, leadingOut(document, file)]));
  const placed = new Set<string>();
  const copyOf = (file: string, pointer: Pointer, value: Json): Json => {
    const at = leading.get(file);
    if (typeof value !== 'object' || value === null || !at?.around.has(pointer)) return value;
    const target = at.targets.get(pointer);
    if (target) return followed(target) ?? value;
    const copy = isArray(value)
      ? value.map((item, index) => copyOf(file, join(pointer, index), item))
      : Object.fromEntries(
          Object.entries(value).map(([key, child]) => [
            key,
            child && copyOf(file, join(pointer, key), child),
          ]),
        );
    origins.set(copy, { file, pointer });
    return copy;
  };
  const followed = ({ file, pointer, value }: Node): Json | undefined => {
    const id = idOf({ file, pointer });
    if (placed.has(id)) return undefined;
    placed.add(id);
    const copy = copyOf(file, pointer, value);
    if (!isObject(copy)) return copy;
    const own = { ...copy };
    origins.set(own, { file, pointer });
    return own;
  };
  return copyOf(root.file, root.pointer, root.value) as Mutable;
}

/** The references of a file that lead to another than the root, by place, and all places around them. */
function leadingOut(document: Document, { key, references }: SourceFile) {
  const targets = new Map<Pointer, Node>();
  const around = new Set<Pointer>();
  for (const { pointer, ref } of references) {
    const target = followReference(document, key, ref);
    if (!target || target.file === document.root) continue;
    targets.set(pointer, target);
    for (let at = pointer; !around.has(at); at = parent(at)) around.add(at);
  }
  return { targets, around };
}

function originOf(
  root: string,
  copy: JsonObject,
  origins: Origins,
  path: readonly string[],
): Pick<Node, 'file' | 'pointer'> {
  let value: Json | undefined = copy;
  let at: Pick<Node, 'file' | 'pointer'> = { file: root, pointer: '' };
  for (const token of path) {
    value = isArray(value) ? value[Number(token)] : member(value, token);
    const origin = typeof value === 'object' && value !== null ? origins.get(value) : undefined;
    at = origin ?? { file: at.file, pointer: join(at.pointer, token) };
  }
  return at;
}
