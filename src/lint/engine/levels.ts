import { didYouMean, nearestNames } from '../../core/nearest.ts';
import { namesOfRule } from '../../core/rule.ts';
import type { Text } from '../../core/text.ts';
import { UserError } from '../../core/user-error.ts';
import type { Level, Profile, RuleText } from '../rule.ts';
import { officialNames } from './adr-linter.ts';

/** What a run may say about a rule. */
export type LevelChoice = 'off' | Level;

/**
 * The level of every rule that is on: that of the profile, unless the run says otherwise.
 *
 * @throws UserError `usage` for a rule that does not exist
 */
export function levelsOf(
  rules: readonly RuleText[],
  profile: Profile,
  choices: Readonly<Record<string, LevelChoice>>,
): Map<string, Level> {
  const levels = new Map<string, Level>();
  for (const rule of rules) {
    const level = Object.hasOwn(choices, rule.id) ? choices[rule.id] : levelIn(rule, profile);
    if (level !== undefined && level !== 'off') levels.set(rule.id, level);
  }
  const known = new Set(rules.map(rule => rule.id));
  for (const id of Object.keys(choices)) {
    if (known.has(id)) continue;
    throw new UserError(
      'usage',
      { nl: `er is geen lintregel '${id}'`, en: `there is no lint rule '${id}'` },
      hintFor(id, rules),
    );
  }
  return levels;
}

const LISTED: Text = { nl: 'zds rules noemt de regels.', en: 'zds rules lists the rules.' };

const hintFor = (id: string, known: readonly RuleName[]): Text => didYouMean(rulesMeantBy(id, known), LISTED);

/** What a rule is known by. */
export type RuleName = Pick<RuleText, 'id' | 'source'>;

/** The rules that may have been meant, by our name, the official one or their section of the Design Rules. */
export function rulesMeantBy(name: string, known: readonly RuleName[]): readonly string[] {
  const called = known.filter(({ id, source }) =>
    namesOfRule({ id, source, official: officialNames(id) }).includes(name),
  );
  const ids = (rules: readonly RuleName[]): string[] => rules.map(({ id }) => id);
  return called.length > 0 ? ids(called) : nearestNames(name, ids(known));
}

/** The level in a profile; a version of a profile has what it does not say itself from the profile. */
export function levelIn({ profiles }: Pick<RuleText, 'profiles'>, profile: Profile): Level | undefined {
  return profiles[profile] ?? (profile.startsWith('adr@') ? profiles.adr : undefined);
}
