import type { Locus } from '../core/finding.ts';
import { canonicalText } from '../core/json.ts';
import type { Node } from '../core/node.ts';
import { childNode, keyword } from '../json-schema/reading.ts';
import type { ComparableOperation, ComparableResponse } from '../openapi/operations.ts';
import { entriesBehind } from '../vocabulary/tree.ts';
import type { StatedChange } from './change.ts';
import { type Comparison, isUnchanged } from './comparison.ts';
import { compareEncodings } from './encoding.ts';
import { joinOutcomes, type Outcome } from './outcome.ts';
import { isSuccess, pairBy, pairMedia, pairResponses } from './pair.ts';
import { compareHeaders } from './parameters.ts';
import { statedChange } from './stated-change.ts';
import { compareXmlRoots } from './xml.ts';

/** Statuses, their media types, headers, bodies and links. */
export function compareResponses(
  comparison: Comparison,
  old: ComparableOperation,
  next: ComparableOperation,
): Outcome {
  const locus: Locus = { operation: next.label, message: 'response' };
  const pairs = pairResponses(old.answers, next.answers);
  const place = { locus, old: old.node, next: next.node };
  const facts = [
    ...pairs.removed.map(answer =>
      statedChange(isSuccess(answer.status) ? 'success-status-removed' : 'status-removed', {
        ...place,
        name: answer.status,
        old: writtenAt(old, answer),
      }),
    ),
    ...pairs.added.map(answer =>
      statedChange(isSuccess(answer.status) ? 'success-status-added' : 'status-added', {
        ...place,
        name: answer.status,
        next: writtenAt(next, answer),
      }),
    ),
    ...pairs.narrowed.map(([range, left]) => {
      const now = left.map(({ status }) => status).join(', ');
      return statedChange('status-narrowed', { ...place, name: range.status, now, old: range.node });
    }),
  ];
  const answers = pairs.both
    .filter(([before, after]) => !isUnchanged(comparison, before.node, after.node))
    .map(([before, after]) => compareAnswer(comparison, [old, next], before, after));
  return joinOutcomes([{ facts, messages: [] }, ...answers]);
}

/** Where an operation names an answer: a reference to a shared one is what comes or goes, and not the shared one. */
function writtenAt({ node }: ComparableOperation, answer: ComparableResponse): Node {
  const responses = childNode(node, 'responses');
  return (responses && childNode(responses, answer.status)) ?? answer.node;
}

function compareAnswer(
  comparison: Comparison,
  [old, next]: readonly [ComparableOperation, ComparableOperation],
  before: ComparableResponse,
  after: ComparableResponse,
): Outcome {
  const locus: Locus = { operation: next.label, message: 'response', status: after.status };
  const place = { locus, old: before.node, next: after.node };
  const media = pairMedia(before.media, after.media);
  const both = media.both.length > 0 ? media.both : [[undefined, undefined] as const];
  const isTold = keyword(before.node, 'description') !== keyword(after.node, 'description');
  return {
    facts: [
      ...media.removed.map(({ type, node }) =>
        statedChange('response-media-type-removed', { ...place, name: type, old: node }),
      ),
      ...media.added.map(({ type, node }) =>
        statedChange('response-media-type-added', { ...place, name: type, next: node }),
      ),
      ...compareHeaders(comparison, before, after, locus),
      ...media.both.flatMap(([one, other]) => compareEncodings(comparison, one, other, locus)),
      ...media.both.flatMap(([one, other]) =>
        compareXmlRoots(comparison, one, other, { ...locus, mediaType: other.type }),
      ),
      ...compareLinks(comparison, before, after, locus),
      ...(isTold
        ? [statedChange('text-changed', { ...place, name: after.status, covers: ['description'] })]
        : []),
    ],
    messages: both.map(([one, other]) => ({
      kind: 'response',
      method: next.method,
      isOutbound: next.isOutbound,
      locus: { ...locus, ...(other ? { mediaType: other.type } : {}) },
      media: { old: one?.node, next: other?.node },
      old: comparison.old.messages.response(old, before, one),
      next: comparison.next.messages.response(next, after, other),
    })),
  };
}

/** What a link leads to, and with what; the name of a server (OpenAPI 3.2.0, section 4.6) is a text. */
function whereTo(link: Node): string {
  const said = ['operationId', 'operationRef', 'parameters', 'requestBody'].map(name => keyword(link, name));
  const server = childNode(link, 'server');
  const address = ['url', 'variables'].map(name => server && keyword(server, name));
  return [...said, ...address].map(canonicalText).join();
}

function compareLinks(
  comparison: Comparison,
  before: ComparableResponse,
  after: ComparableResponse,
  locus: Locus,
): StatedChange[] {
  const links = (answer: ComparableResponse, side: 'old' | 'next'): { name: string; node: Node }[] =>
    entriesBehind(comparison[side].resolve, answer.node, 'links').map(([name, node]) => ({ name, node }));
  const { both, removed, added } = pairBy(links(before, 'old'), links(after, 'next'), ({ name }) => name);
  const changed = both.filter(([one, other]) => whereTo(one.node) !== whereTo(other.node));
  return [
    ...removed.map(({ name, node }) =>
      statedChange('link-changed', { name, locus, old: node, next: after.node }),
    ),
    ...added.map(({ name, node }) =>
      statedChange('link-added', { name, locus, old: before.node, next: node }),
    ),
    ...changed.map(([one, other]) =>
      statedChange('link-changed', { name: other.name, locus, old: one.node, next: other.node }),
    ),
  ];
}
