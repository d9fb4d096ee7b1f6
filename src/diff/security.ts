import { canonicalText, isArray, isObject, isString, type Json, type JsonObject } from '../core/json.ts';
import type { Node } from '../core/node.ts';
import { childEntries, childNode, dereference, keyword } from '../json-schema/reading.ts';
import type { Operation } from '../openapi/operations.ts';
import type { Change } from './change.ts';
import type { Comparison, SideView } from './comparison.ts';
import { pairBy } from './pair.ts';
import { statedChange } from './stated-change.ts';

/** What a caller must hold together: schemes by what they are on the wire, with their scopes. */
export type Credentials = ReadonlyMap<string, ReadonlySet<string>>;

/**
 * The alternatives that give access (OpenAPI 3.1.0, 4.8.30). No requirement, or an empty one, lets anybody in. An
 * OAuth scheme with several flows is one alternative for each flow.
 */
export function credentialsFor(view: SideView, operation: Operation): Credentials[] {
  const listed = operation.security?.value;
  if (!isArray(listed) || listed.length === 0) return [new Map()];
  return listed.filter(isObject).flatMap(requirement => expand(view, requirement));
}

function expand(view: SideView, requirement: JsonObject): Credentials[] {
  let alternatives: ReadonlyMap<string, ReadonlySet<string>>[] = [new Map()];
  for (const [name, scopes] of Object.entries(requirement)) {
    const wanted = new Set(isArray(scopes) ? scopes.filter(isString) : []);
    alternatives = alternatives.flatMap(before =>
      waysOf(view, name).map(
        way => new Map([...before, [way, new Set([...(before.get(way) ?? []), ...wanted])]]),
      ),
    );
  }
  return alternatives;
}

/** The ways to satisfy a scheme, named by what is sent: its name in the document is nobody's business. */
function waysOf({ root, resolve }: SideView, name: string): string[] {
  const written = childNode(root, 'components', 'securitySchemes', name);
  const scheme = written && dereference(written, resolve)?.value;
  if (!isObject(scheme)) return [name];
  switch (scheme.type) {
    case 'apiKey':
      return [
        `apiKey ${scheme.in} ${scheme.in === 'header' ? String(scheme.name).toLowerCase() : scheme.name}`,
      ];
    case 'http':
      return [`http ${String(scheme.scheme).toLowerCase()}`];
    case 'oauth2': {
      const flows = isObject(scheme.flows)
        ? Object.keys(scheme.flows).filter(flow => !flow.startsWith('x-'))
        : [];
      return flows.length === 0 ? ['oauth2'] : flows.map(flow => `oauth2 ${flow}`);
    }
    default:
      return [String(scheme.type)];
  }
}

/** Security schemes by name: what they say beside how they are sent. */
export function compareSchemes({ old, next }: Comparison): Change[] {
  const [ours, theirs] = [schemesOf(old), schemesOf(next)];
  const ways = (view: SideView, name: string): string => waysOf(view, name).join();
  const { both, removed, added } = pairBy(ours, theirs, ({ name }) => name);
  const hasTwin = (view: SideView, name: string, others: SideView, list: readonly Scheme[]): boolean =>
    list.some(other => ways(others, other.name) === ways(view, name));
  const nowhere = { old: old.root, next: next.root };
  const used = new Set([old, next].flatMap(namesAskedFor));
  return [
    ...removed
      .filter(({ name }) => !hasTwin(old, name, next, added))
      .map(({ name, node }) => statedChange('scheme-removed', { ...nowhere, name, old: node })),
    ...added
      .filter(({ name }) => !hasTwin(next, name, old, removed))
      .map(({ name, node }) => statedChange('scheme-added', { ...nowhere, name, next: node })),
    ...both.flatMap(([one, other]) => {
      const place = { name: one.name, old: one.node, next: other.node };
      const [text, nextText] = [one, other].map(({ node }) => keyword(node, 'description'));
      const words = text === nextText ? [] : [statedChange('text-changed', place)];
      const hasMoved = ways(old, one.name) !== ways(next, other.name);
      // How it is sent is compared with each operation that asks for it.
      if (hasMoved && used.has(one.name)) return words;
      const [was, now] = [detailsOf(one.node.value), detailsOf(other.node.value)];
      const [scopes, nextScopes] = [scopesOf(one.node.value), scopesOf(other.node.value)];
      const gone = scopes.filter(scope => !nextScopes.includes(scope));
      const come = nextScopes.filter(scope => !scopes.includes(scope));
      return [
        ...(was === now ? [] : [statedChange('scheme-changed', { ...place, was, now })]),
        ...(gone.length === 0
          ? []
          : [statedChange('scheme-changed', { ...place, was: gone.join(', '), now: '–' })]),
        ...come.map(scope => statedChange('scheme-added', { ...place, name: `${one.name}: ${scope}` })),
        ...words,
      ];
    }),
  ];
}

interface Scheme {
  readonly name: string;
  readonly node: Node;
}

function schemesOf({ root, resolve }: SideView): Scheme[] {
  const components = childNode(root, 'components');
  if (!components) return [];
  return childEntries(components, 'securitySchemes').flatMap(([name, written]) => {
    const node = dereference(written, resolve);
    return node ? [{ name, node }] : [];
  });
}

/** Schemes that some operation asks for. */
const namesAskedFor = ({ operations }: SideView): string[] =>
  operations.flatMap(({ security }) =>
    isArray(security?.value) ? security.value.filter(isObject).flatMap(Object.keys) : [],
  );

/** The scopes of a scheme, each with its flow. */
function scopesOf(scheme: Json): string[] {
  const flows = isObject(scheme) && isObject(scheme.flows) ? Object.entries(scheme.flows) : [];
  return flows.flatMap(([name, flow]) =>
    isObject(flow) && isObject(flow.scopes) ? Object.keys(flow.scopes).map(scope => `${name} ${scope}`) : [],
  );
}

/** How a scheme is sent and where tokens come from, in one line. */
function detailsOf(scheme: Json): string {
  if (!isObject(scheme)) return '–';
  const { description: _, flows, ...own } = scheme;
  const each = isObject(flows) ? Object.entries(flows) : [];
  const said = each.map(([name, flow]) => {
    const { scopes: _, ...urls } = isObject(flow) ? flow : {};
    return `${name} ${canonicalText(urls)}`;
  });
  return [canonicalText(own), ...said.sort()].join(' ');
}

/** Whether whoever holds `held` is let in by one of the alternatives. */
export const isLetIn = (held: Credentials, alternatives: readonly Credentials[]): boolean =>
  alternatives.some(wanted =>
    [...wanted].every(([scheme, scopes]) => {
      const own = held.get(scheme);
      return own !== undefined && [...scopes].every(scope => own.has(scope));
    }),
  );

export const credentialsText = (credentials: Credentials): string =>
  credentials.size === 0
    ? '–'
    : [...credentials]
        .map(([scheme, scopes]) => (scopes.size > 0 ? `${scheme} (${[...scopes].join(', ')})` : scheme))
        .sort()
        .join(' + ');
