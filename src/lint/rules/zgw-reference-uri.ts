import type { Api } from '../api.ts';
import { resource } from '../examples.ts';
import type { LintRule } from '../rule.ts';
import { facetsOf } from '../topics/facets.ts';
import { componentNameAt, plainName } from '../topics/names.ts';
import { answerOf, isItemPath, itemOf, pathsOperations } from '../topics/resources.ts';
import { visitProperties } from '../topics/visits.ts';

/** The names that stand for a resource: of the schemas that item paths answer with. A channel goes by its name. */
const resourceNames = (api: Api): string[] =>
  pathsOperations(api).flatMap(operation => {
    const resource = isItemPath(operation.path) && itemOf(api, answerOf(operation));
    const name = resource ? componentNameAt(resource) : undefined;
    return name === undefined || name === 'Kanaal' ? [] : [plainName(name)];
  });

export const rule = {
  id: 'zgw-reference-uri',
  severity: 'error',
  profiles: { zds: 'error' },
  source: 'https://vng-realisatie.github.io/gemma-zaken/standaard/',
  message: {
    nl: "'{name}' verwijst naar een resource en is geen string met format uri; maak het dat.",
    en: "'{name}' refers to a resource and is no string of format uri; make it one.",
  },
  why: {
    nl: 'In de standaard is een verwijzing altijd een volledige URL; wie iets anders krijgt, kan de resource niet ophalen.',
    en: 'In the standard a reference is always a full URL; whoever gets something else cannot fetch the resource.',
  },
  check: ({ api, report }) => {
    const names = new Set(resourceNames(api));
    return visitProperties(api, (name, entry) => {
      const { types, format, enumeration } = facetsOf(api, entry);
      const isText = types.join() === 'string' && enumeration.length === 0;
      if (format === 'uri' || (name !== 'url' && !(isText && names.has(plainName(name))))) return;
      report(entry, { name });
    });
  },
  cases: {
    good: [
      resource(
        '{Read: {$ref: "#/components/schemas/Zaak"}, Zaak: {properties: {url: {type: string, format: uri}, zaak: {type: string, format: uri}, _expand: {properties: {zaak: {type: object}}}}}}',
      ),
    ],
    bad: [
      {
        document: resource(
          '{Read: {$ref: "#/components/schemas/Zaak"}, Zaak: {properties: {url: {type: string}, zaak: {type: string}}}}',
        ),
        at: ['/Zaak/properties/url', '/Zaak/properties/zaak'],
      },
    ],
  },
} satisfies LintRule;
