import type { Json } from '../../core/json.ts';
import type { Node } from '../../core/node.ts';
import { join, lastToken, type Pointer, parent } from '../../core/pointer.ts';
import type { Document, SourceFile } from '../../source/index.ts';
import { numeralIn } from '../../source/positions.ts';
import type { StatedChange } from '../change.ts';
import { statedChange } from '../stated-change.ts';

/** A number that is written with more digits than are read (RFC 8259, section 6). */
interface Inexact {
  readonly node: Node;
  readonly value: number;
  readonly numeral: string;
}

/**
 * Numbers that are written differently and read as the same one: a double holds 15 digits of any number, and of whole
 * numbers those to 2^53. Nothing else of a comparison can see them.
 */
export function inexactChanges(old: Document, next: Document): StatedChange[] {
  const [before, after] = [inexactIn(old), inexactIn(next)];
  const gone = without(before, after);
  const come = without(after, before);
  return come.flatMap(({ node, value, numeral }) => {
    const was = gone.find(one => one.value === value);
    if (!was) return [];
    const name = lastToken(parent(node.pointer));
    return [
      statedChange('digits-changed', { name, was: was.numeral, now: numeral, old: was.node, next: node }),
    ];
  });
}

function without(numbers: readonly Inexact[], others: readonly Inexact[]): Inexact[] {
  const known = new Set(others.map(({ numeral }) => digitsOf(numeral)));
  return numbers.filter(({ numeral }) => !known.has(digitsOf(numeral)));
}

/** The same text for the same number, however it is written: `1.50e3` and `1500` are `15e2`. */
function digitsOf(numeral: string): string {
  const [, sign = '', whole = '', fraction = '', power = '0'] =
    /^([-+]?)(\d*)\.?(\d*)(?:[eE]([-+]?\d+))?$/.exec(numeral) ?? [];
  const digits = `${whole}${fraction}`.replace(/^0+/, '');
  const kept = digits.replace(/0+$/, '');
  return `${sign === '-' ? '-' : ''}${kept}e${Number(power) - fraction.length + digits.length - kept.length}`;
}

const inexactIn = ({ files }: Document): Inexact[] => [...files.values()].flatMap(inexactInFile);

/** So many digits on end, with a point in between or not: nearly no file has them. */
const LONG = /\d[\d.]{15}/;

function inexactInFile(file: SourceFile): Inexact[] {
  if (!LONG.test(file.text)) return [];
  return numbersIn(file.value, '').flatMap(({ value, pointer }) => {
    const numeral = isLong(value) ? numeralIn(file, pointer) : undefined;
    return numeral === undefined
      ? []
      : [{ node: { file: file.key, pointer, value, dialect: file.dialect }, value, numeral }];
  });
}

function numbersIn(value: Json, pointer: Pointer): { readonly value: number; readonly pointer: Pointer }[] {
  if (typeof value === 'number') return [{ value, pointer }];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, member]) =>
    member === undefined ? [] : numbersIn(member, join(pointer, name)),
  );
}

const isLong = (value: number): boolean =>
  Math.abs(value) >= Number.MAX_SAFE_INTEGER || String(value).replaceAll(/\D/g, '').length > 15;
