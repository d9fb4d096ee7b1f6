import type { Locus, Verdict } from '../core/finding.ts';
import { canonicalText, equalJson, type Json } from '../core/json.ts';
import type { Node } from '../core/node.ts';
import { keyword } from '../json-schema/reading.ts';
import { sharedPathNames } from '../openapi/message.ts';
import type { MediaType, Operation } from '../openapi/operations.ts';
import type { Change } from './change.ts';
import type { Comparison } from './comparison.ts';
import { compareEncodings } from './encoding.ts';
import { pairBy, pairMedia, pairOperations } from './pair.ts';
import { compareParameters } from './parameters.ts';
import { compareLifecycle, isRetired, isUnstable } from './policies.ts';
import { compareResponses } from './responses.ts';
import type { StatedRule } from './rules/index.ts';
import { compareAccess } from './security.ts';
import { type Statement, statedChange, valueText } from './stated-change.ts';
import type { MessagePair } from './walk.ts';

/** What the comparison of all operations gives: stated facts, and the messages that sets must decide on. */
export interface Compared {
  readonly facts: readonly Change[];
  readonly messages: readonly MessagePair[];
  readonly both: readonly (readonly [old: Operation, next: Operation])[];
}

export function compareOperations(comparison: Comparison, today: string): Compared {
  const { old, next } = comparison;
  const pairs = pairOperations(old.operations, next.operations);
  const outcome = { facts: [] as Change[], messages: [] as MessagePair[] };
  const at = (rule: StatedRule, operation: Operation, ours: Node, theirs: Node): void => {
    outcome.facts.push(
      statedChange(rule, {
        name: operation.label,
        locus: { operation: operation.label },
        old: ours,
        next: theirs,
      }),
    );
  };
  for (const gone of pairs.removed) {
    if (isUnstable(gone)) {
      at('operation-retired', gone, gone.node, next.root);
      continue;
    }
    const rule = isRetired(gone, today) ? 'operation-retired' : 'operation-removed';
    at(rule, gone, gone.node, next.root);
  }
  for (const come of pairs.added) at('operation-added', come, old.root, come.node);
  for (const [ours, theirs] of pairs.both) {
    const found: Outcome = { facts: [], messages: [] };
    compareOperation(comparison, ours, theirs, found);
    const loosened = isUnstable(ours) ? withoutPromise(found) : found;
    outcome.facts.push(...loosened.facts);
    outcome.messages.push(...loosened.messages);
  }
  return { ...outcome, both: pairs.both };
}

/** What was never promised is a risk at most. */
const withoutPromise = ({ facts, messages }: Outcome): Outcome => ({
  facts: facts.map(fact => ({
    ...fact,
    clients: atMostWarning(fact.clients),
    providers: atMostWarning(fact.providers),
  })),
  messages: messages.map(message => ({ ...message, isUnstable: true })),
});

const atMostWarning = (verdict: Verdict): Verdict => (verdict === 'breaking' ? 'warning' : verdict);

/** Where what is found is gathered. */
export interface Outcome {
  readonly facts: Change[];
  readonly messages: MessagePair[];
}

function compareOperation(comparison: Comparison, old: Operation, next: Operation, outcome: Outcome): void {
  const locus: Locus = { operation: next.label };
  const about = { name: next.label, locus, old: old.node, next: next.node };
  outcome.facts.push(...compareLifecycle(about));
  const [oldId, nextId] = [old, next].map(({ node }) => keyword(node, 'operationId'));
  outcome.facts.push(...compareIds(oldId, nextId, about));
  const rules = [old, next].map(({ node }) => keyword(node, 'x-zds-rules'));
  if (canonicalText(rules[0]) !== canonicalText(rules[1])) {
    outcome.facts.push(statedChange('business-rules-changed', { ...about, was: rules[0], now: rules[1] }));
  }
  if (saysOtherwise([old.node], [next.node], ['summary', 'description', 'tags', 'externalDocs'])) {
    outcome.facts.push(statedChange('text-changed', about));
  }
  if (saysOtherwise(old.pathItems, next.pathItems, ['summary', 'description'])) {
    const [ours = old.node, theirs = next.node] = [old.pathItems[0], next.pathItems[0]];
    outcome.facts.push(statedChange('text-changed', { ...about, name: next.path, old: ours, next: theirs }));
  }
  const own: Outcome = { facts: [], messages: [] };
  own.facts.push(...compareAccess(comparison.access, old, next));
  own.facts.push(...compareParameters(comparison, old, next));
  outcome.facts.push(...(next.isOutbound ? own.facts.map(turned) : own.facts));
  compareRequests(comparison, old, next, outcome);
  compareResponses(comparison, old, next, outcome);
  const callbacks = pairBy(
    old.callbacks,
    next.callbacks,
    ({ label, path, method }) => `${label} ${path} ${method}`,
  );
  for (const gone of callbacks.removed) {
    outcome.facts.push(statedChange('operation-removed', { ...about, name: gone.label, old: gone.node }));
  }
  for (const come of callbacks.added) {
    outcome.facts.push(statedChange('operation-added', { ...about, name: come.label, next: come.node }));
  }
  for (const [ours, theirs] of callbacks.both) compareOperation(comparison, ours, theirs, outcome);
}

/** The name that generated code goes by. */
function compareIds(was: Json | undefined, now: Json | undefined, about: Statement): Change[] {
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
const turned = (fact: Change): Change =>
  fact.rule === 'default-changed'
    ? { ...fact, providers: fact.clients }
    : { ...fact, clients: fact.providers, providers: fact.clients };

function compareRequests(comparison: Comparison, old: Operation, next: Operation, outcome: Outcome): void {
  const locus: Locus = { operation: next.label };
  const { isOutbound } = next;
  const pathNames = sharedPathNames(old, next);
  const pair = (ours: MediaType | undefined, theirs: MediaType | undefined): MessagePair => ({
    kind: 'request',
    isOutbound,
    locus: { ...locus, ...(theirs ? { mediaType: theirs.type } : {}) },
    old: comparison.old.messages.request(old, ours, pathNames),
    next: comparison.next.messages.request(next, theirs, pathNames),
  });
  if (!old.body || !next.body) {
    outcome.messages.push(pair(old.body?.media[0], next.body?.media[0]));
    return;
  }
  const media = pairMedia(old.body.media, next.body.media);
  const place = {
    locus: { ...locus, message: 'request' as const },
    old: old.body.node,
    next: next.body.node,
  };
  const [goes, comes] = isOutbound
    ? (['sent-media-type-removed', 'sent-media-type-added'] as const)
    : (['request-media-type-removed', 'request-media-type-added'] as const);
  for (const { type, node } of media.removed)
    outcome.facts.push(statedChange(goes, { ...place, name: type, old: node }));
  for (const { type, node } of media.added)
    outcome.facts.push(statedChange(comes, { ...place, name: type, next: node }));
  for (const [ours, theirs] of media.both) {
    outcome.messages.push(pair(ours, theirs));
    outcome.facts.push(
      ...compareEncodings(comparison, ours, theirs, { ...place.locus, mediaType: theirs.type }),
    );
  }
  if (media.both.length === 0) outcome.messages.push(pair(undefined, undefined));
  if (keyword(old.body.node, 'description') !== keyword(next.body.node, 'description'))
    outcome.facts.push(statedChange('text-changed', { ...place, name: 'body' }));
}
