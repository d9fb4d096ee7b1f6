import type { Json, JsonObject } from '../../core/json.ts';
import { escapeHtml, type Html, html, trusted } from '../html.ts';
import { describe, details, labelOf, type Page } from '../page.ts';
import { examplesOf } from './operations.ts';

/** JSON as people read it, with the names of members set apart. */
export function prettyJson(value: Json): Html {
  const lines = JSON.stringify(value, undefined, 2).split('\n');
  const marked = lines.map(line =>
    escapeHtml(line).replace(/^(\s*)(&quot;(?:(?!&quot;: ).)*&quot;): /, '$1<span class="key">$2</span>: '),
  );
  return html`<pre tabindex="0"><code>${trusted(marked.join('\n'))}</code></pre>`;
}

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
