import { canonicalText, isString, type Json } from '../model/json.ts';
import { pointAt, stated } from '../schema/annotations.ts';
import { assertsNumber, assertsString } from '../schema/formats.ts';
import type { Position } from '../schema/position.ts';
import type { Fact } from './fact.ts';
import { locusAt, nameAt } from './naming.ts';
import type { PartRule } from './parts.ts';
import { type Statement, state } from './state.ts';
import type { MessagePair } from './walk.ts';

/** What a place says beside which values may stand there: annotations (JSON Schema 2020-12 Validation, section 9). */
export function notesAt(
  message: MessagePair,
  steps: readonly string[],
  old: Position,
  next: Position,
  isText: boolean,
): Fact[] {
  const [ours, theirs] = [pointAt(old), pointAt(next)];
  if (!ours || !theirs || steps.length === 0) return [];
  const facts: Fact[] = [];
  const about = { name: nameAt(steps, old, next), locus: locusAt(message, steps) };
  const note = (
    rule: PartRule,
    keyword: string,
    was: Json | undefined,
    now: Json | undefined,
    isNamed = true,
  ): void => {
    const statement: Statement = {
      ...about,
      ...(isNamed ? { was: say(was), now: say(now) } : {}),
      old: pointAt(old, keyword) ?? ours,
      next: pointAt(next, keyword) ?? theirs,
    };
    facts.push(state(rule, statement));
  };
  const both = (keyword: string): readonly [Json | undefined, Json | undefined] => [
    stated(old, keyword),
    stated(next, keyword),
  ];
  const differ = ([was, now]: readonly [Json | undefined, Json | undefined]): boolean =>
    canonicalText(was) !== canonicalText(now);

  const defaults = both('default');
  if (differ(defaults)) {
    const isParameter = message.kind === 'request' && steps[0] !== 'body' && steps.length === 2;
    note(isParameter ? 'default-changed' : 'body-default-changed', 'default', ...defaults);
  }
  const formats = both('format').map(format =>
    isString(format) && !assertsString(format) && !assertsNumber(format) ? format : undefined,
  );
  if (formats[0] !== formats[1]) note('format-annotation-changed', 'format', formats[0], formats[1]);
  const [was, now] = both('deprecated').map(flag => flag === true);
  if (was !== now) note(now ? 'deprecated' : 'deprecation-lifted', 'deprecated', undefined, undefined, false);
  if (
    isText &&
    (['title', 'description', 'x-enumDescriptions'] as const).some(keyword => differ(both(keyword)))
  ) {
    note('text-changed', 'description', undefined, undefined, false);
  }
  return facts;
}

const say = (value: Json | undefined): string =>
  value === undefined ? '–' : isString(value) ? value : JSON.stringify(value);
