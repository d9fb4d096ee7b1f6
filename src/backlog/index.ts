export type { Backlog, BacklogTexts, Basis, NamedText, Party, Rule, Story } from './backlog.ts';
export { checkBacklog } from './check.ts';
export { type Coverage, type RankedOperation, weigh } from './coverage.ts';
export { BACKLOG_OUTPUT_SCHEMAS } from './output-schemas.ts';
export { type PartyPage, pageOf } from './party.ts';
export { backlogOf, readBacklog } from './read.ts';
export { BACKLOG_FORMATS, type BacklogFormat, renderBacklog } from './render.ts';
export { backlogRules } from './rules.ts';
export { BACKLOG_SCHEMAS } from './schemas.ts';
