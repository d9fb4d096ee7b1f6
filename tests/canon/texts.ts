import { readdirSync } from 'node:fs';
import { isMapping, operationsOf } from './examples.ts';
import { type Mapping, nameOf, type Place, type Spec, specFolder } from './spec-reader.ts';

/** A text and what it describes. */
export interface Text {
  /** `Zaak.startdatum`, `zaak_list?startdatum`, `zaak_create`, `RichtingEnum=intern`. */
  readonly of: string;
  readonly kind:
    | 'schema'
    | 'attribute'
    | 'parameter'
    | 'operation'
    | 'summary'
    | 'answer'
    | 'header'
    | 'tag'
    | 'code';
  readonly text: string;
  /** Of a success answer: the path it belongs to and what it carries. */
  readonly shape?: string;
  /** Of an attribute: it can be `null`, or the empty text where a code is expected. */
  readonly canBeEmpty?: true;
}

const files = (folder: string): readonly string[] =>
  readdirSync(specFolder, { recursive: true, encoding: 'utf8' })
    .filter(file => file.endsWith('.yaml') && file.includes(`/${folder}/`) && !file.startsWith('releases'))
    .map(file => file.replaceAll('\\', '/'))
    .sort();

const said = (place: Place, key = 'description'): string => String(place.value[key] ?? '').trim();

/** A reference with nothing beside it brings the text of its target. */
const isBareReference = (value: unknown): boolean =>
  isMapping(value) && '$ref' in value && Object.keys(value).length === 1;

const isEmpty = (branch: unknown): boolean =>
  isMapping(branch) && (branch.type === 'null' || String(branch.$ref).endsWith('/BlankEnum.yaml'));

const canBeEmpty = ({ type, oneOf, anyOf }: Mapping): boolean =>
  [type].flat().includes('null') || [oneOf, anyOf].flat().some(isEmpty);

/** Attributes in a schema, also those in nested objects and items that have no file of their own. */
const attributesIn = (name: string, value: unknown): readonly Text[] => {
  if (!isMapping(value)) return [];
  const properties = isMapping(value.properties) ? Object.entries(value.properties) : [];
  const own = properties.flatMap(([key, property]): readonly Text[] => {
    if (!isMapping(property) || isBareReference(property)) return [];
    const of = `${name}.${key}`;
    return [
      {
        of,
        kind: 'attribute',
        text: String(property.description ?? '').trim(),
        ...(canBeEmpty(property) ? { canBeEmpty: true } : {}),
      },
      ...attributesIn(of, property),
    ];
  });
  return [...own, ...attributesIn(name, value.items)];
};

const codesIn = (name: string, value: unknown): readonly Text[] => {
  if (!isMapping(value) || !Array.isArray(value.enum)) return [];
  const known = value.enum.map(String);
  const texts = isMapping(value['x-enumDescriptions']) ? value['x-enumDescriptions'] : {};
  return [...new Set([...known, ...Object.keys(texts)])].map(code => ({
    of: `${name}=${code}`,
    kind: 'code',
    text: known.includes(code) ? String(texts[code] ?? '').trim() : '',
  }));
};

/** The path of an answer with the schemas of its content: those of GET and HEAD, or PUT and PATCH, can be equal. */
const shapeOf = (spec: Spec, operation: Place, answer: Place): string => {
  const content = spec.at(answer, 'content');
  const carried = Object.keys(content?.value ?? {}).map(type => {
    const schema = content && spec.at(content, type, 'schema');
    const isInline = schema?.file === operation.file;
    return `${type} ${isInline ? JSON.stringify(schema?.value) : schema?.file}`;
  });
  return [operation.file, ...carried].join(' ');
};

/** Every text of the document; an empty one where a text is missing. */
export const collectTexts = (spec: Spec): readonly Text[] => {
  const texts: Text[] = [];
  for (const file of files('schemas')) {
    const place = spec.open(file);
    const name = nameOf(file);
    texts.push({ of: name, kind: 'schema', text: said(place) }, ...attributesIn(name, place.value));
    texts.push(...codesIn(name, place.value));
  }
  for (const file of [...files('headers'), ...files('responses')]) {
    const kind = file.includes('/headers/') ? 'header' : 'answer';
    texts.push({ of: nameOf(file), kind, text: said(spec.open(file)) });
  }
  for (const file of files('parameters')) {
    const place = spec.open(file);
    const name = String(place.value.name);
    texts.push(
      { of: `?${name}`, kind: 'parameter', text: said(place) },
      ...codesIn(`?${name}`, place.value.schema),
    );
  }
  for (const tag of spec.list(spec.root, 'tags')) {
    texts.push({ of: String(tag.value.name), kind: 'tag', text: said(tag) });
  }
  for (const operation of operationsOf(spec)) {
    const id = String(operation.value.operationId);
    texts.push({ of: id, kind: 'operation', text: said(operation) });
    texts.push({ of: id, kind: 'summary', text: said(operation, 'summary') });
    for (const parameter of spec
      .list(operation, 'parameters')
      .filter(place => !place.file.includes('/parameters/'))) {
      texts.push({ of: `${id}?${String(parameter.value.name)}`, kind: 'parameter', text: said(parameter) });
    }
    const responses = spec.at(operation, 'responses');
    for (const status of Object.keys(responses?.value ?? {})) {
      const answer = responses && spec.at(responses, status);
      if (!answer) continue;
      const shape = /^(2|304)/.test(status) ? { shape: shapeOf(spec, operation, answer) } : {};
      texts.push({ of: `${id} ${status}`, kind: 'answer', text: said(answer), ...shape });
    }
  }
  return texts;
};
