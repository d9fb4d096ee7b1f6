import type { Ledger } from './comparison.ts';
import { type ApiFacts, bounds, type Line, type OperationFacts, parseLine } from './facts.ts';
import { type AttributeView, type ObjectView, viewAttribute, viewObject } from './schema-view.ts';
import { nameOf, type Place, type Spec } from './spec-reader.ts';

/** How the facts write a type: `string:uri`, `string:uri[]`, `any[]`. */
export const typeText = (view: AttributeView): string => {
  if (view.types === 'array')
    return `${view.item?.types === 'array' ? 'array' : view.item ? typeText(view.item) : 'any'}[]`;
  return [view.types || 'any', view.value.format].filter(Boolean).join(':');
};

const text = (value: unknown): string => (value === undefined ? '' : String(value));
const flag = (value: boolean): string => (value ? 'yes' : '');

/** Bounds, pattern, codes and default: the facets that attributes and parameters have in common. */
export const compareFacets = (
  ledger: Ledger,
  key: string,
  line: Line,
  view: AttributeView,
  facts: ApiFacts,
): void => {
  const one = view.types === 'array' ? (view.item ?? view) : view;
  const [shortest, longest] = bounds(line, 'len');
  const [lowest, highest] = bounds(line, 'range');
  const number = (bound: string): string => (bound === '' ? '' : String(Number(bound)));
  ledger.same(`${key}/minLength`, shortest, text(one.value.minLength));
  ledger.same(`${key}/maxLength`, longest, text(one.value.maxLength));
  ledger.same(`${key}/minimum`, number(lowest), text(one.value.minimum));
  ledger.same(`${key}/maximum`, number(highest), text(one.value.maximum));
  ledger.same(`${key}/pattern`, line.values.get('pattern') ?? '', text(one.value.pattern));
  ledger.same(`${key}/default`, line.values.get('default') ?? '', text(view.value.default));
  ledger.same(
    `${key}/deprecated`,
    flag(line.words.has('deprecated')),
    text(view.value.deprecated).replace('true', 'yes'),
  );
  const codes = facts.enums?.[line.values.get('enum') ?? ''] ?? line.values.get('one-of')?.split('|') ?? [];
  ledger.same(`${key}/enum`, [...codes].sort().join('|'), [...(one.codes ?? [])].sort().join('|'));
};

/** The operation as the document has it; the webhook stands apart from the paths. */
export const operationAt = (spec: Spec, facts: ApiFacts, key: string): Place | undefined => {
  const [method = '', path = ''] = key.split(' ');
  return facts.code === 'nrc-consumer'
    ? spec.at(spec.root, 'webhooks', 'notificatie', method.toLowerCase())
    : spec.at(spec.root, 'paths', path, method.toLowerCase());
};

const itemOf = (spec: Spec, facts: ApiFacts, key: string): Place | undefined => {
  const path = key.split(' ')[1] ?? '';
  return facts.code === 'nrc-consumer'
    ? spec.at(spec.root, 'webhooks', 'notificatie')
    : spec.at(spec.root, 'paths', path);
};

export interface Answer {
  readonly shape: string;
  /** The schema of one item. */
  readonly schema?: Place;
}

/** `ZaakExpanded` is the resource `Zaak`, with `_expand` beside its attributes. */
export const withoutExpand = (name: string): string => name.replace(/Expanded$/, '');

/** The body of the success answer, taken out of its list or page. */
export const answerOf = (spec: Spec, operation: Place, status: string): Answer => {
  const content = spec.at(operation, 'responses', status, 'content');
  const [type] = Object.keys(content?.value ?? {});
  if (!content || !type) return { shape: 'none' };
  const schema = spec.at(content, type, 'schema');
  if (type === 'application/octet-stream' || !schema) return { shape: 'binary' };
  if (schema.value.type === 'array') {
    const item = spec.at(schema, 'items');
    return item ? { shape: 'list', schema: item } : { shape: 'list' };
  }
  const view: ObjectView = viewObject(spec, schema);
  const results = view.properties.get('results');
  const one = results && spec.at(results, 'items');
  return one && view.properties.has('count') ? { shape: 'page', schema: one } : { shape: 'object', schema };
};

export const bodyOf = (spec: Spec, operation: Place): Place | undefined => {
  const content = spec.at(operation, 'requestBody', 'content');
  const [type = ''] = Object.keys(content?.value ?? {});
  return content && spec.at(content, type, 'schema');
};

const named = (schema: Place | undefined, operation: Place): string =>
  !schema ? '-' : schema.file === operation.file ? 'object' : nameOf(schema.file);

const headersOf = (spec: Spec, response: Place | undefined): readonly string[] =>
  Object.keys((response && spec.at(response, 'headers')?.value) ?? {}).sort();

const compareParameters = (
  ledger: Ledger,
  spec: Spec,
  facts: ApiFacts,
  key: string,
  operation: OperationFacts,
  places: readonly Place[],
): void => {
  for (const [where, lines] of [
    ['query', operation.query ?? {}],
    ['header', operation.headers ?? {}],
  ] as const) {
    const present = places.filter(place => place.value.in === where);
    ledger.sameSet(
      `${key}/${where}`,
      Object.keys(lines),
      present.map(place => text(place.value.name)),
    );
    for (const place of present) {
      const name = text(place.value.name);
      const schema = spec.at(place, 'schema');
      if (!schema || lines[name] === undefined) continue;
      const line = parseLine(lines[name]);
      const view = viewAttribute(spec, schema);
      const at = `${key}/${where}/${name}`;
      ledger.same(`${at}/type`, line.type, typeText(view));
      ledger.same(`${at}/required`, flag(line.words.has('required')), flag(place.value.required === true));
      ledger.same(`${at}/style`, line.values.get('style') ?? '', text(place.value.style));
      ledger.same(
        `${at}/explode`,
        line.values.get('explode') ?? '',
        text(place.value.explode).replace('false', 'no'),
      );
      const deprecated = place.value.deprecated === true ? { deprecated: true } : {};
      compareFacets(ledger, at, line, { ...view, value: { ...view.value, ...deprecated } }, facts);
    }
  }
};

export const compareOperation = (
  ledger: Ledger,
  spec: Spec,
  facts: ApiFacts,
  method: string,
  was: OperationFacts,
): void => {
  const key = `${facts.name}/${method}`;
  const operation = operationAt(spec, facts, method);
  ledger.same(`${key}/present`, 'yes', flag(operation !== undefined));
  if (!operation) return;
  const value = operation.value;
  ledger.same(
    `${key}/path`,
    method.split(' ')[1] ?? '',
    facts.code === 'nrc-consumer' ? 'webhook notificatie' : (method.split(' ')[1] ?? ''),
  );
  ledger.same(`${key}/operationId`, was.id, text(value.operationId));
  ledger.same(`${key}/tag`, was.tag, (value.tags as readonly string[]).join(' '));
  ledger.same(`${key}/deprecated`, flag(was.deprecated === true), flag(value.deprecated === true));

  const [body = '', ...bodyTypes] = (was.body ?? '').split(' ');
  const content = spec.at(operation, 'requestBody', 'content');
  ledger.same(`${key}/body`, body, content ? named(bodyOf(spec, operation), operation) : '');
  ledger.sameSet(`${key}/body-type`, bodyTypes, Object.keys(content?.value ?? {}));

  const [status = '', shape = '', schema = '', ...rest] = was.answer.split(' ');
  const success = Object.keys(spec.at(operation, 'responses')?.value ?? {}).filter(code =>
    code.startsWith('2'),
  );
  ledger.same(`${key}/success`, status, success.join(' '));
  const answer = answerOf(spec, operation, status);
  ledger.same(`${key}/shape`, shape, answer.shape);
  ledger.same(
    `${key}/answer`,
    schema,
    withoutExpand(named(answer.schema, operation)).replace(/^object$/, '-'),
  );
  const types = spec.at(operation, 'responses', status, 'content');
  ledger.sameSet(
    `${key}/answer-type`,
    rest.filter(word => word !== 'expand'),
    Object.keys(types?.value ?? {}),
  );
  const expands = answer.schema !== undefined && viewObject(spec, answer.schema).properties.has('_expand');
  if (rest.includes('expand')) ledger.same(`${key}/expand`, 'yes', flag(expands));

  const responses = spec.at(operation, 'responses');
  ledger.sameSet(`${key}/status`, was.statuses.split(' '), Object.keys(responses?.value ?? {}));
  ledger.sameSet(
    `${key}/answer-header`,
    was.answerHeaders?.split(' ') ?? [],
    headersOf(spec, responses && spec.at(responses, status)),
  );
  const errors = Object.keys(responses?.value ?? {}).filter(code => code >= '400');
  const sets = new Set(errors.map(code => headersOf(spec, responses && spec.at(responses, code)).join(' ')));
  ledger.sameSet(
    `${key}/error-header`,
    was.errorHeaders?.split(' ') ?? [],
    sets.size > 1 ? [...sets] : [...sets].flatMap(set => set.split(' ')),
  );

  const security = (value.security ?? []) as readonly Readonly<Record<string, readonly string[]>>[];
  const scopes = security.map(requirement => (requirement['JWT-Claims'] ?? ['another scheme']).join(' and '));
  ledger.sameSet(
    `${key}/scope`,
    was.scopes?.split(' ') ?? [],
    scopes.filter(scope => scope !== ''),
  );

  const item = itemOf(spec, facts, method);
  compareParameters(ledger, spec, facts, key, was, [
    ...(item ? spec.list(item, 'parameters') : []),
    ...spec.list(operation, 'parameters'),
  ]);
};
