import { load } from 'js-yaml';
import { isObject, type Json, type JsonObject } from '../core/json.ts';
import { type DocumentPart, document } from './fragment.ts';

const bodyWith = (name: string): JsonObject => ({
  content: { 'application/json': { schema: { $ref: `#/components/schemas/${name}` } } },
});

const answersWith = (status: number, name: string): JsonObject => ({
  responses: { [status]: { description: name, ...bodyWith(name) } },
});

/**
 * A resource `/zaken` with the schemas of its forms: `List`, `Read`, `Create`, `Replace`, `Patch` and `Search`, each
 * used by the operation of that kind, and whatever other schemas they refer to. Pointers start at the schemas.
 */
export function resource(text: string): DocumentPart {
  return { text: () => document(resourceText(text)).text(), base: '/components/schemas', shown: text };
}

function resourceText(text: string): string {
  const schemas = load(text) as JsonObject;
  const when = (name: string, operation: JsonObject): JsonObject => (schemas[name] ? operation : {});
  const paths = {
    '/zaken': {
      ...when('List', { get: { operationId: 'zaak_list', ...answersWith(200, 'List') } }),
      ...when('Create', { post: { requestBody: bodyWith('Create'), ...answersWith(201, 'Read') } }),
    },
    '/zaken/{uuid}': {
      ...when('Read', { get: { operationId: 'zaak_retrieve', ...answersWith(200, 'Read') } }),
      ...when('Replace', { put: { requestBody: bodyWith('Replace'), ...answersWith(200, 'Read') } }),
      ...when('Patch', { patch: { requestBody: bodyWith('Patch'), ...answersWith(200, 'Read') } }),
    },
    ...when('Search', {
      '/zaken/_zoek': { post: { requestBody: bodyWith('Search'), ...answersWith(200, 'List') } },
    }),
  };
  return JSON.stringify({ paths, components: { schemas } });
}

/** Paths alone, such as `paths({ '/zaken': '{get: {…}}' })`. Pointers start at `paths`. */
export function paths(items: Readonly<Record<string, string>>): DocumentPart {
  const text = () => {
    const read = Object.entries(items).map(([path, item]): [string, Json] => [path, load(item) as Json]);
    return document(JSON.stringify({ paths: Object.fromEntries(read) })).text();
  };
  const shown = Object.entries(items).map(([path, item]) => `${path}: ${item}`);
  return { text, base: '/paths', shown: shown.join('\n') };
}

/** The whole document, each with the fields of the one before overwritten: a fragment with more of a document around it. */
export function within(fragment: DocumentPart, text: string): DocumentPart {
  const whole = () => {
    const around = load(text);
    if (!isObject(around as Json)) throw new Error(`no mapping: ${text}`);
    return JSON.stringify({ ...JSON.parse(fragment.text()), ...(around as JsonObject) });
  };
  return { ...fragment, text: whole };
}
