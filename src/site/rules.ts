import { grouped, groupedBy } from '../core/group.ts';
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

/** The rules that are in force, and what asks for them: every operation, attribute and text does. */
interface CurrentRules {
  readonly all: readonly BacklogRule[];
  /** A code can stand for two rules. */
  readonly byId: ReadonlyMap<string, readonly BacklogRule[]>;
  readonly byAttribute: ReadonlyMap<string, readonly BacklogRule[]>;
}

function sortedRules({ backlog }: Site): CurrentRules {
  const known = sorted.get(backlog);
  if (known) return known;
  const all = (backlog.rules ?? []).filter(({ state = 'current' }) => state === 'current');
  const made: CurrentRules = {
    all,
    byId: groupedBy(all, ({ id }) => id),
    byAttribute: grouped(
      all.flatMap(rule => [...new Set(rule.attributes)].map((path): [string, BacklogRule] => [path, rule])),
    ),
  };
  sorted.set(backlog, made);
  return made;
}

const sorted = new WeakMap<Site['backlog'], CurrentRules>();

export const currentRules = (site: Site): readonly BacklogRule[] => sortedRules(site).all;

/** `x-zds-rules` of an operation; a code that stands for two rules gives both. */
export function rulesOfOperation(site: Site, { object, id }: ShownOperation): NamedRule[] {
  const { byId } = sortedRules(site);
  return stringsOf(object['x-zds-rules']).flatMap((name): NamedRule[] => {
    const all = byId.get(name) ?? [];
    const own = all.filter(rule => rule.operations?.includes(id));
    const found = own.length > 0 ? own : all;
    return found.length > 0 ? found.map(rule => ({ id: name, rule })) : [{ id: name, rule: undefined }];
  });
}

export const rulesOfAttribute = (site: Site, path: string): NamedRule[] =>
  (sortedRules(site).byAttribute.get(path) ?? []).map(rule => ({ id: rule.id, rule }));

export const rulesOfStatus = (site: Site, status: string): BacklogRule[] =>
  currentRules(site).filter(({ statuses }) => statuses?.map(String).includes(status));

export const storiesOf = ({ backlog }: Site, { id }: ShownOperation): BacklogStory[] =>
  (backlog.stories ?? []).filter(({ operations }) => operations?.includes(id));

/** The page that a current rule stands on, and its anchor there. */
function placeOfRule(site: Site, id: string): Place | undefined {
  const rule = sortedRules(site).byId.get(id)?.[0];
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
