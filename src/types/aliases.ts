import { isObject, type Json } from '../core/json.ts';

/** What the generated code declares or refers to by itself: an alias of that name would change what it means. */
const TAKEN = new Set([
  ...[
    'paths',
    'webhooks',
    'components',
    'operations',
    '$defs',
    'Record',
    'Omit',
    'Readonly',
    'ReadonlyArray',
  ],
  ...[
    'Array',
    'Pick',
    'Required',
    'Exclude',
    'Extract',
    'WithRequired',
    'OneOf',
    'XOR',
    'Without',
    'Date',
    'Blob',
  ],
]);

/** ECMA-262, section 12.7.2, and the type names that TypeScript reserves. */
const RESERVED = new Set([
  ...['break', 'case', 'catch', 'class', 'const', 'continue', 'debugger', 'default', 'delete', 'do', 'else'],
  ...['enum', 'export', 'extends', 'false', 'finally', 'for', 'function', 'if', 'implements', 'import', 'in'],
  ...['instanceof', 'interface', 'let', 'new', 'null', 'package', 'private', 'protected', 'public', 'return'],
  ...['static', 'super', 'switch', 'this', 'throw', 'true', 'try', 'typeof', 'var', 'void', 'while', 'with'],
  ...['yield', 'await', 'any', 'bigint', 'boolean', 'never', 'number', 'object', 'string', 'symbol'],
  ...['undefined', 'unknown'],
]);

const canBeAlias = (name: string): boolean =>
  /^[A-Za-z_$][\w$]*$/.test(name) && !TAKEN.has(name) && !RESERVED.has(name);

/** `export type Zaak = components['schemas']['Zaak'];` for each schema whose name is free in TypeScript. */
export const aliasesOf = (schemas: Json | undefined): string =>
  (isObject(schemas) ? Object.keys(schemas) : [])
    .filter(canBeAlias)
    .map(name => `export type ${name} = components['schemas']['${name}'];\n`)
    .join('');
