import { readFileSync } from 'node:fs';
import { load } from 'js-yaml';
import type { Json, JsonObject } from '../../src/core/json.ts';
import {
  bundle,
  type Document,
  diff,
  generateDocs,
  generateTypes,
  lint,
  UserError,
  validate,
} from '../../src/index.ts';
import { documentOf } from '../../src/source/index.ts';

/** A document with one of every kind of object. */
export const EVERY_KIND = load(
  readFileSync('tests/robustness/fixtures/every-kind.yaml', 'utf8'),
) as JsonObject;

export const documentWith = (value: Json): Document =>
  documentOf('proef', { 'openapi.json': JSON.stringify(value) });

const whole = documentWith(EVERY_KIND);

/** All that is done with a document; what throws an Error that is no UserError is a fault of ours. */
export const COMMANDS: Readonly<Record<string, (document: Document) => Promise<unknown>>> = {
  lint,
  bundle,
  'bundle --openapi 3.0': document => bundle(document, { openapi: '3.0' }),
  'diff with itself': async document => {
    const { findings } = await diff(document, document);
    if (findings.length > 0) throw new Error(findings.map(({ rule }) => rule).join());
  },
  'diff to it': document => diff(whole, document),
  'diff from it': document => diff(document, whole),
  types: document => generateTypes(document),
  docs: document => generateDocs(document),
  validate,
};

/** A comparison with what is another document looks for values that show each difference. */
export const SLOW: ReadonlySet<string> = new Set(['lint', 'diff to it', 'diff from it']);

/** What went wrong that is no sentence to the user. */
export async function crash(run: () => Promise<unknown>): Promise<string | undefined> {
  try {
    await run();
    return undefined;
  } catch (error) {
    return error instanceof UserError ? undefined : String(error);
  }
}
