import type { Locus } from '../../core/finding.ts';
import { isString } from '../../core/json.ts';
import type { Node } from '../../core/node.ts';
import type { Text } from '../../core/text.ts';
import { childEntries, childNode, keyword } from '../../json-schema/reading.ts';
import { isJsonType } from '../../openapi/examples.ts';
import type { Role } from '../../openapi/message-validator.ts';
import type { ComparableOperation, ComparableParameter } from '../../openapi/operations.ts';
import { decoded, type Headers, type RawPair, type SentRequest } from '../recording/exchange.ts';
import { parsed } from '../recording/item-content.ts';
import type { Checking } from './checking.ts';
import { bestFit } from './fit.ts';
import { claims, queryReadings, textReadings, type ValueReadings } from './parameter-values.ts';
import { type SchemaPlace, undocumentedIn } from './places.ts';
import { type MessagePart, type Problem, problemsIn, problemWith, undocumented } from './problems.ts';
import { MESSAGE_RULES } from './rules.ts';

const CALLED: Readonly<Record<ComparableParameter['place'], Text>> = {
  path: { nl: 'padparameter', en: 'path parameter' },
  query: { nl: 'parameter', en: 'parameter' },
  header: { nl: 'header', en: 'header' },
  cookie: { nl: 'cookie', en: 'cookie' },
};

const called = (place: ComparableParameter['place'], name: string): Text => ({
  nl: `${CALLED[place].nl} ${name}`,
  en: `${CALLED[place].en} ${name}`,
});

/** What is wrong with the parameters of a request (OpenAPI 3.1.0, section 4.8.12). */
export function parameterProblems(
  checking: Checking,
  operation: ComparableOperation,
  { url, headers }: SentRequest,
  pathValues: ReadonlyMap<string, string>,
  locus: Locus,
): Problem[] {
  const cookies = cookiesOf(headers);
  const query = url.query.map(([name, value]): RawPair => [decoded(name), value]);
  const sent = (parameter: ComparableParameter, place: SchemaPlace): ValueReadings | undefined => {
    const { name } = parameter;
    const read = (raw: string | undefined): ValueReadings | undefined =>
      raw === undefined ? undefined : textReadings(parameter, place, raw);
    if (parameter.place === 'query') return queryReadings(parameter, place, query);
    if (parameter.place === 'header') return read(headers.get(name)?.join(', '));
    return read((parameter.place === 'path' ? pathValues : cookies).get(name));
  };
  return [
    ...operation.parameters.flatMap(parameter => {
      const place = checking.placeOf(parameter.schema ? [parameter.schema] : []);
      const readings = sent(parameter, place);
      if (!readings && !parameter.isRequired) return [];
      const part = partOf(parameter, place, 'request', locus);
      return readings ? valueProblems(checking, parameter, part, readings) : absenceProblems(parameter, part);
    }),
    ...unknownParameters(checking, operation, query, locus),
  ];
}

/** What is wrong with the headers of a response (OpenAPI 3.1.0, section 4.8.21). */
export const headerProblems = (
  checking: Checking,
  described: readonly ComparableParameter[],
  headers: Headers,
  locus: Locus,
  role: Role,
): Problem[] =>
  described.flatMap(header => {
    const place = checking.placeOf(header.schema ? [header.schema] : []);
    const part = partOf(header, place, role, locus);
    const raw = headers.get(header.name)?.join(', ');
    if (raw === undefined) return absenceProblems(header, part);
    return valueProblems(checking, header, part, textReadings(header, place, raw));
  });

const partOf = (
  { name, place, node }: ComparableParameter,
  described: SchemaPlace,
  role: Role,
  locus: Locus,
): MessagePart => ({
  locus: { ...locus, part: place, property: [name] },
  called: called(place, writtenName(node) ?? name),
  role,
  place: described,
  nodes: [node],
});

/** Of headers, whose name is compared in lower case. */
const writtenName = (node: Node): string | undefined => {
  const name = keyword(node, 'name');
  return isString(name) ? name : undefined;
};

function absenceProblems({ isRequired, place, name }: ComparableParameter, part: MessagePart): Problem[] {
  if (!isRequired) return [];
  if (place !== 'cookie')
    return [problemWith(MESSAGE_RULES.required, part, { nl: 'ontbreekt', en: 'is missing' })];
  const reason = {
    nl: `cookie ${name} ontbreekt; recorders laten cookies vaak weg`,
    en: `cookie ${name} is missing; recorders often leave cookies out`,
  };
  return [problemWith(MESSAGE_RULES.unchecked, part, reason)];
}

function valueProblems(
  { validator, showsValues }: Checking,
  { schema, node }: ComparableParameter,
  part: MessagePart,
  readings: ValueReadings,
): Problem[] {
  const isEmpty = readings.every(one => one === '');
  if (!schema || (isEmpty && keyword(node, 'allowEmptyValue') === true)) return [];
  if (isJson(node)) {
    const value = isString(readings[0]) ? parsed(readings[0]) : undefined;
    return value === undefined
      ? [problemWith(MESSAGE_RULES.unreadable, part, { nl: 'is geen JSON', en: 'is no JSON' })]
      : problemsIn(part, validator.validate(schema, value, part.role), validator, showsValues);
  }
  const fit = bestFit(validator, schema, readings, part.role);
  return [
    ...problemsIn(part, fit, validator, showsValues),
    ...undocumentedIn(part.place, fit.value).map(pointer => undocumented(part, pointer)),
  ];
}

/** A parameter may be described by `content` (OpenAPI 3.1.0, section 4.8.12.3). */
function isJson(node: Node): boolean {
  if (keyword(node, 'content') === undefined) return false;
  const [entry] = childEntries(node, 'content');
  return childNode(node, 'schema') === undefined && entry !== undefined && isJsonType(entry[0]);
}

/** Names in a query that no parameter has; of headers and cookies everybody sends others as well. */
function unknownParameters(
  { placeOf, keysInQuery }: Checking,
  { parameters }: ComparableOperation,
  query: readonly RawPair[],
  locus: Locus,
): Problem[] {
  if (query.length === 0) return [];
  const known = parameters.filter(({ place }) => place === 'query');
  if (known.some(parameter => keyword(parameter.node, 'in') === 'querystring')) return [];
  const names = new Set(query.map(([name]) => name));
  const isKnown = (sent: string): boolean =>
    keysInQuery.has(sent) ||
    known.some(parameter => claims(parameter, placeOf(parameter.schema ? [parameter.schema] : []), sent));
  return [...names]
    .filter(name => !isKnown(name))
    .map(name =>
      problemWith(MESSAGE_RULES.undocumentedParameter, {
        locus: { ...locus, part: 'query', property: [name] },
        called: called('query', name),
        nodes: [],
      }),
    );
}

function cookiesOf(headers: Headers): Map<string, string> {
  const pairs = (headers.get('cookie') ?? []).flatMap(line => line.split(/;\s*/));
  return new Map(
    pairs.flatMap(pair => {
      const at = pair.indexOf('=');
      return at < 0 ? [] : [[pair.slice(0, at).trim(), pair.slice(at + 1)] as const];
    }),
  );
}
