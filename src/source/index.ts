export { childNode as childOf } from '../vocabulary/tree.ts';
export {
  type Document,
  documentOf,
  locate,
  type MissingReference,
  rootNode,
  type SourceFile,
} from './document.ts';
export { followReference, nodeAt, resolver } from './follow.ts';
export {
  findCanonical,
  latestPackagedRelease,
  latestRelease,
  RELEASES,
  type ReadOptions,
  read,
} from './read.ts';
export { isSupported } from './versions.ts';
