import { type Html, html } from './html.ts';
import { renderInline } from './markdown.ts';
import type { Operation } from './operation/operations.ts';
import type { BacklogRule, BacklogStory } from './options.ts';
import { stringsOf } from './reference.ts';
import type { Site } from './site.ts';

/** A rule that an operation names, or that names the operation. The text is absent where nobody gave it. */
export interface NamedRule {
  readonly id: string;
  readonly rule: BacklogRule | undefined;
}

const currentRules = ({ backlog }: Site): BacklogRule[] =>
  (backlog.rules ?? []).filter(({ state = 'current' }) => state === 'current');

/** `x-zds-rules` of an operation; a code that stands for two rules gives both. */
export function rulesOfOperation(site: Site, { object, id }: Operation): NamedRule[] {
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

export const storiesOf = ({ backlog }: Site, { id }: Operation): BacklogStory[] =>
  (backlog.stories ?? []).filter(({ operations }) => operations?.includes(id));

export function renderRules(rules: readonly NamedRule[]): Html | undefined {
  if (rules.length === 0) return undefined;
  const items = rules.map(
    ({ id, rule }) =>
      html`<li><span class="rule-id">${id}</span>${rule && html` ${renderInline(rule.title)}`}</li>`,
  );
  return html`<ul class="rules">${items}</ul>`;
}

/** The same, each title unfolding to what the rule demands: for the page of an operation, where it is built. */
export function renderStatements(rules: readonly NamedRule[]): Html | undefined {
  if (!rules.some(({ rule }) => rule?.statement)) return renderRules(rules);
  const items = rules.map(({ id, rule }) => {
    const title = html`<span class="rule-id">${id}</span>${rule && html` ${renderInline(rule.title)}`}`;
    if (!rule?.statement) return html`<li>${title}</li>`;
    return html`<li><details><summary>${title}</summary><p>${renderInline(rule.statement)}</p></details></li>`;
  });
  return html`<ul class="rules">${items}</ul>`;
}
