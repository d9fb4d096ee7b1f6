import { resolveRef, transformSchema } from 'openapi-typescript';
import type { Node as TypeScriptNode } from 'typescript';
import type { JsonObject } from '../core/json.ts';
import { type Text, verbatim } from '../core/text.ts';
import { longChains, shortened } from '../source/reference-chains.ts';
import { writtenReferences } from '../source/references.ts';
import { refused } from './refused.ts';
import { oddIn } from './structure.ts';
import { typeNodeFor } from './type-nodes.ts';

type Source = Parameters<typeof transformSchema>[0];
type Context = Parameters<typeof transformSchema>[1];

const NO_TYPES: Text = { nl: 'er zijn geen types van te maken', en: 'no types can be made' };

const NOT_OPENAPI: Text = {
  nl: 'de opbouw is niet die van OpenAPI',
  en: 'the structure is not that of OpenAPI',
};

/**
 * The declarations of a bundle as openapi-typescript makes them. What it does before, to read, check and bundle a
 * document, has been done to a bundle: its last step alone is asked for.
 *
 * @param bundle as `respelt` gives it
 * @param given the bundle before that, in which places are told
 * @throws UserError `unreadable` where the structure is not that of OpenAPI
 */
export function declarationsOf(bundle: JsonObject, given: JsonObject): TypeScriptNode[] {
  const short = shortened(bundle, longChains(bundle, writtenReferences(bundle))) as JsonObject;
  const source = short as unknown as Source;
  try {
    return transformSchema(source, contextOf(source));
  } catch (error) {
    // It stumbles over what has another type than it takes.
    if (!(error instanceof Error) || ![Error, TypeError].includes(error.constructor as ErrorConstructor))
      throw error;
    // What a TypeError says is about the code that stumbled, not about the document.
    const said = error.constructor === TypeError ? NOT_OPENAPI : verbatim(error.message);
    throw refused(NO_TYPES, oddIn(given) ?? said);
  }
}

/** Its options, all of them, for the last step has no defaults. */
function contextOf(source: Source): Context {
  const context: Omit<Context, 'redoc'> = {
    additionalProperties: false,
    alphabetize: false,
    arrayLength: false,
    conditionalEnums: false,
    dedupeEnums: false,
    // A default is what the receiver fills in: it says nothing about who has to send it.
    defaultNonNullable: false,
    // `respelt` has written what selects a branch in the branch.
    discriminators: { objects: {}, refsHandled: [] },
    emptyObjectsUnknown: true,
    enum: false,
    enumValues: false,
    excludeDeprecated: false,
    exportType: false,
    generatePathParams: false,
    immutable: false,
    injectFooter: [],
    makePathsEnum: false,
    pathParamsAsTypes: false,
    postTransform: undefined,
    propertiesRequiredByDefault: false,
    readWriteMarkers: false,
    resolve: <T>(ref: string): T | undefined => resolveRef(source, ref, { silent: true, visited: [] }),
    rootTypes: false,
    rootTypesKeepCasing: false,
    rootTypesNoSchemaPrefix: false,
    silent: true,
    transform: typeNodeFor,
    transformProperty: undefined,
  };
  // The configuration of Redocly is for reading, which is not asked for.
  return context as Context;
}
