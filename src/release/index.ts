export { checkReleases } from './check.ts';
export {
  addRelease,
  CHECKSUMS,
  HISTORY,
  readChecksums,
  refuseReleased,
} from './checksums.ts';
export { freeze, NOTES } from './freeze.ts';
export { releaseRules } from './rules.ts';
export {
  isSupportedOn,
  readSupport,
  SUPPORT,
  SUPPORT_SCHEMA,
  type SupportedRelease,
  supportIn,
} from './support.ts';
