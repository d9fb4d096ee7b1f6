import { isObject, member } from '../../core/json.ts';
import type { Node } from '../../core/node.ts';
import type { Api, Response } from '../api.ts';
import { response } from '../fragment.ts';
import type { LintRule } from '../rule.ts';
import { shapeOf } from '../topics/dates.ts';
import { partsOf, propertiesOf } from '../topics/schemas.ts';

/** The answers 400, or the range that stands for it. */
const answersToInput = (responses: readonly Response[]): readonly Response[] => {
  const exact = responses.filter(({ status }) => status === '400');
  return exact.length > 0 ? exact : responses.filter(({ status }) => /^4XX$/i.test(status));
};

/** Members of a problem by RFC 9457, section 3.1, and what others add for the error as a whole. */
const ABOUT_ONE = new Set(['type', 'title', 'status', 'detail', 'instance', 'code']);

/** An error with properties, none of which can hold several: as a list, by name, or in a form that nothing is said of. */
function holdsOne(api: Api, schema: Node): boolean {
  const properties = [...propertiesOf(api, schema)];
  return properties.length > 0 && !properties.some(([name, property]) => holdsSeveral(api, name, property));
}

function holdsSeveral(api: Api, name: string, property: Node): boolean {
  const { types } = shapeOf(api, property);
  const says = (keyword: string): boolean =>
    partsOf(api, property).some(({ value }) => isObject(member(value, keyword) ?? null));
  if (types.has('array') || says('items') || says('additionalProperties') || says('patternProperties'))
    return true;
  return types.size === 0 && !ABOUT_ONE.has(name) && !says('properties');
}

export const rule = {
  id: 'adr-all-errors',
  severity: 'info',
  profiles: { adr: 'info', zds: 'info' },
  source: 'ADR /core/error-handling/all-errors',
  message: {
    nl: "In het antwoord op foute invoer past maar één fout; voeg een lijst toe, zoals 'errors' of 'invalidParams'.",
    en: "The answer to wrong input holds one error only; add a list, such as 'errors' or 'invalidParams'.",
  },
  why: {
    nl: 'Wie fouten één voor één terugkrijgt, moet net zo vaak opnieuw sturen.',
    en: 'Whoever gets errors back one at a time has to send again as often.',
  },
  checkApi: ({ api, report }) => {
    api.operations
      .filter(({ kind }) => kind === 'path')
      .flatMap(({ responses }) => answersToInput(responses))
      .flatMap(({ content }) => content.flatMap(({ schema }) => schema ?? []))
      .filter(schema => holdsOne(api, schema))
      .forEach(schema => {
        report(schema);
      });
  },
  cases: {
    good: [
      response(
        '400',
        '{content: {application/problem+json: {schema: {properties: {invalidParams: {type: array}}}}}}',
      ),
      response('404', '{content: {application/problem+json: {schema: {properties: {title: {}}}}}}'),
    ],
    bad: [
      {
        document: response(
          '4XX',
          '{content: {application/problem+json: {schema: {properties: {title: {type: string}}}}}}',
        ),
        at: ['/content/application~1problem+json/schema'],
      },
    ],
  },
} satisfies LintRule;
