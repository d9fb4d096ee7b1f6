import type { ValidateFunction } from 'ajv';

/**
 * Validators of the schemas of our own files, by title, as code: a build puts them here (`scripts/compiled-schemas.mjs`).
 * The sources have none, and compile a schema when a file is held against it.
 */
export const compiledValidators: ReadonlyMap<string, ValidateFunction> = new Map();
