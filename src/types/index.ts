import { astToString } from 'openapi-typescript';
import type { JsonObject } from '../core/json.ts';
import { visibleCode } from '../core/visible.ts';
import { schemasOf } from '../openapi/components.ts';
import { aliasesOf } from './aliases.ts';
import { withoutCircles } from './circles.ts';
import { closed } from './closed.ts';
import { enumerationsOf } from './enumerations.ts';
import { withForms } from './forms.ts';
import { headerOf } from './header.ts';
import { refuseSharedIds, untypedOperations, withKnownParts } from './known-parts.ts';
import { respelt } from './spelling.ts';
import { declarationsOf } from './syntax-tree.ts';

export interface TypesOptions {
  /** `enums`: code lists are constants too. `none`: nothing but types, for a `.d.ts`. Default: `none`. */
  readonly runtime?: 'enums' | 'none';
}

/**
 * TypeScript types of a bundle, by openapi-typescript: `paths`, `components`, `operations` and `webhooks`; an alias for
 * each schema in components whose name can be one, for what each operation takes and gives, and for each operation. The
 * text depends on the bundle alone, so a file in version control is stale exactly when it differs.
 *
 * @param bundle one file in its flat form, as `bundle` gives it
 * @throws UserError `unreadable` for a bundle that is no valid OpenAPI
 */
export async function generateTypes(bundle: JsonObject, options: TypesOptions = {}): Promise<string> {
  const known = withKnownParts(closed(bundle));
  refuseSharedIds(known);
  const { bundle: directed, api, forms } = withForms(known);
  const { bundle: finite, cut } = withoutCircles(directed);
  const nodes = declarationsOf(respelt(finite), bundle);
  const schemas = schemasOf(directed);
  const aliases = aliasesOf(schemas, forms);
  const enumerations = options.runtime === 'enums' ? enumerationsOf(schemas) : '';
  const untyped = untypedOperations(api);
  const notes = [
    ...(untyped.length > 0 ? [`Without types: ${untyped.join(', ')}`] : []),
    ...(cut.length > 0
      ? [`Unknown where they would be written by naming themselves: ${cut.join(', ')}`]
      : []),
  ];
  const parts = [
    headerOf(bundle, notes.length > 0 ? notes.join('. ') : undefined),
    openToNull(astToString(nodes)),
    aliases,
    enumerations,
  ];
  return visibleCode(parts.filter(part => part !== '').join('\n'));
}

/**
 * openapi-typescript takes the names that have to be there from a type; one that may be null has none to take.
 */
const openToNull = (text: string): string =>
  text.replace(
    /type WithRequired<T, K extends keyof T> = T & \{(\s*)\[P in K\]-\?: T\[P\];/,
    (_, space: string) =>
      `type WithRequired<T, K extends keyof NonNullable<T>> = NonNullable<T> & {${space}[P in K]-?: NonNullable<T>[P];`,
  );
