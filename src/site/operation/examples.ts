import { isString, type JsonObject } from '../../core/json.ts';
import { type Fragment, type Html, html } from '../html.ts';
import { describe, details, labelOf, type Page } from '../page.ts';
import { entriesOf, objectAt, textOf } from '../reference.ts';
import { examplesOf } from './operations.ts';
import { prettyJson } from './pretty-json.ts';

/**
 * The examples of a media type, each one folded under its summary.
 *
 * @param told how many of them stand beside the operation already
 */
export function renderExamples(page: Page, holder: JsonObject, told = 0): Fragment[] {
  const examples = examplesOf(page.site.root, holder);
  return [
    ...examples.map(({ name, summary, description, value }, index): Fragment => {
      const title = summary || name;
      const label = labelOf(page.site, 'example');
      if (index < told) {
        const isBare = title === '' && description === '';
        return !isBare && html`<p class="fact">${label}: ${title}</p>${describe(page, description)}`;
      }
      const content =
        typeof value === 'string' ? html`<pre tabindex="0"><code>${value}</code></pre>` : prettyJson(value);
      return details(
        title ? html`${label}: ${title}` : label,
        html`${describe(page, description)}${content}`,
      );
    }),
    ...elsewhere(page, holder),
  ];
}

/** Examples that are only an address (OpenAPI 3.1, section 4.8.19). */
const elsewhere = (page: Page, holder: JsonObject): Html[] =>
  entriesOf(holder.examples).flatMap(([name, written]) => {
    const { externalValue, summary } = objectAt(page.site.root, written);
    return isString(externalValue)
      ? [
          html`<p class="fact">${labelOf(page.site, 'example')}: ${textOf(summary) || name} <code>${externalValue}</code></p>`,
        ]
      : [];
  });
