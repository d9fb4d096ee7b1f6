export { childNode as childOf } from '../vocabulary/tree.ts';
export {
  type Document,
  documentOf,
  followReference,
  locate,
  type MissingReference,
  nodeAt,
  resolver,
  rootNode,
  type SourceFile,
} from './document.ts';
export {
  findCanonical,
  latestPackagedRelease,
  latestRelease,
  RELEASES,
  type ReadOptions,
  read,
} from './read.ts';
export { isSupported } from './versions.ts';
