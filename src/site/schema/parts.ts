import { isObject, type Json } from '../../core/json.ts';
import { type Fragment, type Html, html, joinHtml } from '../html.ts';
import type { Label } from '../labels.ts';
import { labelOf, type Page, renderType } from '../page.ts';
import { entriesOf, listOf, stringsOf } from '../reference.ts';
import { conditionSentence } from './conditions.ts';
import type { PartKeyword, SchemaPart, Shape } from './shape.ts';

/** Renders what a schema inside another one says beyond its words; nothing where the words say all. */
export type RenderInside = (schema: Json, key: string) => Fragment;

interface Context {
  readonly page: Page;
  readonly shape: Shape;
  readonly inside: RenderInside;
}

/** What applies other schemas to a value: one line each, with what is inside it below. */
export const renderParts = (page: Page, shape: Shape, inside: RenderInside): Fragment[] =>
  shape.parts.map(part => RENDERERS[part.keyword]({ page, shape, inside }, part));

/** A line about one schema: its sentence, or its type in words, and what that leaves out. */
function line({ page, inside }: Context, label: Fragment, schema: Json, key: string): Html {
  const sentence = conditionSentence(page, schema);
  const below = sentence ? undefined : inside(schema, key);
  const words = html`<p class="fact">${label}: ${sentence || renderType(page, schema)}</p>`;
  return below ? html`<div class="part">${words}${below}</div>` : words;
}

const label = ({ page }: Context, name: Label, args: Record<string, string | number> = {}): Fragment =>
  labelOf(page.site, name, args);

/** A keyword with the schema that it stands in. */
type Holding = Pick<SchemaPart, 'schema'> & { readonly keyword: string };

/** A keyword that holds one schema. */
const one =
  (name: Label) =>
  (context: Context, { keyword, schema }: Holding): Fragment =>
    line(context, label(context, name), schema[keyword] ?? true, keyword);

/** A keyword that says what else there may be; `false` is a sentence of its own. */
const rest =
  (name: Label, closed: Label) =>
  (context: Context, part: Holding): Fragment => {
    const value = part.schema[part.keyword];
    return value === false ? html`<p class="fact">${label(context, closed)}</p>` : one(name)(context, part);
  };

/** A keyword that maps names to schemas. */
const named =
  (name: Label) =>
  (context: Context, { keyword, schema }: SchemaPart): Fragment =>
    entriesOf(schema[keyword]).map(([key, member]) =>
      line(context, html`${label(context, name)} <code>${key}</code>`, member, key),
    );

/** A choice that has to be made beside the one that the variants are. */
const choice =
  (name: Label) =>
  (context: Context, { keyword, schema }: SchemaPart): Fragment => {
    const items = listOf(schema[keyword]).map(
      (branch, index) =>
        html`<li>${line(context, label(context, 'nth', { n: index + 1 }), branch, `${keyword}.${index + 1}`)}</li>`,
    );
    return html`<p class="fact">${label(context, name)}:</p><ul class="part">${items}</ul>`;
  };

const RENDERERS: Readonly<Record<PartKeyword, (context: Context, part: SchemaPart) => Fragment>> = {
  prefixItems: (context, { schema }) => [
    ...listOf(schema.prefixItems).map((item, index) => {
      const below = context.inside(item, `${index + 1}`);
      return below && line(context, label(context, 'itemAt', { n: index + 1 }), item, `${index + 1}`);
    }),
    // In the words of the type stand the places alone.
    schema.items !== undefined && rest('otherItems', 'noOtherItems')(context, { keyword: 'items', schema }),
  ],
  additionalProperties: (context, part) => {
    const value = part.schema.additionalProperties;
    const isWordOfType = isObject(value) && context.shape.properties.size === 0;
    const below = isWordOfType && context.inside(value, 'additionalProperties');
    if (isWordOfType && !below) return undefined;
    return rest('otherMembers', 'noOtherMembers')(context, part);
  },
  patternProperties: named('membersLike'),
  propertyNames: one('memberNames'),
  unevaluatedProperties: rest('otherMembers', 'noOtherMembers'),
  unevaluatedItems: rest('otherItems', 'noOtherItems'),
  dependentRequired: (context, { schema }) =>
    entriesOf(schema.dependentRequired).map(([key, names]) => {
      const codes = stringsOf(names).map(name => html`<code>${name}</code>`);
      return html`<p class="fact">${label(context, 'togetherWith')} <code>${key}</code>: ${joinHtml(codes, ', ')}</p>`;
    }),
  dependentSchemas: named('whenPresent'),
  if: (context, { schema }) => [
    line(context, label(context, 'condition'), schema.if ?? true, 'if'),
    schema.then !== undefined && line(context, label(context, 'consequence'), schema.then, 'then'),
    schema.else !== undefined && line(context, label(context, 'otherwise'), schema.else, 'else'),
  ],
  not: one('notThis'),
  contains: (context, { schema }) => {
    const [min, max] = [schema.minContains ?? 1, schema.maxContains];
    const times = { min: String(min), max: String(max) };
    const head = label(context, max === undefined ? 'containsAtLeast' : 'containsBetween', times);
    return line(context, head, schema.contains ?? true, 'contains');
  },
  contentSchema: one('contentSchema'),
  oneOf: choice('alsoOneOf'),
  anyOf: choice('alsoAnyOf'),
  $defs: named('definition'),
  definitions: named('definition'),
};

/** Names that are required and described nowhere in the schema. */
export function undescribedRequired({ required, properties }: Shape): string[] {
  return [...required].filter(name => !properties.has(name));
}
