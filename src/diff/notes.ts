import { equalJson, isObject, isString, type Json } from '../model/json.ts';
import { pointAt, stated } from '../schema/annotations.ts';
import { assertsNumber, assertsString } from '../schema/formats.ts';
import type { Fact } from './fact.ts';
import { locusAt, nameAt } from './naming.ts';
import type { PartRule } from './parts.ts';
import { say, state } from './state.ts';
import type { MessagePair, Place } from './walk.ts';

/** An annotation (JSON Schema 2020-12 Validation, section 9): it limits no value, but people and programs go by it. */
interface Note {
  readonly keyword: string;
  readonly rule: (was: Json | undefined, now: Json | undefined) => PartRule;
  /** What of the keyword counts; by default all of it. */
  readonly read?: (value: Json | undefined) => Json | undefined;
  /** Whether the finding shows the values; a text is too long for that. */
  readonly isShown: boolean;
}

const NOTES: readonly Note[] = [
  { keyword: 'default', rule: () => 'body-default-changed', isShown: true },
  {
    keyword: 'format',
    rule: () => 'format-annotation-changed',
    // C4: the others are assertions, which the sets compare.
    read: format =>
      isString(format) && !assertsString(format) && !assertsNumber(format) ? format : undefined,
    isShown: true,
  },
  {
    keyword: 'discriminator',
    rule: () => 'discriminator-changed',
    read: discriminator => (isObject(discriminator) ? discriminator.propertyName : undefined),
    isShown: true,
  },
  { keyword: 'x-extensible-enum', rule: () => 'extensible-enum-changed', isShown: true },
  {
    keyword: 'deprecated',
    rule: (_, now) => (now === true ? 'deprecated' : 'deprecation-lifted'),
    read: flag => flag === true,
    isShown: false,
  },
  { keyword: 'title', rule: () => 'text-changed', isShown: false },
  { keyword: 'description', rule: () => 'text-changed', isShown: false },
  { keyword: 'x-enumDescriptions', rule: () => 'text-changed', isShown: false },
];

/** What a place says beside which values may stand there. */
export function notesAt(message: MessagePair, { steps, old, next }: Place): Fact[] {
  const [ours, theirs] = [pointAt(old), pointAt(next)];
  if (!ours || !theirs || steps.length === 0) return [];
  // What a parameter itself says is compared with the parameter, where its `required` is known.
  const isParameter = steps[0] !== 'body' && steps.length === 2;
  const about = { name: nameAt(steps, old, next), locus: locusAt(message, steps) };
  return NOTES.flatMap(({ keyword, rule, read = value => value, isShown }) => {
    const [was, now] = [read(stated(old, keyword)), read(stated(next, keyword))];
    if (equalJson(was, now) || (isParameter && keyword === 'default')) return [];
    return [
      state(rule(was, now), {
        ...about,
        ...(isShown ? { was: say(was), now: say(now) } : {}),
        old: pointAt(old, keyword) ?? ours,
        next: pointAt(next, keyword) ?? theirs,
      }),
    ];
  });
}
