import { groupedBy } from '../../core/group.ts';
import { type Fragment, type Html, html, joinHtml } from '../html.ts';
import { finishPage } from '../layout.ts';
import { renderInline } from '../markdown.ts';
import type { BacklogRule } from '../options.ts';
import { anchorFor, hrefTo, labelOf, linkTo, type Page } from '../page.ts';
import { currentRules, fileOfRules, rulesOfOperation } from '../rules.ts';
import type { Place, Site } from '../site.ts';
import { slugOf } from '../slug.ts';

/** The files that the rules of the backlog stand on, each with its rules. */
export const rulePages = (site: Site): Map<string, readonly BacklogRule[]> =>
  groupedBy(currentRules(site), fileOfRules);

/** The rules of one API: what each demands, and the operations, attributes and statuses that it is about. */
export function rulesPage(page: Page, rules: readonly BacklogRule[]): string {
  const { site } = page;
  const title = rules[0]?.api ?? '';
  const main = html`<h1>${labelOf(site, 'rules')}${title !== '' && `: ${title}`}</h1>
${rules.map(rule => renderRule(page, rule))}`;
  return finishPage(page, {
    title: `${labelOf(site, 'rules').texts[site.lang]}${title && `: ${title}`}`,
    main,
  });
}

/** All rules by code, each with its title: the way to the pages of the APIs. */
export function ruleListPage(page: Page): string {
  const { site } = page;
  const lists = [...rulePages(site)].map(([file, rules]) => {
    const items = rules.map(
      ({ id, title }) =>
        html`<li>${linkTo(page, { file, anchor: slugOf(id) }, id)} ${renderInline(title)}</li>`,
    );
    return html`<h2>${linkTo(page, { file, anchor: '' }, rules[0]?.api ?? labelOf(site, 'rules'))} <span class="count">${rules.length}</span></h2><ul class="rules">${items}</ul>`;
  });
  return finishPage(page, {
    title: labelOf(site, 'rules'),
    main: html`<h1>${labelOf(site, 'rules')}</h1>${lists}`,
  });
}

function renderRule(page: Page, rule: BacklogRule): Html {
  const { site } = page;
  const anchor = anchorFor(page, rule.id);
  page.entries.push({ kind: 'rule', name: rule.id, context: rule.title, place: { file: page.file, anchor } });
  const fact = (name: Parameters<typeof labelOf>[1], content: Fragment): Fragment =>
    html`<p class="fact">${labelOf(site, name)}: ${content}</p>`;
  const operations = operationsOf(page, rule);
  const attributes = (rule.attributes ?? []).map(path => attributeLink(page, path));
  const answers = [...(rule.statuses ?? []).map(String), rule.code, rule.field].filter(
    part => part !== undefined,
  );
  return html`<section class="rule" id="${anchor}">
<h2><a href="#${anchor}"><span class="rule-id">${rule.id}</span></a> ${renderInline(rule.title)}</h2>
${rule.statement && html`<p>${renderInline(rule.statement)}</p>`}
${
  answers.length > 0 &&
  fact(
    'response',
    joinHtml(
      answers.map(part => html`<code>${part}</code>`),
      ' ',
    ),
  )
}
${operations.length > 0 && fact('operations', joinHtml(operations, ', '))}
${attributes.length > 0 && fact('attributes', joinHtml(attributes, ', '))}
${rule.evidence && fact('evidence', renderInline(rule.evidence.how))}
</section>
`;
}

/** The operations that name the rule, and those that the rule names. */
function operationsOf(page: Page, rule: BacklogRule): Html[] {
  return [...page.site.placeOfOperation].flatMap(([operation, place]) => {
    const isNamed = rulesOfOperation(page.site, operation).some(named => named.rule === rule);
    return isNamed || rule.operations?.includes(operation.id) ? [linkTo(page, place, operation.summary)] : [];
  });
}

/** `Zaak.zaaktype`: on the page of the schema that the path begins with. */
function attributeLink(page: Page, path: string): Html {
  const [schema = ''] = path.split('.');
  const [, attribute = ''] = path.split('.');
  const place: Place | undefined = page.site.placeOfSchema.get(schema);
  const shape = page.site.shapeOf({ $ref: `#/components/schemas/${schema}` });
  // Deeper ones are told where there is room; the attribute that they are part of always is.
  return place && shape.properties.has(attribute)
    ? html`<a href="${hrefTo(page, { file: place.file, anchor: slugOf(`${place.anchor || schema}.${attribute}`) })}"><code>${path}</code></a>`
    : html`<code>${path}</code>`;
}
