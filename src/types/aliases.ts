import { isArray, isObject, isString, type Json, member } from '../core/json.ts';
import { operationIdOf } from '../openapi/parts.ts';
import type { NamedForm } from './forms.ts';

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

export const canBeAlias = (name: string): boolean =>
  /^[A-Za-z_$][\w$]*$/.test(name) && !TAKEN.has(name) && !RESERVED.has(name);

/**
 * `export type Zaak = components['schemas']['Zaak'];` for each schema, form and operation whose name is free in
 * TypeScript, each with what the document says of it.
 */
export function aliasesOf(schemas: Json | undefined, forms: readonly NamedForm[]): string {
  const own = (isObject(schemas) ? Object.entries(schemas) : []).map(([name, schema]) => ({
    name,
    type: `components['schemas'][${quoted(name)}]`,
    comment: commentOf(textOf(schema ?? null), isDeprecated(schema)),
  }));
  const bodies = new Map(forms.filter(({ is }) => is === 'body').map(form => [form.name, form]));
  const others = forms.filter(({ is }) => is !== 'body').map(aliasOfForm);
  const aliases = [
    ...own.map(alias => {
      const form = bodies.get(alias.name);
      return form ? { ...alias, comment: commentOfOperation(form) } : alias;
    }),
    ...others,
    ...operationAliases(forms),
  ];
  const seen = new Set<string>();
  return aliases
    .filter(({ name }) => canBeAlias(name) && !seen.has(name) && seen.add(name))
    .map(({ name, type, comment }) => `${comment}export type ${name} = ${type};\n`)
    .join('');
}

interface Alias {
  readonly name: string;
  readonly type: string;
  readonly comment: string;
}

const quoted = (text: string): string => `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;

/** openapi-typescript writes a slash for a hash in an id. */
const operationType = (id: string): string => `operations[${quoted(id.replaceAll('#', '/'))}]`;

function aliasOfForm(form: NamedForm): Alias {
  const { name, operation, is, at = ['', ''] } = form;
  const base = operationType(String(operationIdOf(operation.value)));
  const [status, mediaType] = at;
  return {
    name,
    type:
      is === 'query'
        ? `NonNullable<${base}['parameters']['query']>`
        : `${base}['responses'][${status}]['content'][${quoted(mediaType)}]`,
    comment: commentOfOperation(form),
  };
}

/** An operation by its id, so that an editor shows its text, and strikes it through where it goes. */
function operationAliases(forms: readonly NamedForm[]): Alias[] {
  const byId = new Map(forms.map(form => [String(operationIdOf(form.operation.value)), form]));
  return [...byId].map(([id, form]) => ({
    name: id.replace(/[^A-Za-z0-9]+(\w)/g, (_, letter: string) => letter.toUpperCase()),
    type: operationType(id),
    comment: commentOfOperation(form),
  }));
}

function commentOfOperation({ operation: { value, label } }: NamedForm): string {
  const { summary, description, 'x-zds-rules': rules, 'x-sunset': sunset, 'x-successor': successor } = value;
  const codes = isArray(rules) ? rules.filter(isString) : [];
  const until = [
    isString(sunset) ? sunset : undefined,
    isString(successor) ? `→ ${successor}` : undefined,
  ].filter(isString);
  return commentOf(
    [
      `${label}${isString(summary) ? `: ${summary}` : ''}`,
      isString(description) ? description : '',
      codes.length > 0 ? `x-zds-rules: ${codes.join(', ')}` : '',
    ]
      .filter(text => text !== '')
      .join('\n\n'),
    value.deprecated === true,
    until.join(' '),
  );
}

const isDeprecated = (schema: Json | undefined): boolean => member(schema, 'deprecated') === true;

/** Title, description, and what each value of a code list means. */
export function textOf(schema: Json): string {
  const [title, description] = ['title', 'description'].map(name => member(schema, name));
  const meanings = member(schema, 'x-enumDescriptions');
  const values = (isObject(meanings) ? Object.entries(meanings) : []).flatMap(([value, text]) =>
    isString(text) ? [`- \`${value}\`: ${text.replaceAll(/\s+/g, ' ').trim()}`] : [],
  );
  return [title, description, values.join('\n')].filter(text => isString(text) && text !== '').join('\n\n');
}

/** JSDoc; what would end the comment is written apart. */
export function commentOf(text: string, deprecated = false, until = ''): string {
  const lines = text
    .replaceAll('*/', '* /')
    .split(/\r\n?|\n|\u2028|\u2029/)
    .map(line => line.trimEnd());
  const all = [
    ...(text === '' ? [] : lines),
    ...(deprecated ? [`@deprecated ${until.replaceAll('*/', '* /')}`.trimEnd()] : []),
  ];
  if (all.length === 0) return '';
  return `/**\n${all.map(line => ` * ${line}`.trimEnd()).join('\n')}\n */\n`;
}
