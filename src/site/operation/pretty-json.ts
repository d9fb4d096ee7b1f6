import type { Json } from '../../core/json.ts';
import { type Html, html } from '../html.ts';

/** JSON as people read it. Names are not set apart: examples are most of a page, and each element weighs. */
export const prettyJson = (value: Json): Html =>
  html`<pre tabindex="0"><code>${JSON.stringify(value, undefined, 2)}</code></pre>`;
