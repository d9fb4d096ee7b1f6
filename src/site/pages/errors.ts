import { STATUS_CODES } from 'node:http';
import { groupedBy } from '../../core/group.ts';
import { entryOf, isObject, type Json, member } from '../../core/json.ts';
import { renderExtensions } from '../extensions.ts';
import { type Fragment, type Html, html, joinHtml } from '../html.ts';
import { finishPage } from '../layout.ts';
import { renderInline } from '../markdown.ts';
import { mediaTypeNames } from '../operation/body.ts';
import { renderExamples } from '../operation/examples.ts';
import { renderLinks } from '../operation/links.ts';
import { isSuccess, type ShownOperation, type ShownResponse } from '../operation/operations.ts';
import { renderHeaders } from '../operation/parameters.ts';
import type { BacklogRule } from '../options.ts';
import { anchorFor, describe, details, labelOf, linkTo, type Page, renderType } from '../page.ts';
import { listOf, textOf } from '../reference.ts';
import { linkToRule, rulesOfStatus } from '../rules.ts';
import { schemaInFull } from '../schema/table.ts';
import { byName } from '../site.ts';

interface Occurrence {
  readonly operation: ShownOperation;
  readonly response: ShownResponse;
}

/** Every answer that is no success, by status: what it means, what it carries, where it occurs. */
export function errorsPage(page: Page): string {
  const { site } = page;
  const occurrences = site.resources
    .flatMap(({ operations }) => operations)
    .flatMap(operation => operation.responses.map((response): Occurrence => ({ operation, response })));
  const errors = occurrences.filter(({ response }) => !isSuccess(response));
  const statuses = [...groupedBy(errors, ({ response }) => response.status)].sort(([left], [right]) =>
    byName(left, right),
  );
  const main = html`<h1>${labelOf(site, 'errors')}</h1>
<p>${labelOf(site, 'errorsIntro')}</p>
${statuses.map(([status, occurrences]) => section(page, status, occurrences))}`;
  return finishPage(page, { title: labelOf(site, 'errors'), main });
}

function statusWords(status: string): Fragment {
  const words = entryOf(STATUS_CODES, status);
  return words && html`<span lang="en">${words}</span>`;
}

function section(page: Page, status: string, occurrences: readonly Occurrence[]): Html {
  const { site } = page;
  const anchor = anchorFor(page, `status-${status.toLowerCase()}`);
  const descriptions = [...new Set(occurrences.map(({ response }) => textOf(response.object.description)))];
  page.entries.push({
    kind: 'status',
    name: status,
    context: entryOf(STATUS_CODES, status) ?? '',
    about: descriptions.join(' '),
    place: { file: page.file, anchor },
  });
  const contents = occurrences.flatMap(({ response }) => response.contents);
  const schemas = new Map(contents.map(({ schema }) => [JSON.stringify(schema ?? null), schema ?? {}]));
  const examples = new Map(
    contents.map(({ object }) => [JSON.stringify([object.example, object.examples]), object]),
  );
  const headers = new Map(
    occurrences.flatMap(({ response }) =>
      response.headers.map(header => [JSON.stringify([header.name, header.object]), header] as const),
    ),
  );
  const shared = occurrences.map(({ response }) => response).filter(({ isShared }) => isShared);
  const holders = shared.flatMap(response => [response, ...response.contents]);
  const objects = new Map(holders.map(({ object }) => [JSON.stringify(object), object]));
  const rules = rulesOfStatus(site, status);
  const links = occurrences.flatMap(({ operation }) => {
    const place = site.placeOfOperation.get(operation);
    return place ? linkTo(page, place, operation.summary) : [];
  });
  return html`<section class="error" id="${anchor}">
<h2><a href="#${anchor}"><span class="status ${/^[45]/.test(status) ? 'bad' : 'other'}">${status}</span> ${statusWords(status)}</a></h2>
${descriptions.map(text => describe(page, text))}
<p class="words">${joinHtml(
    [...schemas.values()].map(schema => renderType(page, schema)),
    ' / ',
  )}</p>
<p class="quiet">${mediaTypeNames([...new Map(contents.map(content => [content.name, content])).values()])}</p>
${schemasInFull(page, [...schemas.values()], anchor)}
${codeTable(page, [...examples.values()])}
${[...examples.values()].flatMap(object => renderExamples(page, object))}
${[...objects.values()].map(object => [renderExtensions(object), renderLinks(page, object)])}
${renderHeaders(page, [...headers.values()])}
${rules.length > 0 && details(html`${labelOf(site, 'rules')} <span class="count">${rules.length}</span>`, html`<ul class="rules">${rules.map(rule => ruleItem(page, rule))}</ul>`)}
${details(html`${labelOf(site, 'where')} <span class="count">${links.length}</span>`, html`<p class="users">${joinHtml(links, ', ')}</p>`)}
</section>
`;
}

/** A rule that this status tells of, with its code and field in the answer where it names them. */
function ruleItem(page: Page, { id, title, code, field }: BacklogRule): Html {
  const parts = [code, field].filter(part => part !== undefined).map(part => html` <code>${part}</code>`);
  return html`<li>${linkToRule(page, id)} ${renderInline(title)}${parts}</li>`;
}

/** What is told nowhere else: a body of an answer without a name. */
const schemasInFull = (page: Page, schemas: readonly Json[], anchor: string): Fragment[] =>
  schemas
    .filter(schema => !page.site.placeOfSchema.has(page.site.shapeOf(schema).name ?? ''))
    .map(schema => schemaInFull(page, schema, { prefix: anchor, within: [anchor] }));

/** The codes that the examples show: of the answer as a whole, and per field. */
function codeTable(page: Page, holders: readonly Json[]): Fragment {
  const values = holders.flatMap(holder =>
    Object.values(isObject(member(holder, 'examples')) ? (member(holder, 'examples') as object) : {})
      .map(example => member(example as Json, 'value'))
      .concat(member(holder, 'example')),
  );
  const rows = new Map<string, { field: string; code: string; reason: string }>();
  const note = (field: string, holder: Json | undefined, text: string): void => {
    const code = textOf(member(holder, 'code'));
    if (code) rows.set(`${field} ${code}`, { field, code, reason: textOf(member(holder, text)) });
  };
  for (const value of values) {
    note('', value, 'title');
    for (const part of listOf(member(value, 'invalidParams') ?? member(value, 'invalid-params'))) {
      note(textOf(member(part, 'name')), part, 'reason');
    }
  }
  if (rows.size === 0) return undefined;
  const { site } = page;
  return html`<table class="codes"><caption>${labelOf(site, 'errorCodes')}</caption>
<thead><tr><th scope="col">${labelOf(site, 'code')}</th><th scope="col">${labelOf(site, 'field')}</th><th scope="col">${labelOf(site, 'description')}</th></tr></thead>
<tbody>${[...rows.values()].map(({ field, code, reason }) => html`<tr><th scope="row"><code>${code}</code></th><td>${field && html`<code>${field}</code>`}</td><td>${reason}</td></tr>`)}</tbody></table>`;
}
