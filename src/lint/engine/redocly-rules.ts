import type { Config, Oas3Rule, Source, SpecVersion } from '@redocly/openapi-core';
import type { Json } from '../../core/json.ts';
import { lastToken, type Pointer } from '../../core/pointer.ts';
import type { BuiltinRule } from './builtin.ts';
import { inDutch, inEnglish } from './dutch.ts';
import type { RawFinding } from './raw-finding.ts';
import { placeAt, type RedoclyPlace } from './redocly-place.ts';
import { type At, isReference, type References } from './typed-walk.ts';
import { type Action, actionsOf } from './visits.ts';

/** What the rules of openapi-core need, and where goes what they say. */
export interface RedoclyRun {
  readonly references: References;
  readonly specVersion: SpecVersion;
  readonly config: Config;
  readonly told: (found: RawFinding) => void;
  readonly stumbled: (error: TypeError) => void;
}

/** What such a rule reports: at one place or some, or else at the value that it visits. */
interface Problem {
  readonly message: string;
  readonly location?: Partial<RedoclyPlace> | readonly Partial<RedoclyPlace>[];
}

/** What the rules of openapi-core do that one of ours is built on. */
export function redoclyActions(
  rule: Pick<BuiltinRule, 'id' | 'redocly'>,
  factories: Readonly<Record<string, Oas3Rule>>,
  run: RedoclyRun,
): Action[] {
  return rule.redocly.flatMap(({ name, options }) => {
    const factory = factories[name];
    if (!factory) throw new Error(`openapi-core has no rule ${name}, which ${rule.id} is built on`);
    return [factory({ severity: 'error', ...options })].flat().flatMap(visitor =>
      actionsOf(visitor, (act, at) => {
        const context = contextOf(rule.id, run, at);
        if (name === 'struct') act(askable(at), context);
        else if (!isAllowed(rule.id, run, at)) survive(() => act(at.node, context), run.stumbled);
      }),
    );
  });
}

/** The context that openapi-core gives to a visitor, as far as these rules use it. */
function contextOf(rule: string, { references, specVersion, config, told }: RedoclyRun, at: At) {
  const { location, rawNode, rawLocation, type, parent, key } = at;
  const resolve = (ref: Json, from = location.source.absoluteRef) => {
    if (!isReference(ref)) return { location: rawLocation, node: ref };
    const found = references.get(`${from}::${ref.$ref}`);
    const place = found?.resolved ? placeAt(found.document.source, found.nodePointer) : undefined;
    return { location: place, node: found?.node };
  };
  const report = ({ message, location: places }: Problem): void => {
    const [first] = [places ?? location].flat() as readonly Partial<RedoclyPlace>[];
    told(foundBy(rule, { ...location, ...first }, message));
  };
  return {
    location,
    rawNode,
    rawLocation,
    type,
    parent,
    key,
    specVersion,
    config,
    resolve,
    report,
    parentLocations: {},
    ignoreNextVisitorsOnNode: at.refuse,
  };
}

/**
 * A rule of openapi-core takes the types that OpenAPI asks for around what it visits, and stumbles over another. That
 * is told by `oas-struct`, which does not; what it does not tell is a fault.
 */
function survive(visit: () => unknown, stumbled: (error: TypeError) => void): void {
  try {
    visit();
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    stumbled(error);
  }
}

/**
 * An object with fixed fields that openapi-core may ask for its `hasOwnProperty`, as it does, where the document has a
 * member of that name. A map of free names is not asked, and its member keeps its value.
 */
function askable({ node, type }: At): Json {
  if (!Object.hasOwn(Object(node), 'hasOwnProperty') || !(type.required || type.requiredOneOf)) return node;
  return new Proxy(Object(node), {
    get: (target, name) => (name === 'hasOwnProperty' ? Object.prototype.hasOwnProperty : target[name]),
  }) as Json;
}

/** A Media Type Object may be a reference since 3.2 (OpenAPI 3.2.0, section 4.7.1), which openapi-core does not know. */
const isAllowed = (rule: string, { specVersion }: RedoclyRun, { type }: At): boolean =>
  rule === 'oas-strict-refs' && specVersion === 'oas3_2' && type.name === 'MediaType';

/** Where a place of openapi-core is: it writes `#/a/b`, and `#/` for the whole document. */
export const placeInFile = ({
  source,
  pointer,
}: {
  readonly source: Pick<Source, 'absoluteRef'>;
  readonly pointer: string;
}): { readonly file: string; readonly pointer: Pointer } => ({
  file: source.absoluteRef,
  pointer: pointer === '#/' ? '' : pointer.slice(1),
});

function foundBy(rule: string, at: Pick<RedoclyPlace, 'source' | 'pointer'>, message: string): RawFinding {
  const place = placeInFile(at);
  const name = lastToken(place.pointer) || place.file;
  return { rule, ...place, args: { name, detail: inEnglish(message), uitleg: inDutch(message) } };
}
