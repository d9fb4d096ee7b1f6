import type { Audience, Locus } from '../../src/core/finding.ts';
import type { Comparison } from '../../src/diff/comparison.ts';
import type { MessagePair } from '../../src/diff/message-pair.ts';
import { itemOf, memberOf } from '../../src/json-schema/algebra/alternative.ts';
import { isEmpty } from '../../src/json-schema/algebra/includes.ts';
import { normalise } from '../../src/json-schema/algebra/normalise.ts';
import type { Position, Term } from '../../src/json-schema/reading.ts';
import type { Workspace } from '../../src/json-schema/workspace.ts';
import { exchangeFor, hiddenIn } from '../../src/openapi/exchange.ts';

/**
 * Whether no message that has the place of a locus can be sent and accepted, whatever stands at that place: then a
 * witness for it always shows another change as well.
 */
export function meetsNothing(
  comparison: Comparison,
  messages: readonly MessagePair[],
  locus: Locus,
  audience: Audience,
): boolean {
  const isMeant = ({ kind, locus: own }: MessagePair): boolean =>
    kind === locus.message &&
    own.operation === locus.operation &&
    own.status === locus.status &&
    own.mediaType === locus.mediaType;
  const steps = [locus.part ?? '', ...(locus.property ?? [])];
  const meant = messages.filter(isMeant);
  if (meant.length === 0) throw new Error(`no message at ${JSON.stringify(locus)}`);
  return meant.every(message => {
    const { producer, consumer } = exchangeFor(audience, message.kind, message.isOutbound);
    const hides = hiddenIn(message.kind, message.isOutbound);
    const both: Term[] = [
      { node: message[producer], reading: comparison[producer].readings('producer', hides) },
      { node: message[consumer], reading: comparison[consumer].readings('consumer', hides) },
    ];
    return isHopeless(comparison.space, both, steps);
  });
}

/** Whether in each form of a place a demanded member other than the named one has no possible value. */
function isHopeless(space: Workspace, place: Position, steps: readonly string[]): boolean {
  const [step, ...further] = steps;
  if (step === undefined) return false;
  const isItem = step.startsWith('[');
  return normalise(space, place)
    .filter(({ type }) => type === (isItem ? 'array' : 'object'))
    .every(
      form =>
        [...form.required].some(name => name !== step && isEmpty(space, memberOf(form, name))) ||
        isHopeless(space, isItem ? itemOf(form, 0) : memberOf(form, step), further),
    );
}
