import type { Locus } from '../core/finding.ts';
import { canonicalText } from '../core/json.ts';
import type { Node } from '../core/node.ts';
import { childNode, keyword } from '../json-schema/reading.ts';
import type { Operation, Response } from '../openapi/operations.ts';
import { entriesBehind } from '../vocabulary/tree.ts';
import type { Change } from './change.ts';
import { type Comparison, isUnchanged } from './comparison.ts';
import { compareEncodings } from './encoding.ts';
import type { Outcome } from './operations.ts';
import { isSuccess, pairBy, pairMedia, pairResponses } from './pair.ts';
import { compareHeaders } from './parameters.ts';
import { statedChange } from './stated-change.ts';

/** Statuses, their media types, headers, bodies and links. */
export function compareResponses(
  comparison: Comparison,
  old: Operation,
  next: Operation,
  outcome: Outcome,
): void {
  const locus: Locus = { operation: next.label };
  const pairs = pairResponses(old.answers, next.answers);
  const place = { locus: { ...locus, message: 'response' as const }, old: old.node, next: next.node };
  for (const { status, node } of pairs.removed) {
    outcome.facts.push(
      statedChange(isSuccess(status) ? 'success-status-removed' : 'status-removed', {
        ...place,
        name: status,
        old: node,
      }),
    );
  }
  for (const { status, node } of pairs.added) {
    outcome.facts.push(
      statedChange(isSuccess(status) ? 'success-status-added' : 'status-added', {
        ...place,
        name: status,
        next: node,
      }),
    );
  }
  for (const [range, left] of pairs.narrowed) {
    const now = left.map(({ status }) => status).join(', ');
    outcome.facts.push(
      statedChange('status-narrowed', {
        ...place,
        name: range.status,
        now,
        old: range.node,
        next: next.node,
      }),
    );
  }
  for (const [ours, theirs] of pairs.both) {
    if (!isUnchanged(comparison, ours.node, theirs.node))
      compareAnswer(comparison, old, next, ours, theirs, outcome);
  }
}

function compareAnswer(
  comparison: Comparison,
  old: Operation,
  next: Operation,
  ours: Response,
  theirs: Response,
  outcome: Outcome,
): void {
  const locus: Locus = { operation: next.label, message: 'response', status: theirs.status };
  const place = { locus, old: ours.node, next: theirs.node };
  const media = pairMedia(ours.media, theirs.media);
  for (const { type, node } of media.removed)
    outcome.facts.push(statedChange('response-media-type-removed', { ...place, name: type, old: node }));
  for (const { type, node } of media.added)
    outcome.facts.push(statedChange('response-media-type-added', { ...place, name: type, next: node }));
  const both = media.both.length > 0 ? media.both : [[undefined, undefined] as const];
  outcome.facts.push(...compareHeaders(comparison, ours, theirs, locus));
  for (const [one, other] of both) {
    if (one && other) outcome.facts.push(...compareEncodings(comparison, one, other, locus));
    outcome.messages.push({
      kind: 'response',
      isOutbound: next.isOutbound,
      locus: { ...locus, ...(other ? { mediaType: other.type } : {}) },
      old: comparison.old.messages.response(old, ours, one),
      next: comparison.next.messages.response(next, theirs, other),
    });
  }
  outcome.facts.push(...compareLinks(comparison, ours, theirs, locus));
  if (keyword(ours.node, 'description') !== keyword(theirs.node, 'description')) {
    outcome.facts.push(statedChange('text-changed', { ...place, name: theirs.status }));
  }
}

function compareLinks(comparison: Comparison, ours: Response, theirs: Response, locus: Locus): Change[] {
  const links = (answer: Response, side: 'old' | 'next'): { name: string; node: Node }[] =>
    entriesBehind(comparison[side].resolve, answer.node, 'links').map(([name, node]) => ({ name, node }));
  const { both, removed, added } = pairBy(links(ours, 'old'), links(theirs, 'next'), ({ name }) => name);
  const targets = ['operationId', 'operationRef', 'parameters', 'requestBody', 'server'];
  const changed = both.filter(([one, other]) =>
    targets.some(
      name =>
        canonicalText(childNode(one.node, name)?.value) !== canonicalText(childNode(other.node, name)?.value),
    ),
  );
  return [
    ...removed.map(({ name, node }) =>
      statedChange('link-changed', { name, locus, old: node, next: theirs.node }),
    ),
    ...added.map(({ name, node }) => statedChange('link-added', { name, locus, old: ours.node, next: node })),
    ...changed.map(([one, other]) =>
      statedChange('link-changed', { name: other.name, locus, old: one.node, next: other.node }),
    ),
  ];
}
