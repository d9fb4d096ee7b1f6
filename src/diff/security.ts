import type { Locus } from '../core/finding.ts';
import { isObject, isString, type Json } from '../core/json.ts';
import type { Node } from '../core/node.ts';
import type { ComparableOperation } from '../openapi/operations.ts';
import { childEntries, entriesOf, keyword } from '../vocabulary/tree.ts';
import type { StatedChange } from './change.ts';
import type { Comparison } from './comparison.ts';
import {
  type CredentialAccess,
  isLetIn,
  renamedSchemes,
  type Scheme,
  schemesAskedFor,
  schemesOf,
  waysOf,
} from './credentials.ts';
import { pairBy } from './pair.ts';
import { compareLifecycle } from './policies.ts';
import { type Statement, statedChange, valueText } from './stated-change.ts';

/** Who was let in by an operation and is not, and the other way round. */
export function compareAccess(
  access: CredentialAccess,
  old: ComparableOperation,
  next: ComparableOperation,
): StatedChange[] {
  const locus: Locus = { operation: next.label };
  const [before, after] = [access.of('old', old), access.of('next', next)];
  const place = { locus, old: old.security ?? old.node, next: next.security ?? next.node };
  const shutOut = before.filter(held => !isLetIn(held, after));
  const letIn = after.filter(held => !isLetIn(held, before));
  const { say } = access;
  return [
    ...(shutOut.length === 0
      ? []
      : [
          statedChange('security-tightened', {
            ...place,
            name: say(after),
            was: say(shutOut),
            now: say(after),
          }),
        ]),
    ...(letIn.length === 0
      ? []
      : [
          statedChange('security-loosened', {
            ...place,
            name: say(letIn),
            was: say(before),
            now: say(letIn),
          }),
        ]),
  ];
}

/** Security schemes by name: what they say beside how they are sent. */
export function compareSchemes(comparison: Comparison): StatedChange[] {
  const { old, next } = comparison;
  const renamed = renamedSchemes(comparison);
  const { both, removed, added } = pairBy(schemesOf(old), schemesOf(next), ({ name }) => name);
  const renamedTo = new Set([...renamed.values()].map(({ name }) => name));
  const nowhere = { old: old.root, next: next.root };
  const asked = new Set([old, next].flatMap(schemesAskedFor));
  const pairs = [
    ...both,
    ...removed.flatMap((gone): [Scheme, Scheme][] => {
      const match = renamed.get(gone.name);
      return match ? [[gone, match]] : [];
    }),
  ];
  return [
    ...removed
      .filter(({ name }) => !renamed.has(name))
      .map(({ name, node }) => statedChange('scheme-removed', { ...nowhere, name, old: node })),
    ...added
      .filter(({ name }) => !renamedTo.has(name))
      .map(({ name, node }) => statedChange('scheme-added', { ...nowhere, name, next: node })),
    ...pairs.flatMap(([one, other]) => compareScheme(one, other, asked.has(other.name))),
  ];
}

function compareScheme(one: Scheme, other: Scheme, isAskedFor: boolean): StatedChange[] {
  const place = { name: other.name, old: one.node, next: other.node };
  const words = [
    ...compareLifecycle(place),
    ...(keyword(one.node, 'description') === keyword(other.node, 'description')
      ? []
      : [statedChange('text-changed', { ...place, covers: ['description'] })]),
    ...compareScopeTexts(one, other, place),
  ];
  const hasMoved = waysOf(one.node).join() !== waysOf(other.node).join();
  // How it is sent is compared with each operation that asks for it.
  return hasMoved && isAskedFor
    ? words
    : [...compareFields(one, other, place), ...compareScopes(one, other, place), ...words];
}

/** What a scheme says of itself that is no text, by field: flows apart. */
const fieldsOf = ({ node }: Scheme): Map<string, Json> =>
  new Map(
    entriesOf(node).flatMap(([name, own]): [string, Json][] => {
      if (NO_FIELDS.has(name) || name.startsWith('x-')) return [];
      return name === 'flows' && isObject(own.value) ? fieldsOfFlows(own) : [[name, own.value]];
    }),
  );

const fieldsOfFlows = (flows: Node): [string, Json][] =>
  entriesOf(flows).flatMap(([flow, of]) =>
    flow.startsWith('x-')
      ? []
      : entriesOf(of)
          .filter(([field]) => field !== 'scopes' && !field.startsWith('x-'))
          .map(([field, { value }]): [string, Json] => [`${flow} ${field}`, value]),
  );

/** What is compared elsewhere. */
const NO_FIELDS: ReadonlySet<string> = new Set(['description', 'deprecated', 'x-sunset']);

/** Fields whose case means nothing on the wire (RFC 9110, 5.1 and 11.1). */
function isRespelt(name: string, was: Json | undefined, now: Json | undefined, { node }: Scheme): boolean {
  const isCaseless = name === 'scheme' || (name === 'name' && keyword(node, 'in') === 'header');
  return isCaseless && isString(was) && isString(now) && was.toLowerCase() === now.toLowerCase();
}

function compareFields(one: Scheme, other: Scheme, place: Statement): StatedChange[] {
  const [before, after] = [fieldsOf(one), fieldsOf(other)];
  return [...new Set([...before.keys(), ...after.keys()])].flatMap(name => {
    const [was, now] = [before.get(name), after.get(name)];
    const [said, says] = [valueText(was), valueText(now)];
    if (said === says) return [];
    const rule = isRespelt(name, was, now, other) ? 'scheme-respelt' : 'scheme-changed';
    return [
      statedChange(rule, {
        ...place,
        covers: [name.includes(' ') ? 'flows' : name],
        was: said === undefined ? undefined : `${name} ${said}`,
        now: says === undefined ? undefined : `${name} ${says}`,
      }),
    ];
  });
}

/** The scopes of a scheme with their texts, each with its flow. */
const scopesOf = ({ node }: Scheme): Map<string, Json> =>
  new Map(
    childEntries(node, 'flows').flatMap(([flow, of]) =>
      childEntries(of, 'scopes').map(([scope, { value }]): [string, Json] => [`${flow} ${scope}`, value]),
    ),
  );

function compareScopes(one: Scheme, other: Scheme, place: Statement): StatedChange[] {
  const [before, after] = [scopesOf(one), scopesOf(other)];
  const gone = [...before.keys()].filter(scope => !after.has(scope));
  const come = [...after.keys()].filter(scope => !before.has(scope));
  return [
    ...(gone.length === 0
      ? []
      : [statedChange('scheme-changed', { ...place, was: gone.join(', '), covers: ['flows'] })]),
    ...come.map(scope =>
      statedChange('scheme-added', { ...place, name: `${other.name}: ${scope}`, covers: ['flows'] }),
    ),
  ];
}

function compareScopeTexts(one: Scheme, other: Scheme, place: Statement): StatedChange[] {
  const after = scopesOf(other);
  return [...scopesOf(one)]
    .filter(([scope, text]) => after.has(scope) && valueText(after.get(scope)) !== valueText(text))
    .map(([scope]) =>
      statedChange('text-changed', { ...place, name: `${other.name}: ${scope}`, covers: ['flows'] }),
    );
}
