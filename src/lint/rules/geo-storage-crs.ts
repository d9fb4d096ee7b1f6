import { document } from '../fragment.ts';
import type { LintRule } from '../rule.ts';
import { geographyOf } from '../topics/geography.ts';
import { answerOf, itemOf, operationAt } from '../topics/resources.ts';
import { listedIn, propertiesOf } from '../topics/schemas.ts';

const collections = (schema: string) =>
  document(`{paths: {
    /panden: {get: {responses: {200: {content: {application/geo+json: {}}}}}},
    /collections: {get: {responses: {200: {content: {application/json: {schema: ${schema}}}}}}}}}`);
const SCHEMA =
  '/paths/~1collections/get/responses/200/content/application~1json/schema/properties/collections/items';

export const rule = {
  id: 'geo-storage-crs',
  severity: 'info',
  profiles: { adr: 'info', zds: 'info' },
  source: 'ADR /geo/storage-crs',
  message: {
    nl: 'De beschrijving van een collectie zegt niet in welk stelsel zij is opgeslagen; voeg storageCrs toe.',
    en: 'The description of a collection does not say in which system it is stored; add storageCrs.',
  },
  why: {
    nl: 'Wie de nauwkeurigste coördinaten zoekt, vraagt anders een omgerekend stelsel en verliest centimeters.',
    en: 'Whoever wants the most precise coordinates otherwise asks for a converted system and loses centimetres.',
  },
  checkApi: ({ api, report }) => {
    const collections = api.paths
      .filter(({ template }) => /\/collections(\/\{[^{}]+\})?$/.test(template))
      .flatMap(path => operationAt(path, 'get') ?? [])
      .flatMap(operation => {
        const answer = answerOf(operation);
        const list = propertiesOf(api, answer).get('collections');
        return (list ? listedIn(api, list) : itemOf(api, answer)) ?? [];
      })
      .filter(node => propertiesOf(api, node).size > 0);
    const [first] = collections;
    const has = (...names: string[]): boolean =>
      collections.some(node => names.some(name => propertiesOf(api, node).has(name)));
    const isGeographic = geographyOf(api).isUsed || has('crs', 'extent');
    if (first && isGeographic && !has('storageCrs')) report(first);
  },
  cases: {
    good: [
      collections('{properties: {collections: {type: array, items: {properties: {storageCrs: {}}}}}}'),
      collections('{type: array, items: {properties: {id: {}, storageCrs: {}}}}'),
      document("{paths: {'/collections': {get: {}}}}"),
    ],
    bad: [
      {
        document: collections('{properties: {collections: {type: array, items: {properties: {id: {}}}}}}'),
        at: [SCHEMA],
      },
    ],
  },
} satisfies LintRule;
