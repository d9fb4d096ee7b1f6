export { childNode as childOf } from '../vocabulary/tree.ts';
export { gitRootOf } from './checkout.ts';
export {
  type Document,
  documentOf,
  type LocateFile,
  locate,
  type MissingReference,
  rootNode,
  type SourceFile,
} from './document.ts';
export { followReference, nodeAt, resolver } from './follow.ts';
export { packageRoot } from './package-root.ts';
export { parse } from './parse.ts';
export {
  isOfPackage,
  latestPackagedRelease,
  latestRelease,
  RELEASES,
  type ReadOptions,
  read,
  releasedVersions,
} from './read.ts';
export { isSupported } from './versions.ts';
