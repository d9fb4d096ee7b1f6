import type { Node } from '../../core/node.ts';
import type { Api, Operation } from '../api.ts';
import { operation } from '../fragment.ts';
import type { LintRule } from '../rule.ts';
import { drawsCollections, geographyOf, holdsGeometry } from '../topics/geography.ts';
import { bodyOf, pathsOperations, shapeOf, successesOf } from '../topics/resources.ts';
import { listedIn, propertiesOf } from '../topics/schemas.ts';

/** A search at the top of the API goes over all its collections: `/_zoek`, not `/zaken/_zoek`. */
const GLOBAL_SEARCH = /^(\/(api|v\d+))*\/_?(search|zoek|zoeken|query|zoekresultaten|search-results)$/;

/** What the lists in an answer hold: the answer itself, those in it, and those in `_embedded`. */
function hitsOf(api: Api, body: Node | undefined): Node[] {
  const inside = propertiesOf(api, body);
  const lists = [body, ...inside.values(), ...propertiesOf(api, inside.get('_embedded')).values()];
  return lists
    .flatMap(list => (list && shapeOf(api, list) === 'list' ? (listedIn(api, list) ?? []) : []))
    .filter(hit => propertiesOf(api, hit).size > 0);
}

/** A parameter says in which collections to search. */
const choosesCollections = (operation: Operation): boolean =>
  !drawsCollections(operation) && operation.parameters.some(({ name }) => /^collect(ions|ies)$/.test(name));

const search = (hit: string) =>
  operation(
    'POST /_zoek',
    `{requestBody: {content: {application/geo+json: {}}}, responses: {200: {content: {application/json: {schema: {properties: {results: {type: array, items: ${hit}}}}}}}}}`,
  );

export const rule = {
  id: 'geo-geometric-context',
  severity: 'info',
  profiles: { adr: 'info', zds: 'info' },
  source: 'ADR /geo/geometric-context',
  message: {
    nl: "{operation} zoekt in alle collecties en een treffer zegt niet uit welke hij komt; voeg 'type' toe.",
    en: "{operation} searches all collections and a hit does not say which it is from; add 'type'.",
  },
  why: {
    nl: 'Een afnemer kan een pand niet van een perceel onderscheiden en tekent het als het verkeerde.',
    en: 'A consumer cannot tell a building from a parcel and draws it as the wrong one.',
  },
  checkApi: ({ api, report }) => {
    const { isUsed, answers } = geographyOf(api);
    const geographic = new Set(answers.filter(holdsGeometry).map(({ operation }) => operation));
    const searching = pathsOperations(api).filter(
      operation =>
        GLOBAL_SEARCH.test(operation.path) || (geographic.has(operation) && choosesCollections(operation)),
    );
    for (const operation of isUsed ? searching : []) {
      const hits = successesOf(operation).flatMap(({ content }) => hitsOf(api, bodyOf(content)));
      for (const hit of hits.filter(hit => !propertiesOf(api, hit).has('type')))
        report(hit, { operation: operation.label });
    }
  },
  cases: {
    good: [search('{properties: {type: {type: string}, id: {}}}')],
    bad: [
      {
        document: search('{properties: {id: {}}}'),
        at: ['/responses/200/content/application~1json/schema/properties/results/items'],
      },
    ],
  },
} satisfies LintRule;
