import { isObject, type Json } from '../../core/json.ts';
import type { Node } from '../../core/node.ts';
import type { Api, MediaType } from '../api.ts';
import type { LintRule } from '../rule.ts';
import { propertiesOf, subschemasOf } from './schemas.ts';
import { NAMES_SIGNATURE } from './signatures.ts';

/** Every media type of a request body or an answer. */
export const mediaTypes = (api: Api): MediaType[] =>
  api.operations.flatMap(({ requestContent, responses }) => [
    ...requestContent,
    ...responses.flatMap(({ content }) => content),
  ]);

/** Signatures over a message: the header names that the signing module and its forerunners use. */
export const signatureHeaders = (api: Api): Node[] =>
  api.operations.flatMap(({ parameters, responses }) => [
    ...parameters
      .filter(parameter => parameter.in === 'header' && isSignature(parameter.name))
      .map(({ node }) => node),
    ...responses.flatMap(({ headers }) =>
      [...headers].flatMap(([name, header]) => (isSignature(name) ? [header] : [])),
    ),
  ]);

const isSignature = (name: string): boolean => NAMES_SIGNATURE.test(name) || /^signature-input$/i.test(name);

/** True where a body holds geometry: a geographic media type, GeoJSON, or a property that is called geometry. */
export function usesGeometry(api: Api): boolean {
  const seen = new Set<Json>();
  return mediaTypes(api).some(
    ({ name, schema }) => /geo\+json/i.test(name) || holdsGeometry(api, schema, seen),
  );
}

/** True for a schema that has the shape of a GeoJSON geometry (RFC 7946, section 3.1). */
export function isGeometry(api: Api, schema: Node | undefined): boolean {
  const names = propertiesOf(api, schema);
  return names.has('type') && (names.has('coordinates') || names.has('geometries'));
}

function holdsGeometry(api: Api, schema: Node | undefined, seen: Set<Json>): boolean {
  const node = schema && api.resolve(schema);
  if (!node || !isObject(node.value) || seen.has(node.value)) return false;
  seen.add(node.value);
  if (isGeometry(api, node)) return true;
  if ([...propertiesOf(api, node).keys()].some(name => /(geometrie|geometry)$/i.test(name))) return true;
  return subschemasOf(node).some(child => holdsGeometry(api, child, seen));
}

/** What the rules that tell of a module of the Design Rules share. */
export const moduleApplies = (
  isUsed: (api: Api) => boolean,
): Pick<LintRule, 'severity' | 'profiles' | 'why' | 'evidence' | 'check'> => ({
  severity: 'info',
  profiles: { adr: 'info' },
  why: {
    nl: 'Een module telt alleen mee voor wie weet dat zij geldt.',
    en: 'A module counts only for those who know that it applies.',
  },
  evidence: 'found',
  check: ({ api, report }) => ({
    Root(_root, { location }) {
      if (isUsed(api)) report(location);
    },
  }),
});
