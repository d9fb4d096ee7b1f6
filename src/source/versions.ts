import { isArray, isObject, isString, type Json, type JsonObject, member } from '../core/json.ts';
import { nearestNames } from '../core/nearest.ts';
import type { Text } from '../core/text.ts';
import { UserError } from '../core/user-error.ts';

/** The `openapi` field of a root, or an error that says what the file is instead. */
export function openapiVersion(key: string, value: Json | undefined): string {
  if (!isObject(value)) throw noObject(key, value);
  const stated = value.swagger ?? value.openapi;
  const version = typeof stated === 'number' ? String(stated) : stated;
  if (!isString(version)) throw noVersion(key, value);
  return version;
}

function noVersion(key: string, value: JsonObject): UserError {
  const why: Text =
    value.openapi === undefined
      ? { nl: "het veld 'openapi' ontbreekt", en: "the field 'openapi' is missing" }
      : { nl: "het veld 'openapi' is geen tekst", en: "the field 'openapi' is no text" };
  // Such as `OpenAPI`, or one behind a comment in JSON, which has none.
  const meant = nearestNames('openapi', Object.keys(value)).filter(name => name !== 'openapi');
  return new UserError(
    'unreadable',
    {
      nl: `${key}:1:1: geen OpenAPI-document: ${why.nl}`,
      en: `${key}:1:1: no OpenAPI document: ${why.en}`,
    },
    meant.length === 0
      ? ROOT_FILE
      : {
          nl: `Er staat wel '${meant.join("', '")}'; een document begint met 'openapi: 3.x.y'.`,
          en: `There is '${meant.join("', '")}'; a document starts with 'openapi: 3.x.y'.`,
        },
  );
}

/** A root that is no object: a list, a text such as a page in HTML or a pointer of Git LFS, or nothing but comments. */
function noObject(key: string, value: Json | undefined): UserError {
  const [is, advice = ROOT_FILE] = whatItIs(value);
  return new UserError(
    'unreadable',
    {
      nl: `${key}:1:1: geen OpenAPI-document: de wortel is ${is.nl}, en geen object`,
      en: `${key}:1:1: no OpenAPI document: the root is ${is.en}, and not an object`,
    },
    advice,
  );
}

const ROOT_FILE: Text = {
  nl: "Geef het hoofdbestand, dat begint met 'openapi: 3.x.y'.",
  en: "Give the root file, the one that starts with 'openapi: 3.x.y'.",
};

/** What a file holds that is no object, in a few words, and what to do about it where that can be told. */
export function whatItIs(value: Json | undefined): readonly [is: Text, advice?: Text] {
  if (value === undefined || value === null) return [{ nl: 'leeg', en: 'empty' }];
  if (isArray(value)) return [{ nl: 'een lijst', en: 'a list' }];
  if (!isString(value)) return [{ nl: `de waarde ${value}`, en: `the value ${value}` }];
  if (value.startsWith('version https://git-lfs.github.com/'))
    return [
      { nl: 'een verwijzing van Git LFS', en: 'a pointer of Git LFS' },
      { nl: 'Haal het bestand op: git lfs pull.', en: 'Fetch the file: git lfs pull.' },
    ];
  return [
    value.startsWith('<') ? { nl: 'HTML of XML', en: 'HTML or XML' } : { nl: 'een tekst', en: 'a text' },
  ];
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
