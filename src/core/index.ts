/** What of this layer is public: the library exports it as it is. */
export type { Change, Illustration, PlaceGroup, SubjectKind } from './change.ts';
export type {
  Audience,
  Evidence,
  Finding,
  Locus,
  Severity,
  SourceLocation,
  Surface,
  Verdict,
} from './finding.ts';
export type { Json, JsonObject } from './json.ts';
export { didYouMean, nearestNames } from './nearest.ts';
export { isRemote } from './node.ts';
export {
  type EquivalentPlace,
  mergeReports,
  type Report,
  type Suppressed,
  withSeverities,
} from './report.ts';
export { namesOfRule, type RuleInfo } from './rule.ts';
export { kindOf, systemCode, systemWords } from './system-error.ts';
export { LANGS, type Lang, type Text, thereIs, verbatim } from './text.ts';
export { TOOL } from './tool.ts';
export { EXIT, UserError } from './user-error.ts';
export {
  type Bump,
  CURRENT_POLICY,
  type NeededVersion,
  type NumberedPolicy,
  type PolicyNumber,
  policies,
  policyOf,
  type VersionPolicy,
} from './version-policy.ts';
export { visible } from './visible.ts';
export { messageOf, templateOf } from './wording.ts';
