import type { LintRule, RuleText } from '../rule.ts';

/**
 * A rule of the specification, without a file of its own. Its messages may use `{name}`, the last key of the place, and
 * `{detail}`, in Dutch `{uitleg}`.
 */
export interface BuiltinRule extends RuleText, Pick<LintRule, 'check' | 'checkApi'> {
  /**
   * Set where the rule looks behind references, so that an unread one leaves it unknown: in the object around the
   * finding, or anywhere in the file.
   */
  readonly looks?: 'around' | 'file';
}
