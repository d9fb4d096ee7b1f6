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

/** Whether two are one place of the contract, whatever their verdicts: as their keys tell, which need not be made. */
export const isSamePlace = (one: Locus, other: Locus): boolean =>
  one.operation === other.operation &&
  one.message === other.message &&
  one.status === other.status &&
  one.mediaType === other.mediaType &&
  one.part === other.part &&
  isSamePath(one.property, other.property);

const isSamePath = (one: Locus['property'], other: Locus['property']): boolean =>
  one === other ||
  (one !== undefined &&
    other !== undefined &&
    one.length === other.length &&
    one.every((step, index) => step === other[index]));
