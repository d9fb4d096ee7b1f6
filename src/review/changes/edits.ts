import type { Finding, Locus } from '../../core/finding.ts';
import {
  equalJson,
  isArray,
  isObject,
  isString,
  type Json,
  type JsonObject,
  member,
} from '../../core/json.ts';
import { filled, type Text } from '../../core/text.ts';
import { oneLine } from './line.ts';

/** One edit of a message: what then stands at the place, and the edit in words. */
export interface MessageEdit {
  /** `undefined` takes the member out. */
  readonly value: Json | undefined;
  readonly words: Text;
}

/** The value at a row of steps, items of lists by the first; `undefined` where there is none. */
export function valueAt(value: Json | undefined, steps: readonly string[]): Json | undefined {
  const [step, ...rest] = steps;
  if (step === undefined || value === undefined) return value;
  if (isArray(value)) return valueAt(value[indexOf(step)], rest);
  return isObject(value) && Object.hasOwn(value, step) ? valueAt(value[step], rest) : undefined;
}

/** A value with one place written anew, or taken out; `undefined` where what holds the place is not there. */
export function edited(value: Json, steps: readonly string[], now: Json | undefined): Json | undefined {
  const [step, ...rest] = steps;
  if (step === undefined) return now;
  if (isArray(value)) {
    const index = indexOf(step);
    const item = value[index];
    const inner = item === undefined ? undefined : edited(item, rest, now);
    return inner === undefined ? undefined : value.with(index, inner);
  }
  if (!isObject(value)) return undefined;
  const { [step]: _, ...others } = value;
  if (rest.length === 0) return now === undefined ? others : { ...value, [step]: now };
  const held = member(value, step);
  const inner = held === undefined ? undefined : edited(held, rest, now);
  return inner === undefined ? undefined : { ...value, [step]: inner };
}

const indexOf = (step: string): number => Number(/^\[(\d+)\]$/.exec(step)?.[1] ?? 0);

/** Where in a message a place is: the part, then the property. */
export const stepsOf = ({ part, property = [] }: Locus): readonly string[] =>
  part === undefined ? [] : [part, ...property];

/**
 * Edits that may show a finding at a place, the readable ones first. Whether one does is for ajv to say.
 *
 * @param current what stands at the place in the message
 * @param leaf what stands there in the message that the comparison found
 */
export function editsFor(
  finding: Finding,
  place: Locus,
  current: Json | undefined,
  leaf: Json | undefined,
): MessageEdit[] {
  const name = nameOf(place);
  const edits: MessageEdit[] = [];
  for (const limit of limitsOf(finding)) edits.push(...sized(finding.rule, current, limit, name));
  for (const value of [finding.args.was, finding.args.now].flat()) {
    if (/^(enum-value|const)/.test(finding.rule) && isString(value as Json))
      edits.push(valueEdit(name, fromText(String(value))));
  }
  if (/null/.test(finding.rule)) edits.push(valueEdit(name, null));
  edits.push(...leafEdits(place, name, current, leaf));
  if (/required|property|parameter|header|body/.test(finding.rule) || leaf === undefined)
    edits.push(without(name));
  return edits;
}

/** So many members of an object are tried one by one. */
const MOST_MEMBERS = 24;

/** One member as it stands in the message that the comparison found, else the value there; never the whole of a body. */
function leafEdits(
  { property = [] }: Locus,
  name: string,
  current: Json | undefined,
  leaf: Json | undefined,
): MessageEdit[] {
  if (leaf === undefined) return [];
  const each = isObject(leaf) && isObject(current) ? memberEdits(current, leaf) : [];
  const isWholeBody = property.length === 0 && (isObject(leaf) || isArray(leaf));
  return isWholeBody ? each : [...each, valueEdit(name, leaf)];
}

const memberEdits = (current: JsonObject, leaf: JsonObject): MessageEdit[] =>
  Object.entries(leaf)
    .filter(([key, value]) => !equalJson(value, current[key]))
    .slice(0, MOST_MEMBERS)
    .flatMap(([key, value]) =>
      value === undefined
        ? []
        : [{ words: valueEdit(key, value).words, value: { ...current, [key]: value } }],
    );

const nameOf = ({ part, property = [] }: Locus): string =>
  property
    .filter(step => !/^\[\d*\]$/.test(step))
    .slice(-2)
    .join('.')
    .replace(/^results\./, '') ||
  (part ?? '');

const limitsOf = ({ args }: Finding): number[] =>
  [args.now, args.was].map(Number).filter(limit => Number.isFinite(limit));

const fromText = (text: string): Json => {
  const isScalar = /^(true|false|null|-?\d+(\.\d+)?)$/.test(text);
  return isScalar ? (JSON.parse(text) as Json) : text;
};

const without = (name: string): MessageEdit => ({
  value: undefined,
  words: { nl: `zonder “${name}”`, en: `without “${name}”` },
});

function valueEdit(name: string, value: Json): MessageEdit {
  if (isString(value) && [...value].length > 60) return lengthEdit(name, value);
  const shown = oneLine(JSON.stringify(value), 60);
  return { value, words: { nl: `met “${name}”: ${shown}`, en: `with “${name}”: ${shown}` } };
}

const lengthEdit = (name: string, value: string): MessageEdit => {
  const args = { name, length: [...value].length };
  return {
    value,
    words: filled(LENGTH, args),
  };
};

/** Values just beyond and just within a limit, made from what stood there. */
function sized(rule: string, current: Json | undefined, limit: number, name: string): MessageEdit[] {
  if (/^(max|min)-length/.test(rule)) {
    const text = isString(current) && current !== '' ? current : 'tekst';
    const lengths = rule.startsWith('max') ? [limit + 1] : [Math.max(0, limit - 1)];
    return lengths.filter(length => length <= 5000).map(length => lengthEdit(name, ofLength(text, length)));
  }
  if (/^(minimum|maximum)/.test(rule))
    return [limit + 1, limit - 1, limit].map(value => valueEdit(name, value));
  if (/^(max|min)-items/.test(rule) && isArray(current) && current[0] !== undefined) {
    const [item] = current;
    const count = rule.startsWith('max') ? limit + 1 : Math.max(0, limit - 1);
    if (item === undefined || count > 200) return [];
    const value = Array.from({ length: count }, (_, index) => current[index] ?? item);
    return [{ value, words: itemsText(name, count) }];
  }
  return [];
}

function itemsText(name: string, count: number): Text {
  if (count === 0) return { nl: `met een lege “${name}”`, en: `with “${name}” empty` };
  return filled(ITEMS, { name, count });
}

const LENGTH: Text = {
  nl: 'met “{name}” van {length} {length#teken|tekens}',
  en: 'with “{name}” of {length} {length#character|characters}',
};

const ITEMS: Text = {
  nl: 'met {count} {count#waarde|waarden} in “{name}”',
  en: 'with {count} {count#value|values} in “{name}”',
};

const ofLength = (text: string, length: number): string => {
  const characters = [...text];
  return Array.from({ length }, (_, index) => characters[index % (characters.length + 1)] ?? ' ')
    .join('')
    .replace(/ $/, 'x');
};
