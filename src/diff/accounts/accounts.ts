import type { Locus } from '../../core/finding.ts';
import { isString, type Json } from '../../core/json.ts';
import type { Node } from '../../core/node.ts';
import { tokens } from '../../core/pointer.ts';
import type { DifferenceReason } from '../../core/report.ts';
import type { ComparableOperation } from '../../openapi/operations.ts';
import { withCallbacks } from '../../openapi/operations.ts';
import type { WrittenReference } from '../../source/references.ts';
import { METHODS, PATH_ITEM_MAPS } from '../../vocabulary/openapi.ts';
import { childNode, idOf, keyword } from '../../vocabulary/tree.ts';
import type { AssessedChange, StatedChange } from '../change.ts';
import type { Comparison } from '../comparison.ts';
import { pairOperations } from '../pair.ts';
import { isInOtherFiles, type SideView } from '../sides.ts';
import { statedChange } from '../stated-change.ts';
import { type Account, valuesOf } from './account.ts';
import { inexactChanges } from './inexact-numbers.ts';
import { isMentioned, isStatedRule, mentionedBy } from './mentioned.ts';
import type { NodePair, Written } from './node-pair.ts';
import { sameItems } from './pair-written.ts';
import { idsOf, pairedIn } from './paired.ts';
import { accountFor } from './reasons.ts';
import { isComposedAlike } from './schema-reasons.ts';
import { writtenDifferences } from './written.ts';

/** A place where the two documents are written differently, and that no finding is about. */
interface Equivalent {
  readonly old: Node;
  readonly next: Node;
  readonly reason: DifferenceReason;
}

export interface Accounts {
  /** What no other part of the comparison looks at. */
  readonly changes: readonly StatedChange[];
  readonly equivalent: readonly Equivalent[];
}

/**
 * Every edit is accounted for: both documents are walked together, as they are written, and what differs is what a
 * change is about, or becomes a change here, or is named with the reason why there is none.
 */
export function accountsOf(comparison: Comparison, changes: readonly AssessedChange[]): Accounts {
  const { old, next } = comparison;
  const { both } = pairOperations(old.operations, next.operations);
  const mentioned = mentionedBy(comparison, changes);
  const labels = new Map(
    next.operations.flatMap(withCallbacks).map(({ node, label }) => [idOf(node), label]),
  );
  const root: NodePair = { kind: 'openapi', old: old.root, next: next.root, name: '' };
  const paired = pairedIn(both);
  const resolve = { old: old.resolve, next: next.resolve };
  const { differences, targets } = writtenDifferences([root, ...paired], {
    resolve,
    labels,
    isUntouched: comparison.space.isUntouched,
    isInOtherFiles: isInOtherFiles(comparison),
  });
  const left = differences.filter(one => !isMentioned(mentioned, one, resolve));
  const ids = idsOf(paired);
  const compared = operationsWithDifferences(changes);
  const told = left
    .filter(written => !isToldAsAccess(changes, written))
    .map(written => ({
      written,
      account:
        hasMoved(both, written) ||
        isReferredTo(targets, written) ||
        isPutTogether(comparison, compared, written)
          ? SPELLING
          : accountFor(comparison, written, ids),
    }));
  return {
    changes: [
      ...told.flatMap(({ written, account }) => changeFor(written, account)),
      ...inexactChanges(old.document, next.document),
    ],
    equivalent: [
      ...told.flatMap(({ written, account }) =>
        'reason' in account ? [{ ...placeOf(written), reason: account.reason }] : [],
      ),
      ...respeltByUri(old, next),
      // Said once, and not of each reference.
      ...(isInOtherFiles(comparison)
        ? [{ old: old.root, next: next.root, reason: 'spelling' as const }]
        : []),
    ],
  };
}

/**
 * References that stand at one place of the two roots, lead to one place, and name it by another URI: what is read of a
 * file has the place alone.
 */
function respeltByUri(old: SideView, next: SideView): Equivalent[] {
  const [before, after] = [writtenIn(old), writtenIn(next)];
  return [...before].flatMap(([pointer, { ref, written }]) => {
    const now = after.get(pointer);
    if (now?.ref !== ref || now.written === written) return [];
    const [one, other] = [old, next].map(({ root }) => childNode(root, ...tokens(pointer)));
    return one && other ? [{ old: one, next: other, reason: 'spelling' as const }] : [];
  });
}

const writtenIn = ({ document, root }: SideView): ReadonlyMap<string, WrittenReference> => {
  const references = document.files.get(root.file)?.references ?? [];
  return new Map(references.filter(({ written }) => written !== undefined).map(one => [one.pointer, one]));
};

const SPELLING: Account = { reason: 'spelling' };

/** Operations of which a message allows other values than before: what it allows was compared as a whole. */
const operationsWithDifferences = (changes: readonly AssessedChange[]): ReadonlySet<string | undefined> =>
  new Set(changes.filter(({ rule }) => !isStatedRule(rule)).map(({ locus }) => locus.operation));

/** Keywords that a schema is put together with: by themselves they allow nothing. */
const COMPOSING: ReadonlySet<string> = new Set(['allOf', 'anyOf', 'oneOf', 'properties', 'required', '$ref']);

/**
 * How a schema is put together in a message whose values differ elsewhere: the sets are not the same, so it is the schema
 * by itself that has to say the same of its value.
 */
function isPutTogether(
  comparison: Comparison,
  compared: ReadonlySet<string | undefined>,
  written: Written,
): boolean {
  const { kind, operation, path } = written;
  if (kind !== 'schema') return false;
  if (operation === undefined && compared.size > 0 && isAboutNull(written)) return true;
  const isCompared = operation === undefined ? compared.size > 0 : compared.has(operation);
  return isCompared && COMPOSING.has(path[0] ?? '') && isComposedAlike(comparison, written);
}

/** Whether a schema takes null in one document only, which may be said beside a reference to it just as well. */
function isAboutNull(written: Written): boolean {
  const [key] = written.path;
  if (key === 'nullable') return true;
  const [was, now] = valuesOf(written).map(value => [value ?? []].flat().filter(type => type !== 'null'));
  return key === 'type' && sameItems(was, now);
}

/**
 * What a reference leads to is compared where the reference stands, also if it stands among extensions. What leads to the
 * object around an extension says nothing of the extension.
 */
function isReferredTo(targets: ReadonlySet<string>, { old, next, path, nextPath = path }: Written): boolean {
  const [first = ''] = path;
  if (!first.startsWith('x-')) return false;
  const within = (id: string, holder: string): boolean => id === holder || id.startsWith(`${holder}/`);
  const places = [
    { node: childNode(old, ...path), whole: childNode(old, first) },
    { node: childNode(next, ...nextPath), whole: childNode(next, first) },
  ].flatMap(({ node, whole }) => (node && whole ? [{ place: idOf(node), extension: idOf(whole) }] : []));
  return [...targets].some(id =>
    places.some(({ place, extension }) => within(id, extension) && (within(place, id) || within(id, place))),
  );
}

/** Whether every operation of a path stands under another path of the other document, at the same address. */
function hasMoved(
  both: readonly (readonly [ComparableOperation, ComparableOperation])[],
  written: Written,
): boolean {
  const {
    kind,
    path: [first],
    field: key = first,
  } = written;
  if (kind !== 'openapi' || !PATH_ITEM_MAPS.includes(key ?? '')) return false;
  const { old, next } = placeOf(written);
  const items = [old, next].filter(({ pointer }) => pointer !== '');
  return items.some(item => {
    const own = both.flat().filter(({ node }) => node.pointer.startsWith(`${item.pointer}/`));
    return own.length > 0 && own.length === METHODS.filter(method => childNode(item, method)).length;
  });
}

/** How a scheme is sent is told where an operation asks for it, by name. */
const isToldAsAccess = (changes: readonly AssessedChange[], { kind, name }: Written): boolean =>
  kind === 'securityScheme' &&
  changes.some(
    ({ rule, name: said, was, now }) =>
      (rule === 'security-tightened' || rule === 'security-loosened') &&
      [said, was, now].some(text => isString(text) && text.includes(name)),
  );

const placeOf = ({
  old,
  next,
  path,
  nextPath = path,
}: Written): { readonly old: Node; readonly next: Node } => ({
  old: childNode(old, ...path) ?? old,
  next: childNode(next, ...nextPath) ?? next,
});

/** Rules whose sentence says which keyword it is about. */
const SAYS_WHAT: ReadonlySet<string> = new Set([
  'text-changed',
  'tag-changed',
  'example-changed',
  'choice-changed',
  'body-default-changed',
]);

const isParameterPart = (value: Json | undefined): value is 'path' | 'query' | 'header' | 'cookie' =>
  ['path', 'query', 'header', 'cookie'].some(part => part === value);

/** The parameter that a schema describes. */
function parameterAround({ inside, path }: Written): Locus {
  const [name, part] =
    inside?.kind === 'parameter' ? [keyword(inside.next, 'name'), keyword(inside.next, 'in')] : [];
  if (!isString(name) || !isParameterPart(part) || path.length !== 1) return {};
  return { message: 'request', part, property: [name] };
}

function changeFor(written: Written, account: Account): StatedChange[] {
  if (!('rule' in account)) return [];
  const { name, path, nextPath = path, operation } = written;
  const keys = (nextPath.length > path.length ? nextPath : path).filter(key => !/^\d+$/.test(key));
  const { rule, ...values } = account;
  const called = SAYS_WHAT.has(rule) ? name : [name, keys.join(' ')].filter(one => one !== '').join(': ');
  return [
    statedChange(rule, {
      ...values,
      name: called === '' ? (keys[0] ?? '') : called,
      ...(operation === undefined ? {} : { locus: { operation, ...parameterAround(written) } }),
      ...placeOf(written),
    }),
  ];
}
