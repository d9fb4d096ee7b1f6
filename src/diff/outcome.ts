import type { StatedChange } from './change.ts';
import type { MessagePair } from './message-pair.ts';

/** What rows state, and the messages that sets decide on. */
export interface Outcome {
  readonly facts: readonly StatedChange[];
  readonly messages: readonly MessagePair[];
}

export const joinOutcomes = (outcomes: readonly Outcome[]): Outcome => ({
  facts: outcomes.flatMap(({ facts }) => facts),
  messages: outcomes.flatMap(({ messages }) => messages),
});
