import { canonicalText, isObject, isString, type JsonObject } from '../core/json.ts';
import type { Node } from '../core/node.ts';
import { includes } from '../json-schema/algebra/includes.ts';
import { sameText } from '../json-schema/algebra/same-text.ts';
import { childNode, idOf, keyword } from '../json-schema/reading.ts';
import { schemasAt } from '../json-schema/view.ts';
import {
  componentAt,
  componentPointer,
  componentsOf as entriesBelow,
  mappedReference,
} from '../openapi/components.ts';
import type { MessageKind } from '../openapi/exchange.ts';
import { withCallbacks } from '../openapi/operations.ts';
import { COMPONENT_KINDS, type ComponentKind, PATH_ITEM_MAPS } from '../vocabulary/openapi.ts';
import type { StatedChange } from './change.ts';
import type { Comparison } from './comparison.ts';
import type { MessagePair } from './message-pair.ts';
import { pairBy } from './pair.ts';
import { referencesIn } from './references-in.ts';
import type { SideView } from './sides.ts';
import { statedChange } from './stated-change.ts';

/** Components that a message can hold; security schemes are compared with the operations that ask for them. */
const KINDS = COMPONENT_KINDS.filter(kind => kind !== 'examples' && kind !== 'securitySchemes');

export interface Component {
  readonly kind: ComponentKind;
  readonly name: string;
  readonly node: Node;
  /** Whether a discriminator leads to it. */
  readonly isMapped: boolean;
}

/** What no operation leads to: it comes, goes or changes without a message that shows it. */
export function compareComponents(comparison: Comparison, beyond: OutOfReach): StatedChange[] {
  const { old, next } = comparison;
  const { old: before, next: after } = beyond;
  const known = (view: SideView): Set<string> => new Set(componentsOf(view).map(keyOfComponent));
  const [knownBefore, knownAfter] = [known(old), known(next)];
  const renamed = renames(comparison);
  const isNew = (component: Component): boolean =>
    !knownBefore.has(keyOfComponent(component)) &&
    !renamed.some(({ come }) => idOf(come) === idOf(component.node));
  const isGone = (component: Component): boolean =>
    !knownAfter.has(keyOfComponent(component)) &&
    !renamed.some(({ gone }) => idOf(gone) === idOf(component.node));
  const [nowhere, extending] = [
    { old: old.root, next: next.root },
    new Set(extensions(comparison, beyond).map(({ name }) => name)),
  ];
  return [
    ...renamed.map(({ name, gone, come }) =>
      statedChange('component-renamed', { name, old: gone, next: come }),
    ),
    ...before
      .filter(one => !one.isMapped && isGone(one))
      .map(({ name, node }) => statedChange('component-removed', { ...nowhere, name, old: node })),
    ...after
      .filter(one => !one.isMapped && isNew(one))
      .map(({ name, node }) => statedChange('component-added', { ...nowhere, name, next: node })),
    ...withoutMessage(comparison, beyond)
      .filter(([one, other]) => !isSame(comparison, one, other) && !extending.has(one.name))
      // What differs only behind a reference is told where it stands.
      .filter(([one, other]) => canonicalText(one.node.value) !== canonicalText(other.node.value))
      .map(([one, other]) =>
        statedChange('component-changed', { name: one.name, old: one.node, next: other.node }),
      ),
  ];
}

/** Components of both documents that no message of both shows: an operation may lead to them in one of the two, and come or go. */
function withoutMessage({ old, next }: Comparison, beyond: OutOfReach): [Component, Component][] {
  const ids = new Set([...beyond.old, ...beyond.next].map(({ node }) => idOf(node)));
  return pairBy(componentsOf(old), componentsOf(next), keyOfComponent).both.flatMap(
    ([one, other]): [Component, Component][] =>
      ids.has(idOf(one.node)) || ids.has(idOf(other.node)) ? [[one, other]] : [],
  );
}

const keyOfComponent = ({ kind, name }: Component): string => `${kind}/${name}`;

/**
 * Schemas that extend one with a discriminator, and that nothing else leads to: they stand wherever their parent
 * stands (OpenAPI 3.1.0, 4.8.25.2), so each is compared as a body of its own, in the directions of its parent.
 */
export function extensions(
  comparison: Comparison,
  beyond: OutOfReach,
): (MessagePair & { readonly name: string })[] {
  const { old, next } = comparison;
  const pair = pairBy(beyond.old, beyond.next, ({ name }) => name).both;
  const extending = pair.flatMap(([one, other]) => {
    const parents = [parentsOf(old, one), parentsOf(next, other)];
    return parents.every(found => found.length > 0) ? [{ one, other, parents: parents.flat() }] : [];
  });
  if (extending.length === 0) return [];
  return DIRECTIONS.flatMap(({ kind, isOutbound }) => {
    const stands = (view: SideView): ReadonlySet<string> =>
      reach(view, startsOf(view, kind, isOutbound), true);
    const [before, after] = [stands(old), stands(next)];
    return extending
      .filter(({ parents }) => parents.map(componentAround).some(id => before.has(id) || after.has(id)))
      .map(({ one, other }) => ({
        name: other.name,
        kind,
        isOutbound,
        locus: {},
        old: old.messages.component(one.node),
        next: next.messages.component(other.node),
      }));
  });
}

const DIRECTIONS = (['request', 'response'] as const).flatMap(kind =>
  [false, true].map(isOutbound => ({ kind, isOutbound })),
);

/** What holds the schemas of all requests, or of all answers, of a document. */
function startsOf({ operations }: SideView, kind: MessageKind, isOutbound: boolean): Node[] {
  return operations
    .flatMap(withCallbacks)
    .filter(operation => operation.isOutbound === isOutbound)
    .flatMap(({ parameters, body, answers }) =>
      kind === 'request'
        ? [...parameters, ...(body ? [body] : [])].map(({ node }) => node)
        : answers.map(({ node }) => node),
    );
}

/** The schemas with a discriminator that a schema extends. */
function parentsOf({ readings }: SideView, { kind, node }: Component): Node[] {
  if (kind !== 'schemas') return [];
  const own = idOf(node);
  return schemasAt([{ node, reading: readings('consumer', 'readOnly') }]).filter(
    parent => idOf(parent) !== own && keyword(parent, 'discriminator') !== undefined,
  );
}

const componentsOf = ({ root }: SideView): Component[] =>
  KINDS.flatMap(kind =>
    entriesBelow(root, kind).map(([name, node]) => ({ kind, name, node, isMapped: false })),
  );

/** A schema that goes while one of the same content comes has another name: that only shows in generated code. */
function renames(comparison: Comparison): { name: string; gone: Node; come: Node }[] {
  const schemas = (view: SideView): Component[] =>
    componentsOf(view).filter(({ kind }) => kind === 'schemas');
  const { removed, added } = pairBy(schemas(comparison.old), schemas(comparison.next), ({ name }) => name);
  return removed.flatMap(gone => {
    const match = added.find(
      come => gone.node.dialect === come.node.dialect && isSame(comparison, gone, come),
    );
    return match ? [{ name: `${gone.name} → ${match.name}`, gone: gone.node, come: match.node }] : [];
  });
}

/** Between 3.0 and 3.1 one schema has two spellings: there the sets are compared, and other components are not. */
function isSame({ space, old, next }: Comparison, one: Component, other: Component): boolean {
  const isRespelled = one.node.dialect !== other.node.dialect;
  if (one.kind !== 'schemas')
    return isRespelled || canonicalText(one.node.value) === canonicalText(other.node.value);
  const before = { node: one.node, reading: old.readings('consumer', 'readOnly') };
  const after = { node: other.node, reading: next.readings('consumer', 'readOnly') };
  if (!isRespelled) return sameText(space, before, after);
  return includes(space, [before], [after]) && includes(space, [after], [before]);
}

/** Components of both documents that no path and no webhook refers to, however far. */
export interface OutOfReach {
  readonly old: readonly Component[];
  readonly next: readonly Component[];
}

export const outOfReach = ({ old, next }: Comparison): OutOfReach => ({
  old: unreached(old),
  next: unreached(next),
});

function unreached(view: SideView): Component[] {
  const starts = PATH_ITEM_MAPS.flatMap(name => childNode(view.root, name) ?? []);
  const reached = reach(view, starts, false);
  const left = componentsOf(view).filter(({ node }) => !reached.has(idOf(node)));
  if (left.length === 0) return [];
  const mapped = reach(view, starts, true);
  return left.map(component => ({ ...component, isMapped: mapped.has(idOf(component.node)) }));
}

/** The components that lie around some nodes or are led to by them, by references and where asked by discriminators too. */
function reach({ resolve }: SideView, starts: readonly Node[], withMappings: boolean): Set<string> {
  const reached = new Set(starts.map(componentAround));
  const queue = [...starts];
  const followed = new Set<string>();
  for (let node = queue.pop(); node; node = queue.pop()) {
    for (const ref of referencesIn(node.value, withMappings ? mappedBy : undefined)) {
      const key = `${node.file} ${ref}`;
      if (followed.has(key)) continue;
      followed.add(key);
      const target = resolve({ ...node, value: { $ref: ref } });
      if (!target) continue;
      reached.add(componentAround(target));
      queue.push(target);
    }
  }
  return reached;
}

/** The component that a node stands in. */
function componentAround({ file, pointer }: Node): string {
  const component = componentAt(pointer);
  return `${file}#${component ? componentPointer(component) : pointer}`;
}

/** What a discriminator maps to. */
const mappedBy = ({ propertyName, mapping }: JsonObject): string[] =>
  isString(propertyName) && isObject(mapping)
    ? Object.values(mapping).filter(isString).map(mappedReference)
    : [];
