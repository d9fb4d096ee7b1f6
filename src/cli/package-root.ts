import path from 'node:path';

/** The folder of the package: the parts of the command line stand in its `dist/cli/`. */
export const PACKAGE_ROOT = path.resolve(__dirname, '../..');
