import type { Collection } from '../collections.ts';
import { renderExtensions } from '../extensions.ts';
import { type Fragment, type Html, html, joinHtml } from '../html.ts';
import { splitAtParagraph } from '../markdown.ts';
import { anchorFor, danglingFact, describe, details, labelOf, type Page } from '../page.ts';
import { objectAt, stringsOf, textOf } from '../reference.ts';
import {
  describeWithRules,
  linkToStory,
  type NamedRule,
  renderStatements,
  rulesOfOperation,
  storiesOf,
} from '../rules.ts';
import { renderSamples } from '../samples/samples.ts';
import { externalDocs } from '../schema/facts.ts';
import { ageOf } from '../versions/age.ts';
import { renderAccess } from './access.ts';
import { renderRequest } from './body.ts';
import type { ShownOperation } from './operations.ts';
import { renderParameters } from './parameters.ts';
import { renderResponses } from './responses.ts';
import { renderServers } from './servers.ts';

/**
 * What a client needs to make one call, and what it gets back (OpenAPI 3.1, section 4.8.10).
 *
 * @param isAlone true where the page is about this operation and nothing else
 */
export function renderOperation(
  page: Page,
  operation: ShownOperation,
  collection: Collection,
  isAlone = false,
): Html {
  const { site } = page;
  const { object, summary, kind } = operation;
  const anchor = anchorFor(page, site.placeOfOperation.get(operation)?.anchor ?? operation.id);
  page.entries.push({
    kind: kind === 'webhook' ? 'webhook' : 'operation',
    name: summary,
    context: `${operation.method.toUpperCase()} ${operation.path}`,
    place: { file: page.file, anchor },
  });
  const rules = rulesOfOperation(site, operation);
  const text = textOf(object.description);
  const { opening, rest } = splitAtParagraph(text);
  const tags = stringsOf(object.tags).slice(1);
  // Who builds needs the call; what more there is to know of it follows.
  const left = html`${describeWithRules(page, opening)}
${renderAccess(page, operation)}
${operation.dangling.map(ref => danglingFact(page, ref))}
${renderRequest(page, operation, collection, anchor)}
${renderParameters(page, operation, anchor)}
${renderResponses(page, operation, anchor, rules)}
${renderCallbacks(page, operation, collection, anchor)}
${rest !== '' && details(labelOf(site, 'explanation'), describeWithRules(page, rest), true)}
${describe(page, operation.pathText)}
${externalDocs(page, object.externalDocs)}
${renderExtensions(object)}
${renderExtensions(operation.pathExtensions)}
${tags.length > 0 && html`<p class="fact">${labelOf(site, 'alsoUnder')}: ${tags.join(', ')}</p>`}
${renderRules(page, rules, text)}
${renderStories(page, operation)}
${!operation.areServersShared && details(labelOf(site, 'servers'), renderServers(page, operation.servers))}`;
  const samples = renderSamples(page, operation, anchor);
  const badge =
    operation.deprecated && html` <span class="badge deprecated">${labelOf(site, 'deprecated')}</span>`;
  const title = isAlone
    ? html`<h1>${summary}${badge}</h1>`
    : html`<h4><a href="#${anchor}">${summary}</a>${badge}</h4>`;
  return html`<section class="operation${isAlone && ' alone'}" id="${anchor}">
${title}
<p class="call"><span class="verb ${operation.method}">${operation.method.toUpperCase()}</span> <code>${pathWithBreaks(operation.path)}</code>${kind === 'webhook' && html` <span class="badge">${labelOf(site, 'webhook')}</span>`}${operation.object.operationId !== undefined && html` <span class="quiet">${operation.id}</span>`}${ageOf(page, anchor, '')}</p>
${samples ? html`<div class="beside"><div>${left}</div>${samples}</div>` : left}
</section>
`;
}

const pathWithBreaks = (path: string): Fragment[] => joinHtml(path.split('/'), html`/<wbr>`);

/** A rule that the text names is a link there; the others are told here. */
function renderRules(page: Page, rules: readonly NamedRule[], text: string): Fragment {
  const others = rules.filter(({ id }) => !text.includes(id));
  return (
    others.length > 0 &&
    details(
      html`${labelOf(page.site, 'rules')} <span class="count">${others.length}</span>`,
      renderStatements(page, others),
    )
  );
}

function renderCallbacks(
  page: Page,
  { callbacks, object }: ShownOperation,
  collection: Collection,
  around: string,
): Fragment {
  const names = [...new Set(callbacks.map(({ name }) => name))];
  if (names.length === 0) return undefined;
  const items = names.map(name => {
    const calls = callbacks
      .filter(callback => callback.name === name)
      .map(callback => {
        const anchor = anchorFor(page, `${around}.${callback.id}`);
        return html`<div id="${anchor}"><p><code>${callback.method.toUpperCase()} ${callback.path}</code> ${callback.summary}</p>
${describe(page, textOf(callback.object.description))}
${describe(page, callback.pathText)}
${externalDocs(page, callback.object.externalDocs)}
${[callback.object, callback.pathExtensions].map(holder => renderExtensions(holder))}
${renderAccess(page, callback)}
${renderParameters(page, callback, anchor)}
${renderRequest(page, callback, collection, anchor)}
${renderSamples(page, callback, anchor)}
${renderResponses(page, callback, anchor, [])}
${renderCallbacks(page, callback, collection, anchor)}</div>`;
      });
    const own = objectAt(page.site.root, objectAt(page.site.root, object.callbacks)[name]);
    return html`<li><strong>${name}</strong>${renderExtensions(own)}${calls}</li>`;
  });
  return details(labelOf(page.site, 'callbacks'), html`<ul>${items}</ul>`);
}

function renderStories(page: Page, operation: ShownOperation): Fragment {
  const stories = storiesOf(page.site, operation);
  if (stories.length === 0) return undefined;
  const items = stories.map(
    story =>
      html`<li>${linkToStory(page, story)} ${story.title}${story.party && html` <span class="quiet">(${story.party})</span>`}</li>`,
  );
  return details(
    html`${labelOf(page.site, 'stories')} <span class="count">${stories.length}</span>`,
    html`<ul class="rules">${items}</ul>`,
  );
}
