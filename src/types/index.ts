import type { OpenAPI3 } from 'openapi-typescript';
import type { NodeFactory } from 'typescript';
import type { JsonObject } from '../core/json.ts';
import { schemasOf } from '../openapi/components.ts';
import { longChains, shortened } from '../source/reference-chains.ts';
import { writtenReferences } from '../source/references.ts';
import { aliasesOf } from './aliases.ts';
import { closed } from './closed.ts';
import { enumerationsOf } from './enumerations.ts';
import { withForms } from './forms.ts';
import { headerOf } from './header.ts';
import { untypedOperations, withKnownParts } from './known-parts.ts';
import { refused } from './refused.ts';
import { respelt } from './spelling.ts';
import { typeNodeFor } from './type-nodes.ts';

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
  const [library, typescript] = await Promise.all([import('openapi-typescript'), import('typescript')]);
  const { bundle: directed, forms } = withForms(withKnownParts(closed(bundle)));
  const nodes = await nodesOf(respelt(directed), library, typescript.default.factory);
  const schemas = schemasOf(directed);
  const aliases = aliasesOf(schemas, forms);
  const enumerations = options.runtime === 'enums' ? enumerationsOf(schemas) : '';
  const untyped = untypedOperations(bundle);
  const parts = [
    headerOf(bundle, untyped.length > 0 ? `Without types: ${untyped.join(', ')}` : undefined),
    openToNull(library.astToString(nodes)),
    aliases,
    enumerations,
  ];
  return parts.filter(part => part !== '').join('\n');
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

type Library = typeof import('openapi-typescript');

// A package of modules: imported, not required, by the command line too, which is CommonJS.
async function nodesOf(
  bundle: JsonObject,
  library: Library,
  factory: NodeFactory,
): Promise<Awaited<ReturnType<Library['default']>>> {
  // The library writes into what it gets, and does not know 3.2; the part of it that it would miss has no types.
  const version = String(bundle.openapi).startsWith('3.0') ? '3.0.3' : '3.1.0';
  const short = shortened(bundle, longChains(bundle, writtenReferences(bundle))) as JsonObject;
  const source = { ...short, openapi: version } as unknown as OpenAPI3;
  try {
    return await library.default(source, {
      silent: true,
      // A default is what the receiver fills in: it says nothing about who has to send it.
      defaultNonNullable: false,
      emptyObjectsUnknown: true,
      transform: typeNodeFor(library, factory),
    });
  } catch (error) {
    // It says that a document is invalid with a plain Error, or stumbles over what has another type than it takes.
    if (!(error instanceof Error) || ![Error, TypeError].includes(error.constructor as ErrorConstructor))
      throw error;
    throw refused({ nl: 'er zijn geen types van te maken', en: 'no types can be made' }, error.message);
  }
}
