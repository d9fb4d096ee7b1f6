import type { Page } from '../page.ts';
import { currentRules } from '../rules.ts';
import type { Site } from '../site.ts';
import { ruleListPage, rulePages, rulesPage } from './rules.ts';
import { storiesPage } from './stories.ts';

export interface PlannedPage {
  readonly file: string;
  readonly render: (page: Page) => string;
}

/** Pages of what stands beside a document: rules, stories and parties; none where there is nothing to tell. */
export function backlogPages(site: Site): PlannedPage[] {
  return [
    ...(currentRules(site).length > 0 ? [{ file: 'rules.html', render: ruleListPage }] : []),
    ...[...rulePages(site)].map(([file, own]) => ({ file, render: (page: Page) => rulesPage(page, own) })),
    ...(site.backlog.stories?.length ? [{ file: 'stories.html', render: storiesPage }] : []),
  ];
}
