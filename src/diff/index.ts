export { diffRules } from './catalogue.ts';
export { type DiffOptions, diff } from './diff.ts';
export { explainPhase, PHASES, type Phase } from './explain.ts';
export { sayVerified, type Verified, type VerifiedWitness, verifyReport } from './verify/verify.ts';
