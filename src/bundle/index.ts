import type { JsonObject } from '../core/json.ts';
import type { Document, MissingReference } from '../source/index.ts';
import { dropBases } from './bases.ts';
import { withChoicesApart } from './choices-apart.ts';
import { flatten } from './flatten.ts';
import type { Gathered, Renamed } from './gather.ts';
import { refuseMissing } from './missing.ts';
import { toOpenapi30 } from './openapi-3-0.ts';
import { toOpenapi31 } from './openapi-3-1.ts';
import { inOrder } from './order.ts';
import { ownBundle } from './own-bundle.ts';
import { sliceOf } from './slice.ts';

export { apisOf } from './slice.ts';
export { writeBundle } from './write.ts';

export interface BundleOptions {
  /** A group of `x-tagGroups`, in any case; default: the whole document. */
  readonly api?: string;
  /** The version to write; default: that of the document. */
  readonly openapi?: '3.0' | '3.1';
  /** Write each schema that is composed of parts as one object; see {@link flatten}. */
  readonly flatten?: boolean;
  /** Leave references that lead nowhere as they are written, instead of failing. */
  readonly force?: boolean;
}

export interface Bundle {
  readonly value: JsonObject;
  /** References that lead nowhere, and so still do; only with `force`. */
  readonly missing: readonly MissingReference[];
  /** Components of other OpenAPI documents whose name was taken. */
  readonly renamed: readonly Renamed[];
}

/**
 * One file out of many: nothing refers outside it, and the same content gives the same bytes. A bundle of a bundle
 * is that bundle.
 *
 * @throws UserError `unreadable` when a reference leads nowhere and `force` is not set, or comes back to itself; `usage`
 *   for an API that is not there, and for what the version asked for cannot say
 */
export async function bundle(document: Document, options: BundleOptions = {}): Promise<Bundle> {
  refuseMissing(document, options.force === true);
  const { value, renamed } = await gathered(document);
  const part = options.api === undefined ? value : sliceOf(value, options.api);
  const whole = inVersion(options.flatten ? flatten(part) : part, document.version, options.openapi);
  return {
    value: inOrder(options.flatten ? withChoicesApart(whole) : whole),
    missing: document.missing,
    renamed,
  };
}

/** openapi-core is loaded where there is something to gather. */
async function gathered(document: Document): Promise<Gathered> {
  const own = ownBundle(document);
  if (own) {
    dropBases(own);
    return { value: own, renamed: [] };
  }
  const { gather } = await import('./gather.ts');
  const whole = await gather(document);
  dropBases(whole.value);
  return whole;
}

function inVersion(value: JsonObject, version: string, wanted: BundleOptions['openapi']): JsonObject {
  if (wanted === undefined || version.startsWith(wanted)) return value;
  return wanted === '3.0' ? toOpenapi30(value) : toOpenapi31(value);
}
