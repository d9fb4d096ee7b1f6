import {
  exchangeFor,
  hiddenIn,
  type MessageKind,
  readingsOf,
  type Side,
} from '../../src/contract/exchange.ts';
import { messagesOf } from '../../src/contract/message.ts';
import { discriminatorsIn, type Operation, operationsOf } from '../../src/contract/operations.ts';
import type { Audience } from '../../src/model/finding.ts';
import type { Json } from '../../src/model/json.ts';
import type { Node } from '../../src/model/node.ts';
import { createJudge } from '../../src/schema/judge.ts';
import { openWorkspace } from '../../src/schema/workspace.ts';
import { type Document, resolver, rootNode } from '../../src/source/index.ts';

type Recheck = (audience: Audience, labels: readonly string[], witness: Json) => boolean;

/**
 * Judges witnesses once more, with nothing but ajv and the transformation of schemas that the conventions ask for:
 * no algebra, no walk, no memory of how a witness was found.
 */
export function recheckBetween(old: Document, next: Document): Recheck {
  const judge = createJudge(openWorkspace().counters);
  const [ours, theirs] = [old, next].map(({ files }) =>
    discriminatorsIn([...files.values()].map(({ value }) => value)),
  );
  const shared = new Set([...(ours ?? [])].filter(name => theirs?.has(name)));
  const side = (name: Side, document: Document) => {
    const resolve = resolver(document);
    const messages = messagesOf(resolve);
    return {
      messages,
      operations: operationsOf(rootNode(document), resolve),
      readings: readingsOf(name, messages.resolve, shared),
    };
  };
  const sides = { old: side('old', old), next: side('next', next) };

  /** All messages of an operation on one side; parameters in a path go by their names in the old document. */
  const messagesFor = (
    name: Side,
    operation: Operation,
    kind: MessageKind,
    names: readonly string[],
  ): Node[] => {
    const { request, response } = sides[name].messages;
    if (kind === 'request')
      return [undefined, ...(operation.body?.media ?? [])].map(media => request(operation, media, names));
    return operation.answers.flatMap(answer =>
      [undefined, ...answer.media].map(media => response(operation, answer, media)),
    );
  };
  const shape = ({ method, path }: Operation) => `${method} ${path.replaceAll(/\{[^}]*\}/g, '{}')}`;

  return (audience, labels, witness) =>
    sides.next.operations
      .filter(({ label }) => labels.includes(label))
      .some(after => {
        const before = sides.old.operations.find(one => shape(one) === shape(after));
        if (!before) return false;
        return (['request', 'response'] as const).some(kind => {
          const { producer, consumer } = exchangeFor(audience, kind, after.isOutbound);
          const hides = hiddenIn(kind, after.isOutbound);
          const nodes = {
            old: messagesFor('old', before, kind, before.pathNames),
            next: messagesFor('next', after, kind, before.pathNames),
          };
          const says = (name: Side, role: 'producer' | 'consumer', isFine: boolean) =>
            nodes[name].some(
              node => judge({ node, reading: sides[name].readings(role, hides) }, witness).isFine === isFine,
            );
          return says(producer, 'producer', true) && says(consumer, 'consumer', false);
        });
      });
}
