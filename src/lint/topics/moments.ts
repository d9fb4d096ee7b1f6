import { isArray, isObject, isString, member } from '../../core/json.ts';
import type { Node } from '../../core/node.ts';
import { childOf } from '../../source/index.ts';
import type { Api, Response } from '../api.ts';
import { entriesOf, itemsOf, listedIn, partsOf, propertiesOf } from './schemas.ts';

/** Formats of a date-time without a zone. */
export const ZONELESS = new Set(['date-time-local', 'local-date-time', 'datetime-local', 'local-datetime']);

const UTC = /(Z|[+-]00:?00)$/i;
const HAS_TIME = /\d[Tt ]\d\d:/;
const ANY_ZONE = /(Z|[+-]\d\d:?\d\d)$/i;

/** What to say of a time without a zone. */
export const NO_ZONE = {
  wat: 'noemt geen tijdzone; gebruik het formaat date-time, met Z of een verschil met UTC',
  what: 'names no time zone; use the format date-time, with Z or an offset from UTC',
};

/** What to say of a time in an answer that is not in UTC. */
const OTHER_ZONE = {
  wat: 'staat in een antwoord en is niet in UTC; schrijf de tijd met Z',
  what: 'stands in an answer and is not in UTC; write the time with Z',
};

/** What to say of a time that ISO 8601 and RFC 9557 do not both know (ADR /core/date-time/format). */
const OTHER_FORM = {
  wat: 'is geen vorm die ISO 8601 en RFC 9557 beide kennen; schrijf T en Z als hoofdletter en geen -00:00',
  what: 'is no form that both ISO 8601 and RFC 9557 know; write T and Z as capitals and no -00:00',
};

/** A date-time with another sign between date and time, a small letter, or an unknown offset. */
const isInOtherForm = ({ value }: Node): boolean =>
  /^\d{4}-\d\d-\d\d([t ]|T.*(z|-00:00)$)/.test(String(value));

/** A date-time without a zone. */
const isWithoutZone = ({ value }: Node): boolean =>
  HAS_TIME.test(String(value)) && !ANY_ZONE.test(String(value));

/** A date-time with an offset that is not that of UTC. */
const isOtherThanUtc = ({ value }: Node): boolean =>
  ANY_ZONE.test(String(value)) && /T/i.test(String(value)) && !UTC.test(String(value));

/** What is wrong with a date-time. The rule says MUST of a zone and SHOULD of UTC in an answer. */
export function faultOf(
  moment: Node,
  isAnswer: () => boolean,
): { readonly says: typeof NO_ZONE; readonly level?: 'warning' } | undefined {
  if (isWithoutZone(moment)) return { says: NO_ZONE };
  if (isInOtherForm(moment)) return { says: OTHER_FORM };
  return isOtherThanUtc(moment) && isAnswer() ? { says: OTHER_ZONE, level: 'warning' } : undefined;
}

/** The strings in a value that its schema says are of format date-time. */
function momentsIn(api: Api, schema: Node | undefined, value: Node): Node[] {
  const parts = partsOf(api, schema);
  if (isString(value.value)) {
    return parts.some(part => member(part.value, 'format') === 'date-time') ? [value] : [];
  }
  if (isArray(value.value)) {
    const items = listedIn(api, schema);
    return itemsOf(value).flatMap(item => momentsIn(api, items, item));
  }
  if (!isObject(value.value)) return [];
  const properties = propertiesOf(api, schema);
  const others = parts.flatMap(part => api.child(part, 'additionalProperties') ?? [])[0];
  return entriesOf(value).flatMap(([name, item]) => momentsIn(api, properties.get(name) ?? others, item));
}

/** The values of `example` and `examples`: a list in a schema, Example Objects by name elsewhere. */
export function exampleValues(api: Api, holder: Node): Node[] {
  const example = childOf(holder, 'example');
  const examples = childOf(holder, 'examples');
  const single = example ? [example] : [];
  if (!examples) return single;
  return [
    ...single,
    ...itemsOf(examples),
    // `dataValue` since OpenAPI 3.2.0, section 4.19.
    ...entriesOf(examples).flatMap(
      ([, example]) => api.child(example, 'value') ?? api.child(example, 'dataValue') ?? [],
    ),
  ];
}

/** The date-times that a schema has as its only or its usual values. */
export const momentsSet = (api: Api, schema: Node): Node[] =>
  [childOf(schema, 'default'), childOf(schema, 'const'), ...itemsOf(childOf(schema, 'enum'))].flatMap(
    value => (value ? momentsIn(api, schema, value) : []),
  );

/** The date-times in the examples of something that has a schema. */
export const momentsShown = (api: Api, holder: Node, schema: Node | undefined): Node[] =>
  exampleValues(api, holder).flatMap(value => momentsIn(api, schema, value));

/** The date-times in examples beside schemas, by what they travel in. */
export function exampleMoments(api: Api): { readonly sent: Node[]; readonly answered: Node[] } {
  const sent: Node[] = [];
  const answered: Node[] = [];
  for (const { kind, parameters, requestContent, responses } of api.operations) {
    // Whoever receives a webhook or callback gets what it requests as an answer.
    const [toServer, toClient] = kind === 'path' ? [sent, answered] : [answered, sent];
    for (const { node, schema } of parameters) toServer.push(...momentsShown(api, node, schema));
    toServer.push(...requestContent.flatMap(({ node, schema }) => momentsShown(api, node, schema)));
    toClient.push(...responses.flatMap(response => momentsOf(api, response)));
  }
  return { sent, answered };
}

/** The date-times in the examples of an answer: its content, then its headers. */
function momentsOf(api: Api, { content, headers }: Response): Node[] {
  const inHeaders = [...headers.values()].flatMap(header => {
    const schema = api.child(header, 'schema');
    return [...momentsShown(api, header, schema), ...(schema ? momentsShown(api, schema, schema) : [])];
  });
  return [...content.flatMap(({ node, schema }) => momentsShown(api, node, schema)), ...inHeaders];
}
