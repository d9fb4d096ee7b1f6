import type { Locus } from '../core/finding.ts';
import type { Node } from '../core/node.ts';
import { tokens } from '../core/pointer.ts';
import { firstOf } from '../core/sequence.ts';
import type { Position } from '../json-schema/reading.ts';
import { schemasAt } from '../json-schema/view.ts';
import type { MessagePair } from './message-pair.ts';

const PARTS = ['path', 'query', 'header', 'cookie', 'body'] as const;

/** Where a place in a message is, in words of the contract. */
export function locusAt(
  { kind, locus }: Pick<MessagePair, 'kind' | 'locus'>,
  steps: readonly string[],
): Locus {
  const [first, ...further] = steps;
  const part = PARTS.find(one => one === first);
  const { mediaType, ...others } = locus;
  return {
    ...others,
    message: kind,
    ...(mediaType !== undefined && part === 'body' ? { mediaType } : {}),
    ...(part ? { part } : {}),
    ...(further.length > 0 ? { property: further } : {}),
  };
}

const isWrapper = (step: string): boolean => /^\[\d*\]$/.test(step) || step === '{}' || step === 'results';

/** What a place is called: its property, lists around it skipped; a whole body by its component. */
export function nameAt(steps: readonly string[], old: Position, next: Position): string {
  if (steps.at(-1) === 'results') return 'results';
  const name = steps.findLast((step, index) => index > 0 && !isWrapper(step));
  return name ?? firstOf([...schemasAt(next), ...schemasAt(old)], nameOf) ?? 'body';
}

/** The name under which a schema stands by itself: among others of its kind, or as a file. */
export function nameOf({ file, pointer }: Pick<Node, 'file' | 'pointer'>): string | undefined {
  if (pointer === '') return /([^/]+)\.(?:ya?ml|json)$/.exec(file)?.[1];
  const [name, holder] = tokens(pointer).reverse();
  return holder === 'schemas' || holder === '$defs' ? name : undefined;
}
