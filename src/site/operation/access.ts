import { isString, type JsonObject } from '../../core/json.ts';
import { type Fragment, type Html, html, joinHtml } from '../html.ts';
import { labelOf, linkTo, type Page } from '../page.ts';
import { entriesOf, listOf } from '../reference.ts';
import { accessAnchor } from '../slug.ts';
import type { ShownOperation } from './operations.ts';
import { schemeOf, schemeWords } from './schemes.ts';

interface Demand {
  readonly scheme: string;
  /** One list for each alternative: all scopes of a list are needed. */
  readonly scopes: readonly (readonly string[])[];
}

/** One way in: everything within it is needed. None means that the call can be made by anyone. */
type Way = readonly Demand[];

/**
 * The ways in that `security` leaves open (OpenAPI 3.1, section 4.8.30): one requirement of the list is enough, and
 * all within it are needed. Requirements that differ in nothing but the scopes of one scheme are one way.
 */
export function waysIn(security: readonly JsonObject[]): Way[] {
  const ways = security.map(requirement =>
    entriesOf(requirement).map(([scheme, scopes]) => ({ scheme, scopes: [listOf(scopes).filter(isString)] })),
  );
  const merged: Way[] = [];
  for (const way of ways) {
    const [demand] = way;
    const like = merged.findIndex(
      other => way.length === 1 && other.length === 1 && other[0]?.scheme === demand?.scheme,
    );
    const before = merged[like]?.[0];
    if (!demand || !before) merged.push(way);
    else merged[like] = [{ scheme: demand.scheme, scopes: [...before.scopes, ...demand.scopes] }];
  }
  return merged;
}

/** Who may make a call. A document that says nothing of access gets no line: unknown is not open. */
export function renderAccess(page: Page, { security, isSecurityStated }: ShownOperation): Fragment {
  if (!isSecurityStated) return undefined;
  const { site } = page;
  const head = html`<span class="quiet">${labelOf(site, 'security')}:</span>`;
  const ways = waysIn(security);
  if (ways.every(way => way.length === 0))
    return html`<p class="access">${head} ${labelOf(site, 'openToAll')}</p>`;
  if (ways.length === 1) return html`<p class="access">${head} ${ways.map(way => renderWay(page, way))}</p>`;
  const items = ways.map(way => html`<li>${renderWay(page, way)}</li>`);
  return html`<p class="access">${head} ${labelOf(site, 'oneWay')}</p>
<ul class="access">${items}</ul>`;
}

const renderWay = (page: Page, way: Way): Fragment =>
  way.length === 0
    ? labelOf(page.site, 'noProof')
    : joinHtml(
        way.map(demand => renderDemand(page, demand)),
        html` ${labelOf(page.site, 'and')} `,
      );

function renderDemand(page: Page, { scheme, scopes }: Demand): Html {
  const { site } = page;
  const known = schemeOf(site, scheme);
  const name = known ? linkTo(page, { file: 'access.html', anchor: accessAnchor(scheme) }, scheme) : scheme;
  const words = known ? schemeWords(site, known) : labelOf(site, 'unknownScheme');
  return html`${name} <span class="quiet">(${words})</span>${scopesOf(page, scopes)}`;
}

function scopesOf(page: Page, alternatives: Demand['scopes']): Fragment {
  const { site } = page;
  const named = alternatives.filter(scopes => scopes.length > 0);
  // A requirement without scopes is met by the proof alone, whatever the others ask.
  if (named.length === 0) return undefined;
  const sets = named.map(scopes =>
    joinHtml(
      scopes.map(scope => html`<code>${scope}</code>`),
      html` ${labelOf(site, 'and')} `,
    ),
  );
  const isFree = named.length < alternatives.length;
  const label = labelOf(site, isFree ? 'withoutScopeOr' : sets.length > 1 ? 'withOneScope' : 'withScope');
  return html` ${label} ${joinHtml(sets, html` ${labelOf(site, 'or')} `)}`;
}
