import { isObject, isString, type Json, type JsonObject } from '../../core/json.ts';
import { renderExtensions } from '../extensions.ts';
import { type Fragment, type Html, html, joinHtml, type Wording } from '../html.ts';
import type { Label } from '../labels.ts';
import { renderInline } from '../markdown.ts';
import { describe, labelOf, type Page } from '../page.ts';
import { entriesOf, objectAt, textOf } from '../reference.ts';
import type { Site } from '../site.ts';

/** The Security Scheme Object of a name (OpenAPI 3.1, section 4.8.27); `undefined` where the document has none. */
export function schemeOf(site: Site, name: string): JsonObject | undefined {
  const node = site.api.securitySchemes.get(name);
  return node && isObject(node.value) ? objectAt(site.root, node.value) : undefined;
}

const code = (value: Json | undefined): Html => html`<code>${textOf(value)}</code>`;

/** How a scheme asks for proof, in words: `API-sleutel in header X-Key`, `HTTP bearer (JWT)`. */
export function schemeWords(site: Site, scheme: JsonObject): Fragment {
  const label = (name: Label): Wording => labelOf(site, name);
  switch (scheme.type) {
    case 'apiKey':
      return html`${label('apiKey')} ${textOf(scheme.in)} ${code(scheme.name)}`;
    case 'http':
      return html`HTTP ${textOf(scheme.scheme)}${isString(scheme.bearerFormat) && ` (${scheme.bearerFormat})`}`;
    case 'oauth2':
      return html`OAuth 2.0: ${joinHtml(
        entriesOf(scheme.flows).map(([flow]) => html`<code>${flow}</code>`),
        ', ',
      )}`;
    case 'openIdConnect':
      return html`OpenID Connect ${code(scheme.openIdConnectUrl)}`;
    case 'mutualTLS':
      return label('mutualTls');
    default:
      return textOf(scheme.type);
  }
}

/** Everything that a scheme says: how, where, and of each flow its addresses and scopes. */
export function renderScheme(page: Page, name: string): Html {
  const { site } = page;
  const scheme = schemeOf(site, name) ?? {};
  const flows = entriesOf(scheme.flows).map(([flow, value]) =>
    renderFlow(page, flow, objectAt(site.root, value)),
  );
  const metadata = textOf(scheme.oauth2MetadataUrl);
  return html`<p class="words">${schemeWords(site, scheme)}${scheme.deprecated === true && html` <span class="badge deprecated">${labelOf(site, 'deprecated')}</span>`}</p>
${describe(page, textOf(scheme.description))}
${metadata && html`<p class="fact">${labelOf(site, 'metadata')}: <code>${metadata}</code></p>`}
${renderExtensions(scheme)}
${flows}`;
}

const ADDRESSES = ['authorizationUrl', 'deviceAuthorizationUrl', 'tokenUrl', 'refreshUrl'] as const;

function renderFlow(page: Page, name: string, flow: JsonObject): Html {
  const addresses = ADDRESSES.filter(field => isString(flow[field])).map(
    field => html`<p class="fact">${labelOf(page.site, field)}: ${code(flow[field])}</p>`,
  );
  const scopes = entriesOf(flow.scopes).map(
    ([scope, meaning]) =>
      html`<div><dt><code>${scope}</code></dt><dd>${renderInline(textOf(meaning))}</dd></div>`,
  );
  return html`<p class="flow"><strong>${name}</strong></p>
${addresses}
${renderExtensions(flow)}
${scopes.length > 0 && html`<dl class="values">${scopes}</dl>`}`;
}
