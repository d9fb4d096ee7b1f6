export { diffRules } from './catalogue.ts';
export { type DiffOptions, diff } from './diff.ts';
