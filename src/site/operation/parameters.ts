import { renderExtensions } from '../extensions.ts';
import { type Fragment, type Html, html } from '../html.ts';
import { renderInline } from '../markdown.ts';
import { anchorFor, describe, details, labelOf, type Page, renderType } from '../page.ts';
import { textOf } from '../reference.ts';
import { schemaInFull } from '../schema/table.ts';
import { literalOf } from '../schema/word.ts';
import { ageOf } from '../versions/age.ts';
import { examplesOf, type ShownOperation, type ShownParameter } from './operations.ts';

/** A list of parameters longer than this is folded. */
const OPEN_UP_TO = 8;

const PLACES = ['path', 'query', 'querystring', 'cookie', 'header'] as const;

/** Parameters of an operation: those of the URL first, headers apart, because every operation has the same ones. */
export function renderParameters(page: Page, operation: ShownOperation, anchor: string): Fragment[] {
  return PLACES.flatMap(place => {
    const parameters = operation.parameters.filter(one => one.in === place);
    if (parameters.length === 0) return [];
    const label = place === 'header' ? labelOf(page.site, 'headers') : labelOf(page.site, 'parameters');
    const summary = html`${label}${place !== 'header' && html` <code>${place}</code>`} <span class="count">${parameters.length}</span>`;
    const rows = parameters.map(parameter =>
      parameterRow(page, parameter, addressOf(page, parameter, anchor)),
    );
    return details(
      summary,
      parameterTable(page, rows),
      place !== 'header' && parameters.length <= OPEN_UP_TO,
    );
  });
}

/** The address of a parameter, which goes with that of its operation. */
function addressOf(page: Page, parameter: ShownParameter, operation: string): string {
  const { name } = parameter;
  const anchor = anchorFor(page, `${operation}.${name}`);
  const place = { file: page.file, anchor };
  page.entries.push({ kind: 'parameter', name, context: operation, place, parameter });
  return anchor;
}

/** Headers of a response (OpenAPI 3.1, section 4.8.21): parameters without name and place. */
export function renderHeaders(page: Page, headers: readonly ShownParameter[], isBare = false): Fragment {
  if (headers.length === 0) return undefined;
  const rows = headers.map(header => parameterRow(page, header, undefined));
  if (isBare) return parameterTable(page, rows);
  const summary = html`${labelOf(page.site, 'headers')} <span class="count">${headers.length}</span>`;
  return details(summary, parameterTable(page, rows));
}

const parameterTable = (page: Page, rows: readonly Html[]): Html => html`<table class="parameters">
<thead><tr><th scope="col">${labelOf(page.site, 'name')}</th><th scope="col">${labelOf(page.site, 'description')}</th></tr></thead>
<tbody>${rows}</tbody>
</table>`;

function parameterRow(page: Page, parameter: ShownParameter, anchor: string | undefined): Html {
  const { site } = page;
  const { name, schema, object } = parameter;
  const shape = site.shapeOf(schema);
  const badge = (label: 'required' | 'deprecated', when: boolean): Fragment =>
    when && html` <span class="badge ${label}">${labelOf(site, label)}</span>`;
  const prefix = anchor ?? name;
  const description = textOf(object.description) || textOf(shape.keywords.description);
  return html`<tr${anchor && html` id="${anchor}"`}>
<th scope="row">${anchor ? html`<a href="#${anchor}">${name}</a>` : name}</th>
<td><p class="words">${renderType(page, schema, name)}${badge('required', parameter.required)}${badge('deprecated', object.deprecated === true)}${anchor && ageOf(page, anchor, anchor.slice(0, anchor.lastIndexOf('.')))}</p>
${describe(page, description)}
${serialization(page, parameter)}
${[object, ...parameter.contents.map(content => content.object)].map(holder => renderExtensions(holder))}
${exampleFacts(page, parameter)}
${schemaInFull(page, schema, { prefix, within: [prefix] })}</td>
</tr>
`;
}

/** How a value becomes text, where the document says so or it is not usual for its place (OpenAPI 3.1, section 4.8.12). */
function serialization(page: Page, { object, in: place, contents }: ShownParameter): Fragment[] {
  const { site } = page;
  const usual = place === 'query' || place === 'cookie' ? 'form' : 'simple';
  const style = textOf(object.style) || usual;
  const { explode } = object;
  const flags = (['allowReserved', 'allowEmptyValue'] as const).filter(flag => object[flag] === true);
  const isSaid = object.style !== undefined || typeof explode === 'boolean';
  const written = isSaid
    ? `${style}, explode: ${typeof explode === 'boolean' ? explode : style === 'form'}`
    : '';
  return [
    written !== '' && html`<p class="fact">${labelOf(site, 'style')}: <code>${written}</code></p>`,
    flags.map(flag => html`<p class="fact">${labelOf(site, flag)}</p>`),
    contents.map(({ name }) => html`<p class="fact">${labelOf(site, 'writtenAs')} <code>${name}</code></p>`),
  ];
}

/** The examples of the parameter itself and of what it is written in; those of its schema stand with the schema. */
function exampleFacts({ site }: Page, { object, contents }: ShownParameter): Fragment[] {
  const holders = [object, ...contents.map(content => content.object)];
  const examples = holders.flatMap(holder => examplesOf(site.root, holder));
  return examples.map(({ value, summary, name, description }) => {
    const text = [summary || name, description].filter(part => part !== '').join('. ');
    return html`<p class="fact">${labelOf(site, 'example')}: <code>${literalOf(value)}</code>${text && html` (${renderInline(text)})`}</p>`;
  });
}
