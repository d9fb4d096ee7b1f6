import { isArray, isObject, isString, type Json, member } from '../../core/json.ts';
import { join, type Pointer, tokens } from '../../core/pointer.ts';
import type { Args } from '../../core/text.ts';
import type { Document, SourceFile } from '../../source/index.ts';
import { idOf } from '../../vocabulary/tree.ts';
import type { RuleText } from '../rule.ts';
import { type RuleName, rulesMeantBy } from './levels.ts';

/** The key that excuses a rule on an object and all that stands in it: `x-lint-ignore: {rule: reason}`. */
export const IGNORE = 'x-lint-ignore';

/** The reason for breaking a rule, and where it stands. */
export interface Ignore {
  readonly reason: string;
  readonly file: string;
  readonly pointer: Pointer;
}

/** The reason that stands nearest around a place; `undefined` where none does. */
export function ignoreAround(
  document: Document,
  file: string,
  pointer: Pointer,
  rule: string,
): Ignore | undefined {
  const source = document.files.get(file);
  if (!source || !holdsIgnores(source)) return undefined;
  let value: Json | undefined = source.value;
  let around: Pointer = '';
  let found: Ignore | undefined;
  for (const token of ['', ...tokens(pointer)]) {
    if (token !== '') {
      value = isArray(value) ? value[Number(token)] : member(value, token);
      around = join(around, token);
    }
    const reason = member(member(value, IGNORE), rule);
    if (isString(reason) && reason.trim() !== '')
      found = { reason, file, pointer: join(around, IGNORE, rule) };
  }
  return found;
}

const holding = new WeakMap<SourceFile, boolean>();

function holdsIgnores(file: SourceFile): boolean {
  const known = holding.get(file) ?? file.text.includes(IGNORE);
  holding.set(file, known);
  return known;
}

/** The rule that keeps these exceptions true, as `exception-count` does for those in `exceptions.yaml`. */
export const ignoreRule = {
  id: 'ignore-effective',
  severity: 'error',
  profiles: { oas: 'error', adr: 'error', zds: 'error' },
  source: 'docs/lint.md',
  message: {
    nl: "De uitzondering op '{exempt}' in x-lint-ignore {wat}; verbeter haar of haal haar weg.",
    en: "The exception to '{exempt}' in x-lint-ignore {what}; fix or remove it.",
  },
  why: {
    nl: 'Een uitzondering zonder reden of zonder werking verbergt later een nieuwe fout.',
    en: 'An exception without a reason or without effect hides a new mistake later.',
  },
} as const satisfies RuleText;

/** What is wrong with an exception in the document itself. */
export interface IgnoreFault {
  readonly file: string;
  readonly pointer: Pointer;
  readonly args: Args;
}

/**
 * The exceptions without a reason, of a rule that does not exist, or that excuse nothing.
 *
 * @param used the pointers of those that excuse something, by file
 * @param rules those that exist
 * @param isOn whether a rule is on in this run; one that is off is not asked for its effect
 */
export function faultyIgnores(
  document: Document,
  used: ReadonlySet<string>,
  rules: ReadonlyMap<string, RuleName>,
  isOn: (rule: string) => boolean,
): IgnoreFault[] {
  const faults: IgnoreFault[] = [];
  for (const source of document.files.values()) {
    if (!holdsIgnores(source)) continue;
    const { key: file, value } = source;
    for (const { pointer, rule, reason } of statedIn(value, '')) {
      const covers = used.has(idOf({ file, pointer }));
      const fault = rules.has(rule) ? faultOf(reason, isOn(rule), covers) : noRule(rule, [...rules.values()]);
      if (fault) faults.push({ file, pointer, args: { exempt: rule, ...fault } });
    }
  }
  return faults;
}

function noRule(id: string, known: readonly RuleName[]) {
  const [meant] = rulesMeantBy(id, known);
  return {
    wat: `noemt geen regel die bestaat${meant ? ` (misschien ${meant})` : ''}`,
    what: `names no rule that exists${meant ? ` (perhaps ${meant})` : ''}`,
  };
}

/** @param isOn whether the rule is on in this run */
function faultOf(reason: Json | undefined, isOn: boolean, covers: boolean) {
  if (!isString(reason) || reason.trim() === '') return { wat: 'heeft geen reden', what: 'has no reason' };
  return isOn && !covers ? { wat: 'dekt niets', what: 'covers nothing' } : undefined;
}

interface Stated {
  readonly pointer: Pointer;
  readonly rule: string;
  readonly reason: Json | undefined;
}

function statedIn(value: Json, pointer: Pointer): Stated[] {
  if (isArray(value)) return value.flatMap((item, index) => statedIn(item, join(pointer, String(index))));
  if (!isObject(value)) return [];
  return Object.entries(value).flatMap(([key, child]) => {
    const at = join(pointer, key);
    if (child === undefined) return [];
    if (key !== IGNORE) return statedIn(child, at);
    if (!isObject(child)) return [{ pointer: at, rule: String(child), reason: undefined }];
    return Object.entries(child).map(([rule, reason]) => ({ pointer: join(at, rule), rule, reason }));
  });
}
