import { Ajv2020 } from 'ajv/dist/2020.js';
import { compilePattern } from '../../regex/re2.ts';
import { addUnevaluatedItems, countMultiplesInDecimals, forgetFailedBranches } from './ajv-workarounds.ts';
import { assertFormats } from './asserted-formats.ts';

/**
 * For ajv, which tells patterns apart by their text: RE2 in place of the platform's RegExp, whose matching can take
 * exponential time. What RE2 cannot express is left out before ajv sees it.
 */
const matcherOf = (source: string) => ({
  test: compilePattern(source)?.matches ?? (() => false),
  toString: () => source,
});

export interface AjvManner {
  /** Whether it collects every error, with the schema and the value that it is about. */
  readonly explains: boolean;
  /**
   * Whether any schema has `unevaluatedProperties`. Where none has, a branch of `anyOf` that holds ends it; else ajv
   * looks into each of them for the names that they evaluate.
   */
  readonly countsEvaluated?: boolean;
  /**
   * Whether any schema has a name that every object of the platform inherits, such as `constructor`. Where none has, a
   * member of a value is its own.
   */
  readonly hasInheritedNames?: boolean;
}

/**
 * An ajv for schemas that {@link writeSchema} wrote: JSON Schema 2020-12, the formats of C4 asserted, patterns matched
 * by RE2.
 */
export function openAjv({ explains, countsEvaluated = true, hasInheritedNames = true }: AjvManner): Ajv2020 {
  const ajv = new Ajv2020({
    strict: false,
    validateSchema: false,
    meta: false,
    inlineRefs: false,
    ownProperties: hasInheritedNames,
    logger: false,
    messages: explains,
    allErrors: explains,
    verbose: explains,
    // A validator runs once or a few times: making its code shorter takes longer than running it.
    code: { optimize: false, regExp: Object.assign(matcherOf, { code: 'new RegExp' }) },
  });
  // Its constructor sets this for the dialect, whatever it is given.
  ajv.opts.unevaluated = countsEvaluated;
  assertFormats(ajv);
  forgetFailedBranches(ajv);
  addUnevaluatedItems(ajv);
  countMultiplesInDecimals(ajv);
  return ajv;
}
