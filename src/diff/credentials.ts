import { canonicalText, isArray, isObject, isString, type JsonObject } from '../core/json.ts';
import type { Node } from '../core/node.ts';
import { componentsBehind } from '../openapi/components.ts';
import type { ComparableOperation } from '../openapi/operations.ts';
import { idOf } from '../vocabulary/tree.ts';
import { pairBy } from './pair.ts';

import type { Sides, SideView } from './sides.ts';

/** A security scheme as it is defined. */
export interface Scheme {
  readonly name: string;
  readonly node: Node;
}

export const schemesOf = ({ root, resolve }: SideView): Scheme[] =>
  componentsBehind(resolve, root, 'securitySchemes').map(([name, node]) => ({ name, node }));

/** How a scheme is sent: each way to satisfy it, without its name. */
export function waysOf({ value: scheme }: Node): string[] {
  if (!isObject(scheme)) return [];
  switch (scheme.type) {
    case 'apiKey':
      // Names of headers have no case (RFC 9110, 5.1).
      return [
        `apiKey ${scheme.in} ${scheme.in === 'header' ? String(scheme.name).toLowerCase() : scheme.name}`,
      ];
    case 'http':
      // Nor have names of schemes (RFC 9110, 11.1).
      return [`http ${String(scheme.scheme).toLowerCase()}`];
    case 'oauth2': {
      const flows = isObject(scheme.flows) ? Object.keys(scheme.flows) : [];
      const known = flows.filter(flow => !flow.startsWith('x-'));
      return known.length === 0 ? ['oauth2'] : known.map(flow => `oauth2 ${flow}`);
    }
    default:
      return [String(scheme.type)];
  }
}

/**
 * The name of the scheme that a requirement asks for: it may be written as the URI of a scheme too, where no component has
 * that name (OpenAPI 3.2.0, 4.30.1).
 */
function schemeNamed(view: SideView, called: string): string {
  const schemes = schemesOf(view);
  if (schemes.some(({ name }) => name === called) || !/[#/.]/.test(called)) return called;
  const target = view.resolve({ ...view.root, value: { $ref: called } });
  const meant = target && schemes.find(({ node }) => idOf(node) === idOf(target));
  return meant?.name ?? called;
}

/** What a scheme says but for its texts: what it is known by where its name is gone or new. */
const definitionOf = ({ node: { value } }: Scheme): string => {
  if (!isObject(value)) return canonicalText(value);
  const { description: _, ...own } = value;
  return canonicalText(own);
};

/** Schemes that have another name in the new document: what they were called, and what they are. */
export function renamedSchemes({ old, next }: Sides): ReadonlyMap<string, Scheme> {
  const { removed, added } = pairBy(schemesOf(old), schemesOf(next), ({ name }) => name);
  const renamed = new Map<string, Scheme>();
  const likenesses = [
    (one: Scheme) => canonicalText(one.node.value),
    definitionOf,
    (one: Scheme) => waysOf(one.node).join(),
  ];
  for (const likeness of likenesses) {
    for (const gone of removed.filter(({ name }) => !renamed.has(name))) {
      const taken = new Set([...renamed.values()].map(({ name }) => name));
      const match = added.find(come => !taken.has(come.name) && likeness(come) === likeness(gone));
      if (match) renamed.set(gone.name, match);
    }
  }
  return renamed;
}

/** One thing that a caller must hold: a scheme, sent in one way. */
interface Credential {
  /** The name of the scheme in the new document; in the old one where it is gone. */
  readonly scheme: string;
  readonly way: string;
  readonly scopes: ReadonlySet<string>;
}

/** What a caller must hold together, by scheme and way. */
export type Credentials = ReadonlyMap<string, Credential>;

/** What operations ask for, by name: two schemes of one type are not one credential (OpenAPI 3.1.0, 4.8.30). */
export interface CredentialAccess {
  /** The alternatives that let a caller in. No requirement, or an empty one, lets anybody in. */
  readonly of: (side: 'old' | 'next', operation: ComparableOperation) => Credentials[];
  readonly say: (alternatives: readonly Credentials[]) => string;
}

export function accessOf(comparison: Sides): CredentialAccess {
  const renamed = renamedSchemes(comparison);
  const defined = {
    old: new Map(schemesOf(comparison.old).map(({ name, node }) => [name, node])),
    next: new Map(schemesOf(comparison.next).map(({ name, node }) => [name, node])),
  };
  const oldNames = new Map([...renamed].map(([was, { name }]) => [name, was]));
  const nameIn = (side: 'old' | 'next', name: string): string =>
    side === 'old' ? (renamed.get(name)?.name ?? name) : name;
  /** Of a scheme that only one document defines nothing is known but its name. */
  const waysIn = (side: 'old' | 'next', name: string): readonly string[] => {
    const own = defined[side].get(name);
    const other =
      side === 'old' ? defined.next.get(nameIn('old', name)) : defined.old.get(oldNames.get(name) ?? name);
    return own && other ? waysOf(own) : [''];
  };
  const credentials = (side: 'old' | 'next', requirement: JsonObject): Credentials[] =>
    Object.entries(requirement).reduce<Credentials[]>(
      (before, [called, scopes]) => {
        const name = schemeNamed(comparison[side], called);
        const ways = waysIn(side, name);
        const wanted = scopeChoices(isArray(scopes) ? scopes.filter(isString) : []);
        const each = ways.flatMap(way =>
          wanted.map(chosen => ({ scheme: nameIn(side, name), way, scopes: new Set(chosen) })),
        );
        return before.flatMap(one =>
          each.map(credential => new Map([...one, [`${credential.scheme} ${credential.way}`, credential]])),
        );
      },
      [new Map()],
    );
  /** Whether a name stands for something that is sent otherwise in the other document. */
  const hasMoved = (name: string): boolean => {
    const [before, after] = [defined.old.get(oldNames.get(name) ?? name), defined.next.get(name)];
    return before !== undefined && after !== undefined && waysOf(before).join() !== waysOf(after).join();
  };
  const sayOne = ({ scheme, way, scopes }: Credential): string => {
    const details = [...(hasMoved(scheme) ? [way] : []), ...scopes];
    return details.length > 0 ? `${scheme} (${details.join(', ')})` : scheme;
  };
  return {
    of: (side, operation) => {
      const listed = operation.security?.value;
      if (!isArray(listed) || listed.length === 0) return [new Map()];
      return listed.filter(isObject).flatMap(requirement => credentials(side, requirement));
    },
    say: alternatives => {
      const each = alternatives.map(one => [...one.values()].map(sayOne).sort().join(' + ') || ANYBODY);
      return [...new Set(each)].join(' | ');
    },
  };
}

/** What an alternative that asks for nothing is called in the data; the texts have words for it. */
const ANYBODY = 'anonymous';

/** Scopes as sets that each suffice: `(a | b)` in one scope is read as a choice, as published documents write it. */
function scopeChoices(scopes: readonly string[]): string[][] {
  return scopes.reduce<string[][]>(
    (before, scope) => {
      const inside = /^\((.*\|.*)\)$/.exec(scope.trim())?.[1];
      const choices = inside === undefined ? [scope] : inside.split('|').map(one => one.trim());
      return before.flatMap(chosen => choices.map(choice => [...chosen, choice]));
    },
    [[]],
  );
}

/** Whether whoever holds `held` is let in by one of the alternatives. */
export const isLetIn = (held: Credentials, alternatives: readonly Credentials[]): boolean =>
  alternatives.some(wanted =>
    [...wanted].every(([key, { scopes }]) => {
      const own = held.get(key);
      return own !== undefined && [...scopes].every(scope => own.scopes.has(scope));
    }),
  );

/** Schemes that some operation asks for. */
export const schemesAskedFor = (view: SideView): string[] =>
  view.operations.flatMap(({ security }) =>
    isArray(security?.value)
      ? security.value.filter(isObject).flatMap(one => Object.keys(one).map(name => schemeNamed(view, name)))
      : [],
  );
