import { grouped } from '../../core/group.ts';
import { entryOf, type Json } from '../../core/json.ts';
import { schemasOf } from '../../openapi/components.ts';
import { formatsIn } from '../content-links.ts';
import { type Fragment, type Html, html, joinHtml } from '../html.ts';
import { finishPage } from '../layout.ts';
import { firstSentence, renderInline } from '../markdown.ts';
import {
  anchorFor,
  describe,
  labelOf,
  linkTo,
  linkToSchema,
  type Page,
  renderType,
  wordingOf,
} from '../page.ts';
import { componentOf, entriesOf, textOf } from '../reference.ts';
import { FORMATS } from '../schema/formats.ts';
import { schemaInFull } from '../schema/table.ts';
import type { Place, Site } from '../site.ts';
import { byName } from '../site.ts';
import { ageOfPage } from '../versions/age.ts';
import { modelOf } from './resource.ts';

/** The page of a component schema that is not a form of a resource. */
export function typePage(page: Page, name: string, users: readonly User[]): string {
  const { site } = page;
  const schema = writtenSchema(site, name);
  const shape = site.shapeOf(schema);
  page.entries.push({ kind: 'type', name, context: '', place: { file: page.file, anchor: '' } });
  const isPlain = shape.properties.size === 0 && (shape.values?.length ?? 0) < 2;
  const main = html`<h1>${name}</h1>
${describe(page, textOf(shape.keywords.description))}
${modelOf(site, shape)}
${ageOfPage(page)}
${isPlain && html`<p class="words">${renderType(page, schema)}</p>`}
${schemaInFull(page, schema, { prefix: name, within: [name] })}
${(shape.values?.length ?? 0) > 1 && html`<p class="fact">${labelOf(site, 'closedList')}</p>`}
${usedBy(page, users)}`;
  return finishPage(page, {
    title: name,
    main,
    trail: [{ title: labelOf(site, 'types'), file: 'types.html' }],
  });
}

/** The schema as it is written, so that a page does not say of a type that it is itself. */
const writtenSchema = (site: Site, name: string): Json => schemasOf(site.root)[name] ?? true;

/** The list of all types. */
export function typesPage(page: Page): string {
  const { site } = page;
  const items = [...site.types].map(([name, file]) => {
    const shape = site.shapeOf({ $ref: `#/components/schemas/${name}` });
    const about = firstSentence(textOf(shape.keywords.description));
    return html`<div><dt>${linkTo(page, { file, anchor: '' }, name)}</dt><dd>${about && renderInline(about)}</dd></div>`;
  });
  const main = html`<h1>${labelOf(site, 'types')}</h1>
<p>${labelOf(site, 'typesIntro')}</p>
<dl class="resources">${items}</dl>
${formatList(page)}`;
  return finishPage(page, { title: labelOf(site, 'types'), main });
}

/** What the formats of the document are called in these pages. */
function formatList(page: Page): Fragment {
  const rows = formatsIn(page.site).map(format => {
    const words = entryOf(FORMATS, format);
    return html`<tr><th scope="row"><code>${format}</code></th><td>${words ? wordingOf(page.site, lang => words[lang]) : format}</td></tr>`;
  });
  return (
    rows.length > 0 &&
    html`<h2 id="${anchorFor(page, 'formats')}">${labelOf(page.site, 'formats')}</h2>
<table class="codes"><tbody>${rows}</tbody></table>`
  );
}

/** Something that refers to a schema: another schema, or an operation. */
export type User = { readonly schema: string } | { readonly operation: string; readonly place: Place };

/** Who refers directly to each component schema. */
export function usersOfSchemas(site: Site): Map<string, User[]> {
  const usedBy = (holder: Json, user: User): [string, User][] =>
    [...schemasIn(holder)].map(name => [name, user]);
  const schemas = entriesOf(schemasOf(site.root));
  return grouped([
    ...schemas.flatMap(([schema, value]) => usedBy(value, { schema }).filter(([name]) => name !== schema)),
    ...[...site.placeOfOperation].flatMap(([{ summary, object }, place]) =>
      usedBy(object, { operation: summary, place }),
    ),
  ]);
}

function schemasIn(value: Json): Set<string> {
  const names = new Set<string>();
  const visit = (part: Json): void => {
    if (typeof part !== 'object' || part === null) return;
    for (const [key, child] of Object.entries(part)) {
      const name = key === '$ref' && typeof child === 'string' ? componentOf(child) : undefined;
      if (name !== undefined) names.add(name);
      else if (child !== undefined) visit(child);
    }
  };
  visit(value);
  return names;
}

function usedBy(page: Page, users: readonly User[]): Fragment {
  if (users.length === 0) return undefined;
  const links: Html[] = [...users]
    .sort((left, right) => byName(keyOf(left), keyOf(right)))
    .map(user =>
      'schema' in user ? linkToSchema(page, user.schema) : linkTo(page, user.place, user.operation),
    );
  return html`<h2>${labelOf(page.site, 'usedBy')}</h2>
<p class="users">${joinHtml(links, ', ')}</p>`;
}

const keyOf = (user: User): string => ('schema' in user ? `0${user.schema}` : `1${user.operation}`);
