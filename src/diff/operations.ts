import type { Locus, Verdict } from '../core/finding.ts';
import { canonicalText, equalJson, isArray, type Json } from '../core/json.ts';
import type { Node } from '../core/node.ts';
import { keyword } from '../json-schema/reading.ts';
import { sharedPathNames } from '../openapi/message.ts';
import type { ComparableMediaType, ComparableOperation } from '../openapi/operations.ts';
import type { StatedChange } from './change.ts';
import type { Comparison } from './comparison.ts';
import { compareEncodings } from './encoding.ts';
import type { MessagePair } from './message-pair.ts';
import { joinOutcomes, type Outcome } from './outcome.ts';
import { pairCallbacks, pairMedia, pairOperations } from './pair.ts';
import { compareParameters } from './parameters.ts';
import { compareLifecycle, isRetired, isUnstable } from './policies.ts';
import { compareResponses } from './responses.ts';
import type { StatedRule } from './rules/index.ts';
import { compareAccess } from './security.ts';
import { type Statement, statedChange, valueText } from './stated-change.ts';
import { compareXmlRoots } from './xml.ts';

/** What the comparison of all operations gives: stated facts, and the messages that sets must decide on. */
export interface Compared {
  readonly facts: readonly StatedChange[];
  readonly messages: readonly MessagePair[];
  readonly both: readonly (readonly [old: ComparableOperation, next: ComparableOperation])[];
}

export function compareOperations(comparison: Comparison, today: string): Compared {
  const { old, next } = comparison;
  const pairs = pairOperations(old.operations, next.operations);
  const at = (rule: StatedRule, operation: ComparableOperation, before: Node, after: Node): StatedChange =>
    statedChange(rule, {
      name: operation.label,
      locus: { operation: operation.label },
      old: before,
      next: after,
    });
  const ruleOf = (gone: ComparableOperation): StatedRule => {
    if (isRetired(gone, today)) return 'operation-retired';
    return isUnstable(gone) ? 'operation-withdrawn' : 'operation-removed';
  };
  const found = pairs.both.map(([before, after]) => {
    const outcome = compareOperation(comparison, before, after);
    return isUnstable(before) ? withoutPromise(outcome) : outcome;
  });
  const { facts, messages } = joinOutcomes(found);
  return {
    facts: [
      ...pairs.removed.map(gone => at(ruleOf(gone), gone, gone.node, next.root)),
      ...pairs.added.map(come => at('operation-added', come, old.root, come.node)),
      ...facts,
    ],
    messages,
    both: pairs.both,
  };
}

/** What was never promised is a risk at most. */
const withoutPromise = ({ facts, messages }: Outcome): Outcome => ({
  facts: facts.map(fact => ({
    ...fact,
    clients: atMostWarning(fact.clients),
    providers: atMostWarning(fact.providers),
    ...([fact.clients, fact.providers].includes('breaking') ? { isUnpromised: true as const } : {}),
  })),
  messages: messages.map(message => ({ ...message, isUnstable: true })),
});

const atMostWarning = (verdict: Verdict): Verdict => (verdict === 'breaking' ? 'warning' : verdict);

const stated = (facts: readonly StatedChange[]): Outcome => ({ facts, messages: [] });

function compareOperation(
  comparison: Comparison,
  old: ComparableOperation,
  next: ComparableOperation,
): Outcome {
  const locus: Locus = { operation: next.label };
  const about = { name: next.label, locus, old: old.node, next: next.node };
  const own = [...compareAccess(comparison.access, old, next), ...compareParameters(comparison, old, next)];
  const callbacks = pairCallbacks(old.callbacks, next.callbacks);
  return joinOutcomes([
    stated([
      ...compareLifecycle(about),
      ...compareIds(about),
      ...compareRules(about),
      ...compareTexts(old, next, about),
      ...compareTags(about),
    ]),
    stated(next.isOutbound ? own.map(turned) : own),
    compareRequests(comparison, old, next),
    compareResponses(comparison, old, next),
    stated([
      ...callbacks.removed.map(gone =>
        statedChange('operation-removed', {
          ...about,
          name: gone.label,
          locus: { operation: gone.label },
          old: gone.node,
        }),
      ),
      ...callbacks.added.map(come =>
        statedChange('operation-added', {
          ...about,
          name: come.label,
          locus: { operation: come.label },
          next: come.node,
        }),
      ),
    ]),
    ...callbacks.both.map(([before, after]) => compareOperation(comparison, before, after)),
  ]);
}

const TEXTS = ['summary', 'description', 'externalDocs'] as const;
const ITEM_TEXTS = ['summary', 'description'] as const;

/** Texts of an operation and of its path item. */
function compareTexts(old: ComparableOperation, next: ComparableOperation, about: Statement): StatedChange[] {
  const [before = old.node, after = next.node] = [old.pathItems[0], next.pathItems[0]];
  return [
    ...(saysOtherwise([old.node], [next.node], TEXTS)
      ? [statedChange('text-changed', { ...about, covers: TEXTS })]
      : []),
    ...(saysOtherwise(old.pathItems, next.pathItems, ITEM_TEXTS)
      ? [
          statedChange('text-changed', {
            ...about,
            name: next.path,
            old: before,
            next: after,
            covers: ITEM_TEXTS,
          }),
        ]
      : []),
  ];
}

function compareRules(about: Statement): StatedChange[] {
  const [was, now] = [about.old, about.next].map(node => keyword(node, 'x-zds-rules'));
  if (canonicalText(was) === canonicalText(now)) return [];
  const [gone, come] = [without(was, now), without(now, was)];
  const covered = { ...about, covers: ['x-zds-rules'] };
  // The same codes in another order, or no list at all: then there is no code to name.
  if (!gone && !come) return [statedChange('text-changed', covered)];
  return [statedChange('business-rules-changed', { ...covered, was: gone, now: come })];
}

/** The groups that documentation shows an operation in. */
function compareTags(about: Statement): StatedChange[] {
  const [was, now] = [about.old, about.next].map(node => keyword(node, 'tags') ?? []);
  if (canonicalText(was) === canonicalText(now)) return [];
  const [gone, come] = [without(was, now), without(now, was)];
  // The same names in another order: both lists are named whole.
  const isOrder = !gone && !come;
  return [
    statedChange('tag-changed', {
      ...about,
      covers: ['tags'],
      was: isOrder ? was : gone,
      now: isOrder ? now : come,
    }),
  ];
}

/** What a list holds that another does not; `undefined` where that is nothing. */
function without(list: Json | undefined, other: Json | undefined): readonly Json[] | undefined {
  if (!isArray(list)) return undefined;
  const known = new Set(isArray(other) ? other.map(canonicalText) : []);
  const left = list.filter(item => !known.has(canonicalText(item)));
  return left.length > 0 ? left : undefined;
}

/** The name that generated code goes by. */
function compareIds(place: Statement): StatedChange[] {
  const about = { ...place, covers: ['operationId'] };
  const [was, now] = [about.old, about.next].map(node => keyword(node, 'operationId'));
  if (equalJson(was, now)) return [];
  const [old, next] = [valueText(was), valueText(now)];
  if (old === undefined) return [statedChange('operation-id-added', { ...about, name: next ?? '' })];
  if (next === undefined) return [statedChange('operation-id-removed', { ...about, name: old })];
  return [statedChange('operation-id-changed', { ...about, name: `${old} → ${next}` })];
}

/** Whether texts differ; of several nodes the last that has one counts. */
function saysOtherwise(olds: readonly Node[], nexts: readonly Node[], texts: readonly string[]): boolean {
  const read = (nodes: readonly Node[], name: string): string =>
    canonicalText(nodes.map(node => keyword(node, name)).findLast(value => value !== undefined));
  return texts.some(name => read(olds, name) !== read(nexts, name));
}

/** In a webhook or callback the server sends the request: the columns change places. A default binds both alike. */
const turned = (fact: StatedChange): StatedChange =>
  fact.rule === 'default-changed'
    ? { ...fact, providers: fact.clients }
    : { ...fact, clients: fact.providers, providers: fact.clients };

function compareRequests(
  comparison: Comparison,
  old: ComparableOperation,
  next: ComparableOperation,
): Outcome {
  const locus: Locus = { operation: next.label };
  const { isOutbound, method } = next;
  const pathNames = sharedPathNames(old, next);
  const pair = (
    before: ComparableMediaType | undefined,
    after: ComparableMediaType | undefined,
  ): MessagePair => ({
    kind: 'request',
    method,
    isOutbound,
    locus: { ...locus, ...(after ? { mediaType: after.type } : {}) },
    media: { old: before?.node, next: after?.node },
    old: comparison.old.messages.request(old, before, pathNames),
    next: comparison.next.messages.request(next, after, pathNames),
  });
  if (!old.body || !next.body)
    return { facts: [], messages: [pair(old.body?.media[0], next.body?.media[0])] };
  const media = pairMedia(old.body.media, next.body.media);
  const place = {
    locus: { ...locus, message: 'request' as const },
    old: old.body.node,
    next: next.body.node,
  };
  const [goes, comes] = isOutbound
    ? (['sent-media-type-removed', 'sent-media-type-added'] as const)
    : (['request-media-type-removed', 'request-media-type-added'] as const);
  const isTold = keyword(old.body.node, 'description') !== keyword(next.body.node, 'description');
  return {
    facts: [
      ...media.removed.map(({ type, node }) => statedChange(goes, { ...place, name: type, old: node })),
      ...media.added.map(({ type, node }) => statedChange(comes, { ...place, name: type, next: node })),
      ...media.both.flatMap(([before, after]) => {
        const at: Locus = { ...place.locus, mediaType: after.type };
        const writing = [
          ...compareEncodings(comparison, before, after, at),
          ...compareXmlRoots(comparison, before, after, at),
        ];
        return isOutbound ? writing.map(turned) : writing;
      }),
      ...(isTold ? [statedChange('text-changed', { ...place, name: 'body', covers: ['description'] })] : []),
    ],
    messages:
      media.both.length === 0
        ? [pair(undefined, undefined)]
        : media.both.map(([before, after]) => pair(before, after)),
  };
}
