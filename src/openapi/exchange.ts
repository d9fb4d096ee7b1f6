import type { Audience, Verdict } from '../core/finding.ts';
import type { Resolve } from '../core/node.ts';
import type { HidingKeyword, Reading } from '../json-schema/reading.ts';

/** Which of two documents. */
export type Side = 'old' | 'next';

export type MessageKind = 'request' | 'response';

/** Who produces a message and who consumes it: a change is safe when all that the producer may send is accepted. */
export interface Exchange {
  readonly producer: Side;
  readonly consumer: Side;
  /** Whether it is the side that implements the API that consumes. */
  readonly serverConsumes: boolean;
}

/**
 * The only table that knows about direction and age. Clients ask whether an existing client keeps working against an
 * implementation of the new version; providers ask whether an existing implementation still conforms to it.
 */
const EXCHANGES: Readonly<Record<Audience, Readonly<Record<MessageKind, Exchange>>>> = {
  clients: {
    request: { producer: 'old', consumer: 'next', serverConsumes: true },
    response: { producer: 'next', consumer: 'old', serverConsumes: false },
  },
  providers: {
    request: { producer: 'next', consumer: 'old', serverConsumes: true },
    response: { producer: 'old', consumer: 'next', serverConsumes: false },
  },
};

/** In a webhook or callback the server sends the request: what is said of requests holds of responses there. */
export const flow = (message: MessageKind, isOutbound: boolean): MessageKind =>
  isOutbound ? (message === 'request' ? 'response' : 'request') : message;

export const exchangeFor = (audience: Audience, message: MessageKind, isOutbound: boolean): Exchange =>
  EXCHANGES[audience][flow(message, isOutbound)];

export const AUDIENCES: readonly Audience[] = ['clients', 'providers'];

/** C2: what the server manages is not sent to it, and what is only for the server is not sent by it. */
export const hiddenIn = (message: MessageKind, isOutbound: boolean): HidingKeyword =>
  flow(message, isOutbound) === 'request' ? 'readOnly' : 'writeOnly';

/** The readings of one document. */
export type Readings = (role: Reading['role'], hides: HidingKeyword) => Reading;

/** Makes the readings of a document; equal arguments give the same reading. */
export function readingsOf(side: Side, resolve: Resolve, discriminators: ReadonlySet<string>): Readings {
  const known = new Map<string, Reading>();
  return (role, hides) => {
    const id = `${side}:${role}:${hides}`;
    const reading = known.get(id) ?? { id, role, hides, discriminators, resolve };
    known.set(id, reading);
    return reading;
  };
}

const RANK: Readonly<Record<Verdict, number>> = { none: 0, info: 1, warning: 2, breaking: 3 };

export const worst = (verdicts: Iterable<Verdict>): Verdict => {
  let found: Verdict = 'none';
  for (const verdict of verdicts) if (RANK[verdict] > RANK[found]) found = verdict;
  return found;
};

export const isWorse = (verdict: Verdict, than: Verdict): boolean => RANK[verdict] > RANK[than];
