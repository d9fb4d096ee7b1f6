import { type Html, html, trusted } from './html.ts';
import { renderInline } from './markdown.ts';
import type { ShownOperation } from './operation/operations.ts';
import type { BacklogRule, BacklogStory } from './options.ts';
import { describe, linkTo, type Page } from './page.ts';
import { stringsOf } from './reference.ts';
import type { Place, Site } from './site.ts';
import { slugOf } from './slug.ts';

/** A rule that an operation names, or that names the operation. The text is absent where nobody gave it. */
export interface NamedRule {
  readonly id: string;
  readonly rule: BacklogRule | undefined;
}

export const currentRules = ({ backlog }: Site): BacklogRule[] =>
  (backlog.rules ?? []).filter(({ state = 'current' }) => state === 'current');

/** `x-zds-rules` of an operation; a code that stands for two rules gives both. */
export function rulesOfOperation(site: Site, { object, id }: ShownOperation): NamedRule[] {
  const rules = currentRules(site);
  return stringsOf(object['x-zds-rules']).flatMap((name): NamedRule[] => {
    const all = rules.filter(rule => rule.id === name);
    const own = all.filter(rule => rule.operations?.includes(id));
    const found = own.length > 0 ? own : all;
    return found.length > 0 ? found.map(rule => ({ id: name, rule })) : [{ id: name, rule: undefined }];
  });
}

export const rulesOfAttribute = (site: Site, path: string): NamedRule[] =>
  currentRules(site)
    .filter(({ attributes }) => attributes?.includes(path))
    .map(rule => ({ id: rule.id, rule }));

export const rulesOfStatus = (site: Site, status: string): BacklogRule[] =>
  currentRules(site).filter(({ statuses }) => statuses?.map(String).includes(status));

export const storiesOf = ({ backlog }: Site, { id }: ShownOperation): BacklogStory[] =>
  (backlog.stories ?? []).filter(({ operations }) => operations?.includes(id));

/** The page that a current rule stands on, and its anchor there. */
function placeOfRule(site: Site, id: string): Place | undefined {
  const rule = currentRules(site).find(one => one.id === id);
  return rule && { file: fileOfRules(rule), anchor: slugOf(id) };
}

/** Rules stand on a page for each API. */
export const fileOfRules = ({ api }: BacklogRule): string => `rules/${slugOf(api ?? 'all')}.html`;

export function linkToRule(page: Page, id: string): Html {
  const place = placeOfRule(page.site, id);
  return place
    ? linkTo(page, place, html`<span class="rule-id">${id}</span>`)
    : html`<span class="rule-id">${id}</span>`;
}

export const linkToStory = (page: Page, { id }: BacklogStory): Html =>
  linkTo(page, { file: 'stories.html', anchor: slugOf(id) }, html`<span class="rule-id">${id}</span>`);

/** Text of the document in which the code of a rule is a link to the rule. */
export function describeWithRules(page: Page, text: string): Html | undefined {
  const described = describe(page, text);
  if (!described || (page.site.backlog.rules ?? []).length === 0) return described;
  return trusted(
    described.markup.replaceAll(/\b[a-z]{2,4}-\d{3}\b(?![^<]*<\/(?:a|code)>)/g, id =>
      placeOfRule(page.site, id) ? linkToRule(page, id).markup : id,
    ),
  );
}

export function renderRules(page: Page, rules: readonly NamedRule[]): Html | undefined {
  if (rules.length === 0) return undefined;
  const items = rules.map(
    ({ id, rule }) => html`<li>${linkToRule(page, id)}${rule && html` ${renderInline(rule.title)}`}</li>`,
  );
  return html`<ul class="rules">${items}</ul>`;
}

/** The same, each title unfolding to what the rule demands: for the page of an operation, where it is built. */
export function renderStatements(page: Page, rules: readonly NamedRule[]): Html | undefined {
  if (!rules.some(({ rule }) => rule?.statement)) return renderRules(page, rules);
  const items = rules.map(({ id, rule }) => {
    const title = rule && html` ${renderInline(rule.title)}`;
    if (!rule?.statement) return html`<li>${linkToRule(page, id)}${title}</li>`;
    const summary = html`<span class="rule-id">${id}</span>${title}`;
    return html`<li><details><summary>${summary}</summary><p>${renderInline(rule.statement)} ${linkToRule(page, id)}</p></details></li>`;
  });
  return html`<ul class="rules">${items}</ul>`;
}
