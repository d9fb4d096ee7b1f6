import { load } from 'js-yaml';
import { isObject, type Json, type JsonObject } from '../core/json.ts';
import { join, type Pointer } from '../core/pointer.ts';

/** A part of a document, completed to a whole one. */
export interface DocumentPart {
  /** The whole document, as JSON text: put together when a test asks for it, for lint itself never does. */
  readonly text: () => string;
  /** Where the part stands in it. */
  readonly base: Pointer;
  /** What the author wrote, for people to read. */
  readonly shown: string;
}

const ROOT = { openapi: '3.1.0', info: { title: 'Zaken', version: '1.0.0' } };

function read(text: string): Json {
  return load(text) as Json;
}

function complete(shown: string, base: Pointer, root: () => JsonObject): DocumentPart {
  const text = () => {
    const whole: JsonObject = { ...ROOT, ...root() };
    return JSON.stringify(isObject(whole.paths) ? whole : { ...whole, paths: {} });
  };
  return { text, base, shown };
}

/** Fields of the OpenAPI Object; version, `info` and empty `paths` are added where they are left out. */
export function document(text: string): DocumentPart {
  return complete(text, '', () => {
    const value = read(text);
    return isObject(value) ? value : {};
  });
}

/** Keys of `info`, beside a title and a version. */
export function info(text: string): DocumentPart {
  return complete(text, '/info', () => ({ info: { ...ROOT.info, ...(read(text) as JsonObject) } }));
}

/** One Path Item Object at a path. */
export function pathItem(path: string, text: string): DocumentPart {
  return complete(text, join('/paths', path), () => ({ paths: { [path]: read(text) } }));
}

/** One Operation Object at a method and path, such as `operation('GET /zaken', …)`. */
export function operation(label: string, text: string): DocumentPart {
  const [method = '', path = ''] = label.split(' ');
  const name = method.toLowerCase();
  return complete(text, join('/paths', path, name), () => ({ paths: { [path]: { [name]: read(text) } } }));
}

/** One Parameter Object of `GET /zaken`. */
export function parameter(text: string): DocumentPart {
  return complete(text, '/paths/~1zaken/get/parameters/0', () => ({
    paths: { '/zaken': { get: { parameters: [read(text)], responses: {} } } },
  }));
}

/** One Response Object of `GET /zaken`. */
export function response(status: string, text: string): DocumentPart {
  return complete(text, join('/paths/~1zaken/get/responses', status), () => ({
    paths: { '/zaken': { get: { responses: { [status]: read(text) } } } },
  }));
}

/** One named schema, which `GET /zaken` answers with and `POST /zaken` takes. */
export function schema(name: string, text: string): DocumentPart {
  const content = { 'application/json': { schema: { $ref: `#/components/schemas/${name}` } } };
  return complete(text, join('/components/schemas', name), () => ({
    paths: {
      '/zaken': {
        get: { responses: { 200: { description: 'Zaak', content } } },
        post: { requestBody: { content }, responses: { 201: { description: 'Zaak', content } } },
      },
    },
    components: { schemas: { [name]: read(text) } },
  }));
}

/** Fields of the Components Object. */
export function components(text: string): DocumentPart {
  return complete(text, '/components', () => ({ components: read(text) }));
}
