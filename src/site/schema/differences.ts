import { equalJson, type Json } from '../../core/json.ts';
import type { AnyForm } from '../collections.ts';
import { type Fragment, html } from '../html.ts';
import { describe, labelOf, type Page, renderType } from '../page.ts';
import { textOf } from '../reference.ts';
import type { Attribute } from './attributes.ts';
import { literalFact, valueList } from './facts.ts';
import { plainWords, type Word } from './word.ts';
import { typeWords } from './words.ts';

/** What a form says of an attribute otherwise than the first one that has it: its type, text, values, examples. */
export function renderDifferences(page: Page, attribute: Attribute, forms: readonly AnyForm[]): Fragment[] {
  const seen: Json[] = [attribute.schema];
  return forms.flatMap(form => {
    const schema = attribute.forms[form];
    if (schema === undefined || seen.some(known => equalJson(known, schema))) return [];
    seen.push(schema);
    const parts = differencesOf(page, attribute, schema).filter(part => part !== undefined && part !== false);
    return parts.length === 0
      ? []
      : [html`<div class="fact form-note"><span>${labelOf(page.site, form)}:</span> ${parts}</div>`];
  });
}

function differencesOf(page: Page, { schema: first, name }: Attribute, schema: Json): Fragment[] {
  const { site } = page;
  const [before, now] = [first, schema].map(one => site.shapeOf(one));
  if (!before || !now) return [];
  const words = typeWords(site, schema, name);
  // Forms of one thing name their groups after the form; a group is told below, for all forms at once.
  const isOtherType = withoutGroups(page, words) !== withoutGroups(page, typeWords(site, first, name));
  const text = textOf(now.keywords.description);
  const literal = (keyword: 'default' | 'example'): Fragment => {
    const value = now.keywords[keyword];
    return (
      value !== undefined && !equalJson(value, before.keywords[keyword]) && literalFact(page, keyword, value)
    );
  };
  return [
    isOtherType && renderType(page, schema, name),
    text !== textOf(before.keywords.description) && describe(page, text),
    literal('default'),
    literal('example'),
    !equalJson(now.values, before.values) && valueList(page, now),
  ];
}

const withoutGroups = ({ site }: Page, words: readonly Word[]): string =>
  plainWords(
    words.filter(
      word =>
        typeof word === 'string' ||
        'code' in word ||
        site.shapeOf({ $ref: `#/components/schemas/${word.schema}` }).properties.size === 0,
    ),
  );
