import { childOf } from '../../source/index.ts';
import type { Api, MediaType, Operation, Parameter, Response } from '../api.ts';
import { oncePer } from '../engine/once-per-document.ts';
import { type Geometry, geometriesIn, isFeature } from './geometries.ts';
import { isJson, itemOf, pathsOperations, successesOf } from './resources.ts';

/** A request or answer with geometry. */
export interface GeoBody {
  readonly operation: Operation;
  /** Of an answer. */
  readonly response?: Response;
  /** The media types with geometry. */
  readonly content: readonly MediaType[];
  readonly geometries: readonly Geometry[];
}

interface Geography {
  /** The geospatial module applies: there is geometry, or a box to search in (ADR /core/modules/geospatial). */
  readonly isUsed: boolean;
  readonly requests: readonly GeoBody[];
  readonly answers: readonly GeoBody[];
}

/** Media types that carry geometry whatever their schema says. */
const GEO_MEDIA =
  /^application\/(vnd\.)?(geo\+json|ogc\.fg\+json|fg\+json|city\+json|ogc\.gml|gml\+xml|google-earth\.km|geopackage)/i;

export const isGeoMedia = ({ name }: MediaType): boolean => GEO_MEDIA.test(name);

export const isGeoJsonMedia = ({ name }: MediaType): boolean => /^application\/geo\+json\b/i.test(name);

/** Where geometry travels in a document. A lone position (latitude and longitude) does not make an API geographic. */
export const geographyOf = oncePer((api: Api): Geography => {
  const known = { readOnly: new Map<unknown, Geometry[]>(), writeOnly: new Map<unknown, Geometry[]>() };
  const geometriesOf = ({ node }: MediaType, hidden: 'readOnly' | 'writeOnly'): Geometry[] => {
    const entry = childOf(node, 'schema');
    const key = (entry && api.resolve(entry)?.value) ?? entry?.value;
    const found = known[hidden].get(key) ?? geometriesIn(api, entry, hidden);
    known[hidden].set(key, found);
    return found;
  };
  const bodyOf = (operation: Operation, all: readonly MediaType[], response?: Response): GeoBody[] => {
    const hidden = response ? 'writeOnly' : 'readOnly';
    const content = all.filter(
      media => isGeoMedia(media) || (isJson(media) && geometriesOf(media, hidden).length > 0),
    );
    const geometries = content.filter(isJson).flatMap(media => geometriesOf(media, hidden));
    return content.length === 0
      ? []
      : [{ operation, content, geometries, ...(response ? { response } : {}) }];
  };
  const operations = pathsOperations(api);
  const requests = operations.flatMap(operation => bodyOf(operation, operation.requestContent));
  const answers = operations
    .filter(isNoTile)
    .flatMap(operation =>
      successesOf(operation).flatMap(response => bodyOf(operation, response.content, response)),
    );
  const searchesBox = operations.some(({ parameters }) =>
    parameters.some(({ name }) => /^(bbox|bbox-crs|filter-crs|content-crs)$/i.test(name)),
  );
  return { isUsed: searchesBox || [...requests, ...answers].some(holdsGeometry), requests, answers };
});

export const holdsGeometry = ({ content, geometries }: GeoBody): boolean =>
  content.some(isGeoMedia) || geometries.some(({ shape }) => shape !== 'position');

/** Features by themselves, or a list or page of them. */
export const holdsFeatures = (api: Api, { content }: GeoBody): boolean =>
  content.some(
    media => isGeoMedia(media) || isFeature(api, media.schema) || isFeature(api, itemOf(api, media.schema)),
  );

export const parameterOf = ({ parameters }: Operation, place: string, name: string): Parameter | undefined =>
  parameters.find(found => found.in === place && found.name.toLowerCase() === name);

/** Names of parameters that hold a reference system; ZGW has `Accept-Crs` where the rules have `crs`. */
const CRS_PARAMETERS = new Set([
  ...['query crs', 'query bbox-crs', 'query filter-crs', 'header content-crs', 'header accept-crs'],
]);

export const crsParametersOf = (api: Api): Parameter[] =>
  api.operations.flatMap(({ parameters }) =>
    parameters.filter(({ in: place, name }) => CRS_PARAMETERS.has(`${place} ${name.toLowerCase()}`)),
  );

/** A tile stands in the system of its tile matrix set, which its address names (OGC API Tiles). */
const isNoTile = ({ path }: Operation): boolean => !/\/tiles\/\{/.test(path);

/** OGC API Tiles, Maps, Coverages and Styles draw from collections and search none: they have no hits. */
export const drawsCollections = ({ path }: Operation): boolean =>
  /\/(map|tiles|coverage|styles)(\/|$)/.test(path);
