import { UserError } from '../../core/user-error.ts';
import type { Level, Profile, RuleText } from '../rule.ts';

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
    const level = Object.hasOwn(choices, rule.id) ? choices[rule.id] : rule.profiles[profile];
    if (level !== undefined && level !== 'off') levels.set(rule.id, level);
  }
  const known = new Set(rules.map(rule => rule.id));
  for (const id of Object.keys(choices)) {
    if (known.has(id)) continue;
    throw new UserError('usage', `there is no lint rule '${id}'`, 'zds rules lists the rules.');
  }
  return levels;
}
