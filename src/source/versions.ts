import { isObject, isString, type Json, member } from '../core/json.ts';
import { UserError } from '../core/user-error.ts';

/** The `openapi` field of a root, or an error that says what the file is instead. */
export function openapiVersion(key: string, value: Json | undefined): string {
  if (!isObject(value)) {
    throw new UserError('unreadable', {
      nl: `${key}:1:1: geen OpenAPI-document: de wortel is geen object`,
      en: `${key}:1:1: no OpenAPI document: the root is not an object`,
    });
  }
  const stated = value.swagger ?? value.openapi;
  const version = typeof stated === 'number' ? String(stated) : stated;
  if (!isString(version)) {
    throw new UserError(
      'unreadable',
      {
        nl: `${key}:1:1: geen OpenAPI-document: het veld 'openapi' ontbreekt`,
        en: `${key}:1:1: no OpenAPI document: the field 'openapi' is missing`,
      },
      {
        nl: "Geef het hoofdbestand, dat begint met 'openapi: 3.x.y'.",
        en: "Give the root file, the one that starts with 'openapi: 3.x.y'.",
      },
    );
  }
  return version;
}

/** What of a document says its version. */
interface Versioned {
  readonly root: string;
  readonly version: string;
  readonly files: ReadonlyMap<string, { readonly value: Json }>;
}

/** True for OpenAPI 3.0, 3.1 and 3.2: all that the tool can work with. */
export const isSupported = ({ version }: Pick<Versioned, 'version'>): boolean =>
  /^3\.[012](\.|$)/.test(version);

/** @throws UserError `unreadable` for a document of another version */
export function requireSupported<D extends Versioned>(document: D): D {
  if (isSupported(document)) return document;
  const { root, version } = document;
  throw member(document.files.get(root)?.value, 'swagger') === undefined
    ? new UserError(
        'unreadable',
        {
          nl: `${root}: OpenAPI ${version} wordt niet ondersteund`,
          en: `${root}: OpenAPI ${version} is not supported`,
        },
        { nl: 'Gebruik 3.0, 3.1 of 3.2.', en: 'Use 3.0, 3.1 or 3.2.' },
      )
    : new UserError(
        'unreadable',
        {
          nl: `${root}:1:1: Swagger ${version} wordt niet ondersteund`,
          en: `${root}:1:1: Swagger ${version} is not supported`,
        },
        { nl: 'Zet het eerst om naar OpenAPI 3.x.', en: 'Convert it to OpenAPI 3.x first.' },
      );
}
