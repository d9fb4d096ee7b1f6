import { type Fragment, type Html, html } from '../html.ts';
import { anchorFor, describe, details, labelOf, type Page, renderType } from '../page.ts';
import { textOf } from '../reference.ts';
import { attributeTable, valueList } from '../schema/table.ts';
import { literalOf } from '../schema/words.ts';
import { examplesOf, type Operation, type Parameter } from './operations.ts';

/** A list of parameters longer than this is folded. */
const OPEN_UP_TO = 8;

const PLACES = ['path', 'query', 'querystring', 'cookie', 'header'] as const;

/** Parameters of an operation: those of the URL first, headers apart, because every operation has the same ones. */
export function renderParameters(page: Page, operation: Operation, anchor: string): Fragment[] {
  return PLACES.flatMap(place => {
    const parameters = operation.parameters.filter(one => one.in === place);
    if (parameters.length === 0) return [];
    const label = place === 'header' ? labelOf(page.site, 'headers') : labelOf(page.site, 'parameters');
    const summary = html`${label}${place !== 'header' && html` <code>${place}</code>`} <span class="count">${parameters.length}</span>`;
    const rows = parameters.map(parameter =>
      parameterRow(page, parameter, anchorFor(page, `${anchor}.${parameter.name}`)),
    );
    return details(
      summary,
      parameterTable(page, rows),
      place !== 'header' && parameters.length <= OPEN_UP_TO,
    );
  });
}

/** Headers of a response (OpenAPI 3.1, section 4.8.21): parameters without name and place. */
export function renderHeaders(page: Page, headers: readonly Parameter[]): Fragment {
  if (headers.length === 0) return undefined;
  const rows = headers.map(header => parameterRow(page, header, undefined));
  const summary = html`${labelOf(page.site, 'headers')} <span class="count">${headers.length}</span>`;
  return details(summary, parameterTable(page, rows));
}

const parameterTable = (page: Page, rows: readonly Html[]): Html => html`<table class="parameters">
<thead><tr><th scope="col">${labelOf(page.site, 'name')}</th><th scope="col">${labelOf(page.site, 'description')}</th></tr></thead>
<tbody>${rows}</tbody>
</table>`;

function parameterRow(page: Page, parameter: Parameter, anchor: string | undefined): Html {
  const { site } = page;
  const { name, schema, object } = parameter;
  const shape = site.shapeOf(schema);
  const items = shape.items === undefined ? undefined : site.shapeOf(shape.items);
  const badge = (label: 'required' | 'deprecated', when: boolean): Fragment =>
    when && html` <span class="badge ${label}">${labelOf(site, label)}</span>`;
  const example = examplesOf(site.root, object)[0]?.value ?? shape.keywords.example;
  const byDefault = shape.keywords.default;
  const prefix = anchor ?? name;
  const parts =
    shape.name === undefined &&
    shape.properties.size > 0 &&
    attributeTable(page, { value: schema }, { prefix, within: [prefix] });
  const description = textOf(object.description) || textOf(shape.keywords.description);
  return html`<tr${anchor && html` id="${anchor}"`}>
<th scope="row">${anchor ? html`<a href="#${anchor}">${name}</a>` : name}</th>
<td><p class="words">${renderType(page, schema, name)}${badge('required', parameter.required)}${badge('deprecated', object.deprecated === true)}</p>
${describe(page, description)}
${byDefault !== undefined && html`<p class="fact">${labelOf(site, 'default')}: <code>${literalOf(byDefault)}</code></p>`}
${example !== undefined && typeof example !== 'object' && html`<p class="fact">${labelOf(site, 'example')}: <code>${literalOf(example)}</code></p>`}
${valueList(page, shape.values ? shape : items)}${parts}</td>
</tr>
`;
}
