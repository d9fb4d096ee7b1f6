import { member } from '../../core/json.ts';
import type { Node } from '../../core/node.ts';
import type { Api } from '../api.ts';
import { resource } from '../examples.ts';
import type { LintRule } from '../rule.ts';
import { facetsOf } from '../topics/facets.ts';
import { answerOf, bodyOf, itemOf, pathsOperations, shapeOf } from '../topics/resources.ts';
import { partsOf, propertiesOf } from '../topics/schemas.ts';

const isBase64 = (api: Api, property: Node): boolean =>
  partsOf(api, property).some(
    ({ value }) => member(value, 'format') === 'byte' || member(value, 'contentEncoding') === 'base64',
  );

export const rule = {
  id: 'zgw-inhoud-inline',
  severity: 'warning',
  profiles: { zds: 'warning' },
  source: 'https://vng-realisatie.github.io/gemma-zaken/standaard/',
  message: {
    nl: "De base64-tekst '{name}' kan een heel groot bestand zijn; geef maxLength of bestandsdelen, en in een lijst een URL.",
    en: "The base64 text '{name}' can be a very large file; give maxLength or bestandsdelen, and in a list a URL.",
  },
  why: {
    nl: 'Een bestand van gigabytes in een JSON-bericht legt registers en afnemers stil.',
    en: 'A file of gigabytes in a JSON message brings registers and consumers to a halt.',
  },
  checkApi: ({ api, report }) => {
    const hasParts = api.paths.some(({ segments }) => segments.includes('bestandsdelen'));
    for (const operation of pathsOperations(api)) {
      const sent = hasParts ? [] : [...propertiesOf(api, bodyOf(operation.requestContent))];
      const unbounded = sent.filter(([, entry]) => facetsOf(api, entry).maxLength === undefined);
      const answer = answerOf(operation);
      const listed = shapeOf(api, answer) === 'one' ? [] : [...propertiesOf(api, itemOf(api, answer))];
      for (const [name, entry] of [...unbounded, ...listed])
        if (isBase64(api, entry)) report(entry, { name });
    }
  },
  cases: {
    good: [
      resource(
        '{Read: {}, Create: {properties: {inhoud: {type: string, format: byte, maxLength: 4000000}}}}',
      ),
    ],
    bad: [
      {
        document: resource('{Read: {}, Create: {properties: {inhoud: {type: string, format: byte}}}}'),
        at: ['/Create/properties/inhoud'],
      },
      {
        document: resource('{List: {type: array, items: {properties: {inhoud: {contentEncoding: base64}}}}}'),
        at: ['/List/items/properties/inhoud'],
      },
    ],
  },
} satisfies LintRule;
