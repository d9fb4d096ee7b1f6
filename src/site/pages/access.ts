import { grouped } from '../../core/group.ts';
import { type Fragment, type Html, html, joinHtml } from '../html.ts';
import { finishPage } from '../layout.ts';
import { waysIn } from '../operation/access.ts';
import type { ShownOperation } from '../operation/operations.ts';
import { renderScheme } from '../operation/schemes.ts';
import { anchorFor, details, labelOf, linkTo, type Page } from '../page.ts';
import { byName, type Site } from '../site.ts';
import { accessAnchor } from '../slug.ts';

/** Every scheme with all it says, and which operations ask which scope. */
export function accessPage(page: Page): string {
  const { site } = page;
  const schemes = [...site.api.securitySchemes.keys()].map(name => {
    const anchor = anchorFor(page, accessAnchor(name));
    page.entries.push({ kind: 'security', name, context: '', place: { file: page.file, anchor } });
    return html`<section class="scheme" id="${anchor}">
<h2><a href="#${anchor}">${name}</a></h2>
${renderScheme(page, name)}
${usersOf(page, name)}
</section>
`;
  });
  const main = html`<h1>${labelOf(site, 'security')}</h1>
${schemes}
${scopeTable(page)}
${openCalls(page)}`;
  return finishPage(page, { title: labelOf(site, 'security'), main });
}

const operationsOf = ({ resources }: Site): ShownOperation[] =>
  resources.flatMap(({ operations }) => operations);

function usersOf(page: Page, scheme: string): Fragment {
  const users = operationsOf(page.site).filter(({ security }) =>
    waysIn(security).some(way => way.some(demand => demand.scheme === scheme)),
  );
  return (
    users.length > 0 &&
    details(
      html`${labelOf(page.site, 'usedBy')} <span class="count">${users.length}</span>`,
      html`<p class="users">${linksTo(page, users)}</p>`,
    )
  );
}

const linksTo = (page: Page, operations: readonly ShownOperation[]): Fragment[] =>
  joinHtml(
    operations.map(operation => {
      const place = page.site.placeOfOperation.get(operation);
      return place ? linkTo(page, place, operation.summary) : operation.summary;
    }),
    ', ',
  );

/** Scope → operations, over all schemes: what a client asks for is what it wants to call. */
function scopeTable(page: Page): Fragment {
  const byScope = grouped(
    operationsOf(page.site).flatMap(operation => {
      const scopes = waysIn(operation.security).flatMap(way => way.flatMap(demand => demand.scopes.flat()));
      return [...new Set(scopes)].map((scope): [string, ShownOperation] => [scope, operation]);
    }),
  );
  if (byScope.size === 0) return undefined;
  const rows = [...byScope]
    .sort(([left], [right]) => byName(left, right))
    .map(([scope, operations]): Html => {
      const anchor = anchorFor(page, `scope-${scope}`);
      page.entries.push({ kind: 'scope', name: scope, context: '', place: { file: page.file, anchor } });
      return html`<tr id="${anchor}"><th scope="row"><code>${scope}</code></th><td>${linksTo(page, operations)}</td></tr>`;
    });
  return html`<h2 id="${anchorFor(page, 'scopes')}">${labelOf(page.site, 'scopes')}</h2>
<table class="codes"><thead><tr><th scope="col">${labelOf(page.site, 'scope')}</th><th scope="col">${labelOf(page.site, 'givesAccessTo')}</th></tr></thead>
<tbody>${rows}</tbody></table>`;
}

function openCalls(page: Page): Fragment {
  const open = operationsOf(page.site).filter(
    ({ security, isSecurityStated }) => isSecurityStated && waysIn(security).some(way => way.length === 0),
  );
  const none = operationsOf(page.site).filter(({ security }) => security.length === 0);
  const all = [...new Set([...open, ...none.filter(({ isSecurityStated }) => isSecurityStated)])];
  return (
    all.length > 0 &&
    html`<h2 id="${anchorFor(page, 'open')}">${labelOf(page.site, 'openCalls')}</h2>
<p class="users">${linksTo(page, all)}</p>`
  );
}
