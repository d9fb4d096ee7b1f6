import type { Locus } from '../core/finding.ts';
import type { Node } from '../core/node.ts';
import { unescapeToken } from '../core/pointer.ts';
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
  return name ?? componentAt(next) ?? componentAt(old) ?? 'body';
}

function componentAt(position: Position): string | undefined {
  for (const node of schemasAt(position)) {
    const name = componentOf(node);
    if (name !== undefined) return name;
  }
  return undefined;
}

/** The name under which a schema stands by itself: as a component, or as a file. */
export function componentOf(node: Node): string | undefined {
  const found =
    /\/(?:schemas|\$defs)\/([^/]+)$/.exec(node.pointer) ??
    (node.pointer === '' ? /([^/]+)\.(?:ya?ml|json)$/.exec(node.file) : null);
  return found?.[1] === undefined ? undefined : unescapeToken(found[1]);
}
