export { diffRules } from './catalogue.ts';
export { type DiffOptions, diff } from './diff.ts';
export { explainPhase, PHASES } from './explain.ts';
export { sayVerified, verifyReport } from './verify/verify.ts';
