import type { Locus } from './finding.ts';

/**
 * Text that is the same exactly for one place of the contract, whatever its verdicts. A finding may have places by the ten
 * thousand, and copies of one share the list of its steps: that is written out once.
 */
export function placeKey({ operation, message, status, mediaType, part, property }: Locus): string {
  const address = JSON.stringify([operation, message, status, mediaType, part]);
  return property ? address + pathText(property) : address;
}

function pathText(property: readonly string[]): string {
  const known = pathTexts.get(property) ?? JSON.stringify(property);
  pathTexts.set(property, known);
  return known;
}

const pathTexts = new WeakMap<readonly string[], string>();
