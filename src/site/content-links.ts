import type { Label } from './labels.ts';
import { currentRules } from './rules.ts';
import type { Site } from './site.ts';

/** Pages of what stands beside a document that the navigation leads to; none where there is nothing to tell. */
export function contentLinks(site: Site): { readonly file: string; readonly label: Label }[] {
  return [
    ...(currentRules(site).length > 0 ? [{ file: 'rules.html', label: 'rules' } as const] : []),
    ...(site.backlog.stories?.length ? [{ file: 'stories.html', label: 'stories' } as const] : []),
  ];
}
