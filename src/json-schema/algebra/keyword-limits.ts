import { equalJson, isArray, isObject, isString, type Json, type JsonObject } from '../../core/json.ts';
import type { Node } from '../../core/node.ts';
import { ANNOTATIONS } from '../../vocabulary/schema.ts';
import { nodesInPlace } from '../in-place.ts';
import { JSON_TYPES, type JsonType, typeNames } from '../json-types.ts';
import {
  ANYTHING,
  childEntries,
  childNode,
  childNodes,
  isFlagged,
  isReference,
  namesAll,
  type Position,
  type Term,
  toTheLetter,
} from '../reading.ts';
import { appliedAlone } from '../view.ts';
import {
  type Alternative,
  type ArrayPart,
  type Contains,
  type ObjectPart,
  tidy,
  uniqueValues,
  valuesOfType,
  wholeType,
} from './alternative.ts';
import { readFacets } from './facets.ts';

/** Whether a schema object has a keyword that limits values by itself, and not by what other schemas say. */
export const hasOwnLimits = (schema: JsonObject): boolean =>
  Object.keys(schema).some(name => !LIMITS_NOTHING.has(name) && !name.startsWith('x-'));

/** What the keywords of one schema object say by themselves, one alternative for each type. */
export function ownLimits(term: Term, schema: JsonObject): readonly Alternative[] {
  const listed = listedValues(schema);
  return statedTypes(schema).flatMap(({ type, integer }) => {
    const facets = readFacets(type, schema, term.node.dialect);
    const values = listed && valuesOfType(listed, type);
    const limited = tidy({
      ...wholeType(type),
      ...(values ? { values } : {}),
      facets: integer ? { ...facets, integer } : facets,
      ...(type === 'object' ? objectLimits(term, schema) : {}),
      ...(type === 'array' ? arrayLimits(term, schema) : {}),
    });
    return limited ? [limited] : [];
  });
}

function listedValues(schema: JsonObject): readonly Json[] | undefined {
  const list = isArray(schema.enum) ? uniqueValues(schema.enum) : undefined;
  if (schema.const === undefined) return list;
  return list ? list.filter(value => equalJson(value, schema.const)) : [schema.const];
}

function statedTypes(schema: JsonObject): { type: JsonType; integer?: true }[] {
  const stated = typeNames(schema.type);
  if (stated.length === 0) return JSON_TYPES.map(type => ({ type }));
  const types: { type: JsonType; integer?: true }[] = JSON_TYPES.filter(type => stated.includes(type)).map(
    type => ({ type }),
  );
  return stated.includes('integer') && !stated.includes('number')
    ? [...types, { type: 'number', integer: true }]
    : types;
}

/** True for a schema that limits nothing: at most it describes, itself and what it leads to without a choice. */
const saysNothing = ({ node, reading: { resolve } }: Term): boolean =>
  nodesInPlace([node], resolve, appliedAlone).every(
    part =>
      part.value === true ||
      (isObject(part.value) &&
        (!isReference(part) || resolve(part) !== undefined) &&
        Object.entries(part.value).every(([name, said]) => isMereWord(name, said))),
  );

const isMereWord = (name: string, said: Json | undefined): boolean =>
  MERE_WORDS.has(name) || name.startsWith('x-') || (CHOICES.has(name) && isArray(said) && said.length === 1);

const MERE_WORDS: ReadonlySet<string> = new Set([...ANNOTATIONS, 'nullable', '$ref', 'allOf']);

/** A choice counts where it is none. */
const CHOICES: ReadonlySet<string> = new Set(['anyOf', 'oneOf']);

const LIMITS_NOTHING: ReadonlySet<string> = new Set([
  ...MERE_WORDS,
  ...['$ref', 'allOf', 'anyOf', 'oneOf', 'not', 'discriminator', 'readOnly', 'writeOnly'],
]);

const SAYS_OBJECT = ['properties', 'patternProperties', 'additionalProperties'] as const;

function objectLimits({ node, reading }: Term, schema: JsonObject): Partial<Alternative> {
  const place = (inner: Node): Position => [{ node: inner, reading }];
  const entries = childEntries(node, 'properties');
  const rest = childNode(node, 'additionalProperties');
  const part: ObjectPart = {
    properties: new Map(entries.map(([name, inner]) => [name, place(inner)])),
    patterns: new Map(
      childEntries(node, 'patternProperties').map(([source, inner]) => [source, place(inner)]),
    ),
    // `true` and `{}` allow any member, which is more than silence: C1 closes only what is silent.
    ...(rest ? { rest: saysNothing({ node: rest, reading }) ? ANYTHING : place(rest) } : {}),
    ...(namesAll(node) ? { isDescribed: true } : {}),
  };
  const hides = reading.hides;
  const names = childNode(node, 'propertyNames');
  return {
    objects: SAYS_OBJECT.some(name => schema[name] !== undefined) ? [part] : [],
    required: new Set(isArray(schema.required) ? schema.required.filter(isString) : []),
    hidden: new Set(
      hides
        ? entries.filter(([, inner]) => isFlagged(inner, hides, reading.resolve)).map(([name]) => name)
        : [],
    ),
    dependent: new Map(
      childEntries(node, 'dependentRequired').map(([name, { value }]) => [
        name,
        new Set(isArray(value) ? value.filter(isString) : []),
      ]),
    ),
    names: names ? [place(names)] : [],
  };
}

function arrayLimits({ node, reading }: Term, schema: JsonObject): Partial<Alternative> {
  const items = childNode(node, 'items');
  const prefix = childNodes(node, 'prefixItems').map((inner): Position => [{ node: inner, reading }]);
  const part: ArrayPart = { prefix, ...(items ? { rest: [{ node: items, reading }] } : {}) };
  const of = childNode(node, 'contains');
  const contains: Contains[] = of
    ? [
        {
          of: [{ node: of, reading: toTheLetter(reading) }],
          least: typeof schema.minContains === 'number' ? schema.minContains : 1,
          most: typeof schema.maxContains === 'number' ? schema.maxContains : Number.POSITIVE_INFINITY,
        },
      ]
    : [];
  return { arrays: items || prefix.length > 0 ? [part] : [], contains };
}
