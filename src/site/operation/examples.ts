import type { JsonObject } from '../../core/json.ts';
import { type Html, html } from '../html.ts';
import { describe, details, labelOf, type Page } from '../page.ts';
import { examplesOf } from './operations.ts';
import { prettyJson } from './pretty-json.ts';

/** The examples of a media type, each one folded under its summary. */
export function renderExamples(page: Page, holder: JsonObject): Html[] {
  const examples = examplesOf(page.site.root, holder);
  return examples.map(({ name, summary, description, value }) => {
    const title = summary || name;
    const label = labelOf(page.site, 'example');
    const content =
      typeof value === 'string' ? html`<pre tabindex="0"><code>${value}</code></pre>` : prettyJson(value);
    return details(title ? html`${label}: ${title}` : label, html`${describe(page, description)}${content}`);
  });
}
