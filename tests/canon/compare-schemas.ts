import {
  answerOf,
  bodyOf,
  compareFacets,
  operationAt,
  typeText,
  withoutExpand,
} from './compare-operations.ts';
import type { Ledger } from './comparison.ts';
import { type ApiFacts, bounds, type Line, parseLine, type SchemaFacts } from './facts.ts';
import { chooserOf, chosen, type ObjectView, viewAttribute, viewObject } from './schema-view.ts';
import { nameOf, type Place, type Spec } from './spec-reader.ts';

/** Letter of {@link Line} `in` → the schema that has this form on the wire. */
type Forms = ReadonlyMap<string, Place>;

const flag = (value: boolean): string => (value ? 'yes' : '');
const writes = (form: string): boolean => 'CUPX'.includes(form);

/** Finds the forms of a schema through the operations that use it, so that the names of files don't matter. */
const formsOf = (spec: Spec, facts: ApiFacts, name: string, schema: SchemaFacts): Forms => {
  const forms = new Map<string, Place>();
  const set = (form: string, place: Place | undefined): void => {
    if (place && !forms.has(form)) forms.set(form, place);
  };
  for (const [key, operation] of Object.entries(facts.operations)) {
    const place = operationAt(spec, facts, key);
    if (!place) continue;
    const method = key.split(' ')[0] ?? '';
    const [status = '', , answers = ''] = operation.answer.split(' ');
    const [body] = (operation.body ?? '').split(' ');
    if (answers === name) set('R', answerOf(spec, place, status).schema);
    if (schema.answers?.includes(answers))
      set(method === 'POST' ? 'c' : 'u', answerOf(spec, place, status).schema);
    if (schema.role === 'request' && body === name) set('X', bodyOf(spec, place));
    if (method === 'POST' && body === schema.create) set('C', bodyOf(spec, place));
    if (method === 'PUT' && body === schema.update) set('U', bodyOf(spec, place));
    if (method === 'PATCH' && body === schema.patch) set('P', bodyOf(spec, place));
    if (schema.role !== 'error') continue;
    for (const code of Object.keys(spec.at(place, 'responses')?.value ?? {})) {
      if (code < '400' || (code === '400') !== (name === 'ValidatieFout')) continue;
      set('R', spec.at(place, 'responses', code, 'content', 'application/problem+json', 'schema'));
    }
  }
  return forms;
};

const attributeAt = (
  spec: Spec,
  schema: Place,
  path: string,
): { readonly place: Place; readonly view: ObjectView; readonly name: string } | undefined => {
  let here = schema;
  const names = path.split('.');
  for (const [index, name] of names.entries()) {
    const view = viewObject(spec, here);
    const property = view.properties.get(name);
    if (!property) return undefined;
    if (index === names.length - 1) return { place: property, view, name };
    const attribute = viewAttribute(spec, property);
    here = attribute.item?.place ?? attribute.place;
  }
  return undefined;
};

/** A variant is reached through the discriminator of the attribute that holds it. */
const variantAt = (
  spec: Spec,
  _facts: ApiFacts,
  variant: string,
  all: (name: string) => Forms,
): Place | undefined => {
  const [holderPath = '', by = ''] = variant.split(' ');
  const code = by.split('=')[1] ?? '';
  if (holderPath === 'GeoJSONGeometry') {
    const zaak = all('Zaak').get('R');
    const found = zaak && attributeAt(spec, zaak, 'zaakgeometrie');
    return found && chosen(spec, viewAttribute(spec, found.place).place, code);
  }
  const [schema = '', attribute = ''] = holderPath.split('.');
  const read = all(schema).get('R');
  const holder = read && viewObject(spec, read).holder;
  if (read && !holder) {
    const found = attributeAt(spec, read, attribute);
    const item = found && viewAttribute(spec, found.place).item;
    return item && chosen(spec, item.place, code);
  }
  const choice = holder && chosen(spec, holder, code);
  return choice && viewObject(spec, choice).properties.get(attribute);
};

const compareAttribute = (
  ledger: Ledger,
  spec: Spec,
  facts: ApiFacts,
  key: string,
  path: string,
  line: Line,
  forms: Forms,
): void => {
  const at = `${key}.${path}`;
  const occurs = line.values.get('in') ?? '';
  const compared = new Set<string>();
  for (const [form, schema] of forms) {
    const found = attributeAt(spec, schema, path);
    const readOnly = found?.place.value.readOnly === true;
    const writeOnly = found?.place.value.writeOnly === true;
    const hidden = (isReadOnly: boolean, isWriteOnly: boolean): boolean =>
      (writes(form) && isReadOnly) || (!writes(form) && isWriteOnly);
    const expected =
      occurs.includes(form) && !hidden(line.words.has('readOnly'), line.words.has('writeOnly'));
    const present = found !== undefined && !hidden(readOnly, writeOnly);
    ledger.same(`${at}/in ${form}`, flag(expected), flag(present));
    const required = present && found.view.required.has(found.name);
    if (form !== 'P') {
      const word = writes(form) ? 'required' : 'always';
      ledger.same(`${at}/${word} ${form}`, flag(expected && line.words.has(word)), flag(required));
    } else if (!path.includes('.')) ledger.same(`${at}/required P`, '', flag(required));
    if (!present || !expected) continue;
    const view = viewAttribute(spec, found.place);
    compareCases(ledger, spec, at, form, path, line, schema, view.item?.place ?? view.place);
    const type = (writes(form) && line.values.get('write')) || line.type;
    ledger.same(`${at}/type ${form}`, type, typeText(view));
    // The forms share their attributes: what is the same schema is compared once.
    const same = JSON.stringify(view.value);
    if (compared.has(same)) continue;
    compared.add(same);
    compareFacets(ledger, at, line, view, facts);
    ledger.same(`${at}/blank`, flag(line.words.has('blank')), flag(view.blank));
    ledger.same(`${at}/nullable`, flag(line.words.has('null')), flag(view.nullable));
    ledger.same(`${at}/readOnly`, flag(line.words.has('readOnly')), flag(readOnly));
    ledger.same(`${at}/writeOnly`, flag(line.words.has('writeOnly')), flag(writeOnly));
    ledger.same(`${at}/uniqueItems`, flag(line.words.has('unique')), flag(view.value.uniqueItems === true));
    const [fewest, most] = bounds(line, 'items');
    ledger.same(`${at}/minItems`, fewest, String(view.value.minItems ?? ''));
    ledger.same(`${at}/maxItems`, most, String(view.value.maxItems ?? ''));
    const name = line.values.get('group') ?? line.values.get('named');
    const given = view.item?.name === name ? name : view.name === name ? name : (view.item ?? view).name;
    if (name) ledger.same(`${at}/named`, name, given ?? '');
  }
};

const compareCases = (
  ledger: Ledger,
  spec: Spec,
  at: string,
  form: string,
  path: string,
  line: Line,
  schema: Place,
  target: Place,
): void => {
  const by = line.values.get('by');
  if (!by) return;
  const cases = line.values.get('cases');
  const holder = cases ? viewObject(spec, schema).holder : target;
  ledger.same(`${at}/discriminator ${form}`, by, holder ? chooserOf(spec, holder) : '');
  for (const [code = '', name = ''] of (cases?.split('|') ?? []).map(pair => pair.split('='))) {
    const choice = holder && chosen(spec, holder, code);
    const property = choice && viewObject(spec, choice).properties.get(path);
    ledger.same(`${at}/case ${code} ${form}`, name, property ? nameOf(property.file) : '');
  }
};

export const compareSchemas = (ledger: Ledger, spec: Spec, facts: ApiFacts): void => {
  const known = new Map<string, Forms>();
  const forms = (name: string): Forms => {
    const schema = facts.schemas[name];
    const found = known.get(name) ?? (schema ? formsOf(spec, facts, name, schema) : new Map());
    known.set(name, found);
    return found;
  };
  for (const [name, schema] of Object.entries(facts.schemas)) {
    const key = `${facts.name}/${name}`;
    const variant = schema.variant ? variantAt(spec, facts, schema.variant, forms) : undefined;
    const places: Forms = variant ? new Map([['R', variant]]) : forms(name);
    ledger.same(`${key}/present`, 'yes', flag(places.size > 0));
    const read = places.get('R') ?? places.get('X') ?? places.get('C');
    ledger.same(`${key}/name`, name, read ? withoutExpand(nameOf(read.file)) : '');
    for (const [path, text] of Object.entries(schema.attributes)) {
      compareAttribute(ledger, spec, facts, key, path, parseLine(text), places);
    }
    const expands = Object.values(facts.operations).some(
      operation => operation.answer.includes(` ${name} `) && operation.answer.endsWith('expand'),
    );
    const embedded = read && viewObject(spec, read).properties.get('_expand');
    const target = embedded && viewObject(spec, embedded);
    if (!expands) continue;
    const expandable = Object.entries(schema.attributes).filter(([, text]) =>
      parseLine(text).words.has('expand'),
    );
    ledger.sameSet(
      `${key}/expandable`,
      expandable.map(([path]) => path),
      [...(target?.properties.keys() ?? [])],
    );
  }
};

export const compareChannels = (ledger: Ledger, spec: Spec, facts: ApiFacts): void => {
  for (const [name, channel] of Object.entries(facts.channels ?? {})) {
    const group =
      Object.keys(spec.at(spec.root, 'x-zds-apis')?.value ?? {}).find(
        key => key.toLowerCase() === facts.api,
      ) ?? '';
    const place = spec.at(spec.root, 'x-zds-apis', group, 'channels', name);
    const key = `${facts.name}/channel ${name}`;
    ledger.same(`${key}/name`, 'yes', place ? 'yes' : '');
    ledger.same(`${key}/resource`, channel.resource, String(place?.value.mainResource ?? ''));
    ledger.sameSet(`${key}/kenmerk`, channel.kenmerken, (place?.value.kenmerken ?? []) as readonly string[]);
    const events = Object.entries((place && spec.at(place, 'events')?.value) ?? {});
    ledger.sameSet(
      `${key}/event`,
      channel.events,
      events.flatMap(([resource, actions]) =>
        (actions as readonly string[]).map(action => `${resource}=${action}`),
      ),
    );
  }
};
