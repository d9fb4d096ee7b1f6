import type { Json } from '../../core/json.ts';
import type { AnyForm, Forms } from '../collections.ts';
import { type Fragment, type Html, html, joinHtml } from '../html.ts';
import { anchorFor, describe, details, labelOf, type Page, renderType } from '../page.ts';
import { textOf } from '../reference.ts';
import { renderRules, rulesOfAttribute } from '../rules.ts';
import { ageOf } from '../versions/age.ts';
import { type Attribute, attributesOf, formsIn, innerForms, variantsOf } from './attributes.ts';
import { composition } from './composition.ts';
import { renderDifferences } from './differences.ts';
import { itemsWithin, renderFacts } from './facts.ts';
import { renderParts, undescribedRequired } from './parts.ts';
import type { Shape } from './shape.ts';
import { plainWords } from './word.ts';
import { typeWords } from './words.ts';

/** Where a table stands: what its anchors start with, and the schemas around it, which it must not repeat. */
export interface Surroundings {
  readonly prefix: string;
  /** Names of components, and schemas without a name. */
  readonly within: readonly (string | Shape)[];
}

const FORM_LABELS = {
  read: 'read',
  create: 'create',
  replace: 'replace',
  patch: 'patch',
  value: 'value',
  sent: 'sent',
} as const satisfies Record<AnyForm, string>;

/** A group with a page of its own is shown in place up to this depth, deeper ones are a link. */
const MAX_DEPTH = 3;

/** Below the first level a group with a page of its own and more attributes than this is a link. */
const MAX_INNER = 25;

/** A page with this much on it gets no more groups that have a page of their own. */
const MAX_ROWS = 120;

/** Schemas without a page of their own are told where they stand, up to here: references can fan out without end. */
const MAX_NAMELESS = { depth: 8, rows: 400 };

/** A group this small is open from the start. */
const OPEN_UP_TO = 5;

/** The attributes of a thing, one row each, with a column for each form; what varies follows below. */
export function attributeTable(page: Page, forms: Forms, around: Surroundings): Html {
  const { shared, variants } = variantsOf(page.site, forms);
  const attributes = [...attributesOf(page.site, forms), ...attributesOf(page.site, shared)];
  const shapes = formsIn(forms).map(form => page.site.shapeOf(forms[form] ?? {}));
  const discriminator = shapes.map(shape => shape.discriminator).find(name => name !== undefined);
  const described = new Set(attributes.map(({ name }) => name));
  const bare = [...new Set(shapes.flatMap(undescribedRequired))].filter(name => !described.has(name));
  return html`${attributes.length > 0 && table(page, attributes, formsIn(forms), around)}
${choicesOf(page, shapes)}
${bare.length > 0 && html`<p class="fact">${labelOf(page.site, 'undescribed')}: ${codes(bare)}</p>`}
${variants.length > 0 ? variantList(page, variants, discriminator, around) : discriminator && chooser(page, discriminator)}`;
}

const codes = (names: readonly string[]): Fragment =>
  joinHtml(
    names.map(name => html`<code>${name}</code>`),
    ', ',
  );

function choicesOf(page: Page, shapes: readonly Shape[]): Fragment {
  const sets = shapes.find(({ choices }) => choices.length > 0)?.choices ?? [];
  const texts = [...new Set(sets.map(set => set.join(' + ')))];
  return texts.length > 0 && html`<p>${labelOf(page.site, 'choices', { sets: texts.join(' / ') })}</p>`;
}

const chooser = (page: Page, name: string): Html =>
  html`<p class="fact">${labelOf(page.site, 'variantsBy', { name })}</p>`;

function table(
  page: Page,
  attributes: readonly Attribute[],
  forms: readonly AnyForm[],
  around: Surroundings,
): Html {
  const heads = forms.map(
    form => html`<th scope="col" class="form"><span>${labelOf(page.site, FORM_LABELS[form])}</span></th>`,
  );
  return html`<table class="attributes forms-${forms.length}">
<thead><tr><th scope="col">${labelOf(page.site, 'attributeHead')}</th><th scope="col">${labelOf(page.site, 'description')}</th>${heads}</tr></thead>
<tbody>${attributes.map(attribute => row(page, attribute, forms, around))}</tbody>
</table>`;
}

function row(page: Page, attribute: Attribute, forms: readonly AnyForm[], around: Surroundings): Html {
  const { site } = page;
  const { name, schema } = attribute;
  const path = `${around.prefix}.${name}`;
  const anchor = anchorFor(page, path);
  page.entries.push({
    kind: 'attribute',
    name,
    context: around.prefix,
    place: { file: page.file, anchor },
    schema,
    attribute,
  });
  const shape = site.shapeOf(schema);
  const cells = forms.map(form => {
    const presence = attribute.presence[form] ?? 'absent';
    const head = labelOf(site, FORM_LABELS[form]);
    return html`<td class="form ${presence}"><span class="head" aria-hidden="true">${head}: </span><span class="word">${labelOf(site, presence)}</span></td>`;
  });
  const inner = nested(page, attribute, path, around);
  return html`<tr id="${anchor}"${inner && html` class="parent"`}>
<th scope="row"><a href="#${anchor}">${breakable(name)}</a></th>
<td><p class="words">${renderType(page, schema, name)}${badges(page, shape)}${ageOf(page, anchor, around.prefix)}</p>
${describe(page, textOf(shape.keywords.description))}
${sayings(page, schema, name, { ...around, prefix: path })}${renderDifferences(page, attribute, forms)}
${renderRules(page, rulesOfAttribute(site, path))}</td>
${cells}
</tr>${inner && html`<tr class="inner"><td colspan="${forms.length + 2}">${inner}</td></tr>`}
`;
}

/** Long names may break before a capital, so that a narrow column holds them. */
const breakable = (name: string): Fragment[] =>
  name
    .split(/(?<=[a-z_])(?=[A-Z])|(?<=_)/)
    .flatMap((part, index) => (index === 0 ? [part] : [html`<wbr>`, part]));

function badges(page: Page, { keywords }: Shape): Fragment[] {
  const badge = (kind: 'readOnly' | 'writeOnly' | 'deprecated'): Fragment =>
    keywords[kind] === true && html` <span class="badge ${kind}">${labelOf(page.site, kind)}</span>`;
  const sunset = textOf(keywords['x-sunset']);
  return [
    badge('readOnly'),
    badge('writeOnly'),
    badge('deprecated'),
    sunset !== '' &&
      html` <span class="badge deprecated">${labelOf(page.site, 'sunset', { date: sunset })}</span>`,
  ];
}

/** What a schema says besides its type and its text, and what the items of a list say; its attributes are apart. */
export function sayings(page: Page, schema: Json, name: string, around: Surroundings): Fragment[] {
  const shape = page.site.shapeOf(schema);
  const levels = itemsWithin(page, shape);
  return [
    ...renderFacts(page, shape, name, hasPlace(page, shape) ? undefined : around.prefix),
    ...(hasPlace(page, shape) ? [] : partsOf(page, shape, around, [shape])),
    ...levels.flatMap((items, index) =>
      itemSayings(page, items, name, around, [shape, ...levels.slice(0, index + 1)]),
    ),
  ];
}

/** What applies other schemas to the object that a page is about, in any of its forms: told here, which is its place. */
export function partsOfForms(page: Page, forms: Forms, around: Surroundings): Fragment[] {
  const shapes = formsIn(forms).map(form => page.site.shapeOf(forms[form] ?? {}));
  const [first] = shapes;
  const parts = new Map(
    shapes
      .flatMap(shape => shape.parts)
      .map(part => [JSON.stringify([part.keyword, saidBy(part)]), part] as const),
  );
  return first ? partsOf(page, { ...first, parts: [...parts.values()] }, around, shapes) : [];
}

const saidBy = ({ keyword, schema }: Shape['parts'][number]): (Json | undefined)[] =>
  keyword === 'if' ? [schema.if, schema.then, schema.else] : [schema[keyword]];

const hasPlace = ({ site }: Page, { name }: Shape): boolean =>
  name !== undefined && site.placeOfSchema.has(name);

/** What the items of a list say, where that is told nowhere else. */
function itemSayings(
  page: Page,
  items: Shape,
  name: string,
  around: Surroundings,
  inner: readonly Shape[],
): Fragment[] {
  if (hasPlace(page, items))
    return [items.values && renderFacts(page, { ...items, keywords: meaningOnly(items) }, name)];
  return [
    describe(page, textOf(items.keywords.description)),
    ...renderFacts(page, items, name, around.prefix),
    ...(around.within.includes(items) ? [] : partsOf(page, items, around, inner)),
  ];
}

/** What applies other schemas to a value; `inner` are the schemas between the surroundings and those. */
const partsOf = (page: Page, shape: Shape, around: Surroundings, inner: readonly Shape[]): Fragment[] =>
  renderParts(page, shape, (part, key) =>
    insideOf(page, part, {
      prefix: `${around.prefix}.${key}`,
      within: [...around.within, ...inner],
    }),
  );

const meaningOnly = ({ keywords }: Shape): Shape['keywords'] => ({
  'x-enumDescriptions': keywords['x-enumDescriptions'],
});

/** A schema inside another one: all that its type in words leaves out. What has a page of its own is a link there. */
function insideOf(page: Page, schema: Json, around: Surroundings): Fragment {
  const { site } = page;
  const shape = site.shapeOf(schema);
  if (shape.name !== undefined && site.placeOfSchema.has(shape.name)) return undefined;
  if (around.within.includes(shape)) return undefined;
  const fragments = [
    describe(page, textOf(shape.keywords.description)),
    ...sayings(page, schema, '', around),
    group(page, { value: schema }, around),
  ];
  const isSilent = fragments.flat(3).every(fragment => fragment === undefined || fragment === false);
  return isSilent ? undefined : fragments;
}

/** Everything of a schema but its words and its text: for where it stands by itself. */
export const schemaInFull = (page: Page, schema: Json, around: Surroundings): Fragment[] => [
  ...sayings(page, schema, '', around),
  group(page, { value: schema }, around),
];

const isGroup = (shape: Shape): boolean =>
  shape.properties.size > 0 ||
  shape.required.size > 0 ||
  shape.choices.length > 0 ||
  shape.variants.length > 0;

/** The attributes of a group or of the items of a list, where they are told in place. */
function group(page: Page, forms: Forms, around: Surroundings): Fragment {
  const { site } = page;
  const inner = innerForms(site, forms);
  const [first] = formsIn(inner);
  const schema = (first && inner[first]) ?? {};
  const shape = site.shapeOf(schema);
  if (!isGroup(shape)) return undefined;
  if (!isInPlace(page, shape, around)) return shape.name === undefined && composition(page, schema);
  return attributeTable(page, inner, { ...around, within: [...around.within, shape.name ?? shape] });
}

function isInPlace(page: Page, shape: Shape, { within }: Surroundings): boolean {
  const depth = within.length;
  const rows = page.anchors.size;
  if (within.includes(shape.name ?? shape)) return false;
  if (shape.name === undefined)
    return !shape.isReferring || (depth < MAX_NAMELESS.depth && rows < MAX_NAMELESS.rows);
  if (page.site.placeOfSchema.get(shape.name)?.anchor) return false;
  const size = shape.properties.size || shape.variants.length;
  return rows <= MAX_ROWS && depth < MAX_DEPTH && (depth <= 1 || size <= MAX_INNER);
}

function nested(page: Page, attribute: Attribute, path: string, around: Surroundings): Html | undefined {
  const { site } = page;
  const forms = formsIn(attribute.forms).length > 0 ? attribute.forms : { value: attribute.schema };
  const content = group(page, forms, { ...around, prefix: path });
  if (!content) return undefined;
  const [first] = formsIn(innerForms(site, forms));
  const shape = site.shapeOf((first && innerForms(site, forms)[first]) ?? {});
  const size = shape.properties.size || shape.variants.length;
  if (size === 0) return html`${content}`;
  const summary = labelOf(site, 'nested', { n: size, name: attribute.name });
  return details(summary, content, size <= OPEN_UP_TO && around.within.length <= 1);
}

type Variants = ReturnType<typeof variantsOf>['variants'];

function variantList(
  page: Page,
  variants: Variants,
  discriminator: string | undefined,
  around: Surroundings,
): Html {
  const items = variants.map(variant => variantItem(page, variant, around));
  const by =
    discriminator &&
    html` <span class="quiet">${labelOf(page.site, 'variantsBy', { name: discriminator })}</span>`;
  return html`<p class="variants-title"><strong>${labelOf(page.site, 'variants')}</strong>${by}</p>
<ul class="variants">${items}</ul>`;
}

function variantItem(page: Page, variant: Variants[number], around: Surroundings): Html {
  const { site } = page;
  const { code, name, forms } = variant;
  const prefix = `${around.prefix}.${code}`;
  const anchor = anchorFor(page, prefix);
  const [first] = formsIn(forms);
  const schema = (first && forms[first]) ?? {};
  const shape = site.shapeOf(schema);
  const summary = html`<code>${code}</code>${name && name !== code && html` <span class="quiet">${name}</span>`}`;
  const isTold = isInPlace(page, shape, around) && !around.within.includes(shape);
  if (!isTold)
    return html`<li id="${anchor}">${details(summary, html`<p>${renderType(page, schema)}</p>`)}</li>`;
  const inner = { prefix, within: [...around.within, name ?? shape] };
  const words = plainWords(typeWords(site, schema));
  const attributes = variant.attributes();
  const content = html`${words !== name && html`<p class="words">${renderType(page, schema)}</p>`}
${describe(page, textOf(shape.keywords.description))}
${sayings(page, schema, '', inner)}
${attributes.length > 0 ? table(page, attributes, formsIn(forms), inner) : shape.properties.size === 0 && group(page, { value: schema }, inner)}
${shape.variants.length > 0 && variantList(page, variantsOf(site, forms).variants, shape.discriminator, inner)}`;
  return html`<li id="${anchor}">${details(summary, content)}</li>`;
}
