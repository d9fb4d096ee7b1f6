import { equalJson, type Json } from '../../core/json.ts';
import type { AnyForm, Forms } from '../collections.ts';
import { type Fragment, type Html, html, joinHtml } from '../html.ts';
import { renderInline } from '../markdown.ts';
import { anchorFor, describe, details, labelOf, type Page, renderType, renderWords } from '../page.ts';
import { listOf, textOf } from '../reference.ts';
import { renderRules, rulesOfAttribute } from '../rules.ts';
import { type Attribute, attributesOf, formsIn, innerForms, variantsOf } from './attributes.ts';
import type { Shape } from './shape.ts';
import { literalOf, meaningsOf, plainWords, typeWords } from './words.ts';

/** Where a table stands: what its anchors start with, and the schemas around it, which it must not repeat. */
export interface Surroundings {
  readonly prefix: string;
  readonly within: readonly string[];
}

const FORM_LABELS = {
  read: 'read',
  create: 'create',
  replace: 'replace',
  patch: 'patch',
  value: 'value',
  sent: 'sent',
} as const satisfies Record<AnyForm, string>;

/** A group inside a group is shown in place up to this depth, deeper ones are a link. */
const MAX_DEPTH = 3;

/** Below the first level a group with more attributes than this is a link. */
const MAX_INNER = 25;

/** A page with this much on it gets no more groups inside groups: somebody else's document can be of any size. */
const MAX_ENTRIES = 2500;

/** A group this small is open from the start. */
const OPEN_UP_TO = 5;

/** The attributes of a thing, one row each, with a column for each form; what varies follows below. */
export function attributeTable(page: Page, forms: Forms, around: Surroundings): Html {
  const { shared, variants } = variantsOf(page.site, forms);
  const attributes = [...attributesOf(page.site, forms), ...attributesOf(page.site, shared)];
  const shapes = formsIn(forms).map(form => page.site.shapeOf(forms[form] ?? {}));
  const choices = shapes.flatMap(shape => shape.choices)[0] && shapes[0]?.choices;
  const discriminator = shapes.map(shape => shape.discriminator).find(name => name !== undefined);
  return html`${attributes.length > 0 && table(page, attributes, formsIn(forms), around)}
${choices && choices.length > 0 && html`<p>${labelOf(page.site, 'choices', { sets: choices.map(set => set.join(' + ')).join(' / ') })}</p>`}
${variants.length > 0 && variantList(page, variants, discriminator, around)}`;
}

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
<td><p class="words">${renderType(page, schema, name)}${badges(page, shape)}</p>
${describe(page, textOf(shape.keywords.description))}
${facts(page, shape)}${differences(page, attribute, forms)}
${renderRules(rulesOfAttribute(site, path))}</td>
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

/** Default, example, values: what a type says besides its type. */
function facts(page: Page, shape: Shape): Fragment[] {
  const { keywords, items } = shape;
  const ofItems = items === undefined ? undefined : page.site.shapeOf(items);
  const literal = (label: 'default' | 'example', value: Json | undefined): Fragment =>
    value !== undefined &&
    typeof value !== 'object' &&
    html`<p class="fact">${labelOf(page.site, label)}: <code>${literalOf(value)}</code></p>`;
  const gone = listOf(keywords['x-deprecated-values']).map(value => literalOf(value));
  return [
    literal('default', keywords.default),
    literal('example', keywords.example ?? listOf(keywords.examples)[0]),
    valueList(page, shape.values ? shape : ofItems),
    gone.length > 0 && html`<p class="fact">${labelOf(page.site, 'deprecatedValues', { values: gone })}</p>`,
  ];
}

/** The values of a code list, with their meaning where the document gives it. */
export function valueList(page: Page, shape: Shape | undefined, open = false): Fragment {
  if (!shape?.values || shape.values.length < 2) return undefined;
  const meanings = meaningsOf(shape);
  if (meanings.every(({ meaning }) => meaning === '')) {
    const codes = joinHtml(
      meanings.map(({ value }) => html`<code>${value}</code>`),
      ' ',
    );
    const list = html`<p class="fact codes">${codes}</p>`;
    return meanings.length <= 10 ? list : details(labelOf(page.site, 'values', { n: meanings.length }), list);
  }
  const list = html`<dl class="values">${meanings.map(
    ({ value, meaning }) => html`<div><dt><code>${value}</code></dt><dd>${renderInline(meaning)}</dd></div>`,
  )}</dl>`;
  return details(labelOf(page.site, 'values', { n: meanings.length }), list, open || meanings.length <= 8);
}

/** Where a form has another type than the first: a relation by name in a request, by URL in the answer. */
function differences(page: Page, attribute: Attribute, forms: readonly AnyForm[]): Fragment[] {
  const { site } = page;
  const said = plainWords(typeWords(site, attribute.schema, attribute.name));
  return forms.flatMap(form => {
    const schema = attribute.forms[form];
    if (schema === undefined || equalJson(schema, attribute.schema)) return [];
    const words = typeWords(site, schema, attribute.name);
    // Forms of one thing name their groups after the form; only another kind of value is worth a line.
    if (plainWords(words) === said || words.some(word => typeof word === 'object' && 'schema' in word))
      return [];
    return html`<p class="fact">${labelOf(site, FORM_LABELS[form])}: ${renderWords(page, words)}</p>`;
  });
}

function nested(page: Page, attribute: Attribute, path: string, around: Surroundings): Html | undefined {
  const { site } = page;
  const forms = innerForms(site, attribute.forms);
  const [first] = formsIn(forms);
  const shape = site.shapeOf((first && forms[first]) ?? {});
  const size = shape.properties.size || shape.variants.length;
  const isGroup = shape.properties.size > 0 || shape.variants.some(({ code }) => code !== undefined);
  const isElsewhere = shape.name !== undefined && (site.placeOfSchema.get(shape.name)?.anchor ?? '') !== '';
  const repeats = shape.name !== undefined && around.within.includes(shape.name);
  const depth = around.within.length;
  if (page.entries.length > MAX_ENTRIES || !isGroup || isElsewhere || repeats) return undefined;
  if (depth >= MAX_DEPTH || (depth > 1 && size > MAX_INNER)) return undefined;
  const within = [...around.within, shape.name ?? path];
  const summary = labelOf(site, 'nested', { n: size, name: attribute.name });
  return details(
    summary,
    attributeTable(page, forms, { prefix: path, within }),
    size <= OPEN_UP_TO && depth <= 1,
  );
}

function variantList(
  page: Page,
  variants: ReturnType<typeof variantsOf>['variants'],
  discriminator: string | undefined,
  around: Surroundings,
): Html {
  const { site } = page;
  const items = variants.map(variant => {
    const within = [...around.within, variant.name ?? variant.code];
    const anchor = anchorFor(page, `${around.prefix}.${variant.code}`);
    const forms = formsIn(variant.forms);
    const content =
      variant.attributes.length === 0 || within.length > MAX_DEPTH
        ? html`<p>${variant.name ? renderWords(page, [{ schema: variant.name }]) : labelOf(site, 'absent')}</p>`
        : table(page, variant.attributes, forms, { prefix: `${around.prefix}.${variant.code}`, within });
    const summary = html`<code>${variant.code}</code>${variant.name && variant.name !== variant.code && html` <span class="quiet">${variant.name}</span>`}`;
    return html`<li id="${anchor}">${details(summary, html`${describe(page, variant.description)}${content}`)}</li>`;
  });
  const by =
    discriminator &&
    html` <span class="quiet">${labelOf(site, 'variantsBy', { name: discriminator })}</span>`;
  return html`<p class="variants-title"><strong>${labelOf(site, 'variants')}</strong>${by}</p>
<ul class="variants">${items}</ul>`;
}
