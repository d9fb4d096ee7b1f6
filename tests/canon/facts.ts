import { readdirSync, readFileSync } from 'node:fs';
import { load } from 'js-yaml';

/**
 * What the published contracts fix, read from `facts/*.yaml`. They stand apart from `spec/`, so that the comparison
 * can fail.
 *
 * An attribute or parameter is one line: a type (`string:uri` is type and format, `string:uri[]` a list of them) and
 * then words and `name=value` pairs, in any order. For a list, `len`, `range`, `pattern` and `enum` speak of an item.
 *
 * | token | says |
 * |---|---|
 * | `len=1..9` `range=0..9` `items=2..2` | bounds of length, value and number of items; either side may be empty |
 * | `enum=Name` | one of the codes of that list under `enums`; `blank`: the empty string too |
 * | `required`, `always` | required when it is written; always there when it is read |
 * | `null`, `readOnly`, `writeOnly`, `unique`, `deprecated`, `expand` | as their names say |
 * | `group=Name`, `named=Name` | name of the nested schema, name of the code list |
 * | `by=name`, `cases=code=Schema\|…` | the property that chooses between variants, and the variants |
 * | `ref=api:Schema` | what a URL points at |
 * | `write=string:byte` | type in requests, where it differs |
 * | `in=RCUP` | forms that have it: R read, C create, U replace, P patch, X other request, c and u answer to create and replace |
 */
export interface Line {
  readonly type: string;
  readonly words: ReadonlySet<string>;
  readonly values: ReadonlyMap<string, string>;
}

export interface SchemaFacts {
  readonly role: 'resource' | 'request' | 'variant' | 'geojson' | 'audittrail' | 'error';
  readonly create?: string;
  readonly update?: string;
  readonly patch?: string;
  readonly answers?: readonly string[];
  readonly variant?: string;
  readonly attributes: Readonly<Record<string, string>>;
}

export interface OperationFacts {
  readonly id: string;
  readonly tag: string;
  readonly deprecated?: boolean;
  readonly body?: string;
  readonly answer: string;
  readonly statuses: string;
  readonly query?: Readonly<Record<string, string>>;
  readonly headers?: Readonly<Record<string, string>>;
  readonly answerHeaders?: string;
  readonly errorHeaders?: string;
  readonly scopes?: string;
}

interface ChannelFacts {
  readonly resource: string;
  readonly kenmerken: readonly string[];
  readonly events: readonly string[];
}

export interface ApiFacts {
  /** Name of the file, and first part of every key: `zaken`, `notificatie-ontvanger`. */
  readonly name: string;
  /** Folder of the API under `spec/apis`. */
  readonly api: string;
  readonly code: string;
  readonly version: string;
  readonly schemas: Readonly<Record<string, SchemaFacts>>;
  readonly operations: Readonly<Record<string, OperationFacts>>;
  readonly channels?: Readonly<Record<string, ChannelFacts>>;
  readonly enums?: Readonly<Record<string, readonly string[]>>;
}

const folder = new URL('./facts/', import.meta.url);

export const readFacts = (): readonly ApiFacts[] =>
  readdirSync(folder)
    .sort()
    .map(file => ({
      ...(load(readFileSync(new URL(file, folder), 'utf8')) as Omit<ApiFacts, 'name'>),
      name: file.replace('.yaml', ''),
    }));

export const parseLine = (line: string): Line => {
  const [type = '', ...tokens] = line.split(' ');
  const pairs = tokens.filter(token => token.includes('='));
  return {
    type,
    words: new Set(tokens.filter(token => !token.includes('='))),
    values: new Map(
      pairs.map(token => [token.slice(0, token.indexOf('=')), token.slice(token.indexOf('=') + 1)]),
    ),
  };
};

/** `1..9` as its two sides, empty where there is no bound. */
export const bounds = (line: Line, name: string): readonly [string, string] => {
  const [low = '', high = ''] = (line.values.get(name) ?? '..').split('..');
  return [low, high];
};
