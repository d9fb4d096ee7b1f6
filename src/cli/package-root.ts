import path from 'node:path';

/** The folder of the package: the command line is one file in its `dist/`. */
export const PACKAGE_ROOT = path.resolve(__dirname, '..');
