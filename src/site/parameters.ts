import { isObject, type JsonObject } from '../core/json.ts';
import { valueList } from './attribute-table.ts';
import { type Fragment, type Html, html } from './html.ts';
import { examplesOf, type Operation } from './operations.ts';
import { anchorFor, describe, details, labelOf, type Page, renderWords } from './page.ts';
import { entriesOf, objectAt, textOf } from './reference.ts';
import { literalOf, typeWords } from './type-words.ts';

/** A list of parameters longer than this is folded. */
const OPEN_UP_TO = 8;

const PLACES = ['path', 'query', 'querystring', 'cookie', 'header'] as const;

/** Parameters of an operation: those of the URL first, headers apart, because every operation has the same ones. */
export function renderParameters(page: Page, operation: Operation, anchor: string): Fragment[] {
  const byPlace = (place: string): readonly JsonObject[] =>
    operation.parameters.filter(one => one.in === place);
  return PLACES.flatMap(place => {
    const parameters = byPlace(place);
    if (parameters.length === 0) return [];
    const label = place === 'header' ? labelOf(page.site, 'headers') : labelOf(page.site, 'parameters');
    const summary = html`${label}${place !== 'header' && html` <code>${place}</code>`} <span class="count">${parameters.length}</span>`;
    const rows = parameters.map(parameter =>
      parameterRow(
        page,
        textOf(parameter.name),
        parameter,
        anchorFor(page, `${anchor}.${textOf(parameter.name)}`),
      ),
    );
    return details(
      summary,
      parameterTable(page, rows),
      place !== 'header' && parameters.length <= OPEN_UP_TO,
    );
  });
}

/** Headers of a response (OpenAPI 3.1, section 4.8.21): parameters without name and place. */
export function renderHeaders(page: Page, response: JsonObject): Fragment {
  const headers = entriesOf(response.headers);
  if (headers.length === 0) return undefined;
  const rows = headers.map(([name, header]) =>
    parameterRow(page, name, objectAt(page.site.root, header), undefined),
  );
  const summary = html`${labelOf(page.site, 'headers')} <span class="count">${headers.length}</span>`;
  return details(summary, parameterTable(page, rows));
}

const parameterTable = (page: Page, rows: readonly Html[]): Html => html`<table class="parameters">
<thead><tr><th scope="col">${labelOf(page.site, 'name')}</th><th scope="col">${labelOf(page.site, 'description')}</th></tr></thead>
<tbody>${rows}</tbody>
</table>`;

function parameterRow(page: Page, name: string, parameter: JsonObject, anchor: string | undefined): Html {
  const { site } = page;
  const content = entriesOf(parameter.content)[0]?.[1];
  const schema = parameter.schema ?? (isObject(content) ? content.schema : undefined) ?? {};
  const shape = site.shapeOf(schema);
  const items = shape.items === undefined ? undefined : site.shapeOf(shape.items);
  const badge = (label: 'required' | 'deprecated', when: boolean): Fragment =>
    when && html` <span class="badge ${label}">${labelOf(site, label)}</span>`;
  const example = examplesOf(site.root, parameter)[0]?.value ?? shape.keywords.example;
  const byDefault = shape.keywords.default;
  const description = textOf(parameter.description) || textOf(shape.keywords.description);
  return html`<tr${anchor && html` id="${anchor}"`}>
<th scope="row">${anchor ? html`<a href="#${anchor}">${name}</a>` : name}</th>
<td><p class="words">${renderWords(page, typeWords(site, schema, name))}${badge('required', parameter.required === true)}${badge('deprecated', parameter.deprecated === true)}</p>
${describe(page, description)}
${byDefault !== undefined && html`<p class="fact">${labelOf(site, 'default')}: <code>${literalOf(byDefault)}</code></p>`}
${example !== undefined && typeof example !== 'object' && html`<p class="fact">${labelOf(site, 'example')}: <code>${literalOf(example)}</code></p>`}
${valueList(page, shape.values ? shape : items)}</td>
</tr>
`;
}
