import type { Json } from '../../core/json.ts';
import { escapeHtml, type Html, html, trusted } from '../html.ts';

/** JSON as people read it, with the names of members set apart. */
export function prettyJson(value: Json): Html {
  const lines = JSON.stringify(value, undefined, 2).split('\n');
  const marked = lines.map(line =>
    escapeHtml(line).replace(/^(\s*)(&quot;(?:(?!&quot;: ).)*&quot;): /, '$1<span class="key">$2</span>: '),
  );
  return html`<pre tabindex="0"><code>${trusted(marked.join('\n'))}</code></pre>`;
}
