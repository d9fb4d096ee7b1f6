import { operation } from '../fragment.ts';
import type { LintRule } from '../rule.ts';
import { pathsOperations } from '../topics/resources.ts';

/** JSON and its kin (problem details, merge patch), files as they are, and forms that carry a file. */
const KNOWN = /^(application\/([\w.-]+\+)?json|application\/octet-stream|multipart\/form-data)\b/i;

export const rule = {
  id: 'zgw-json-only',
  severity: 'warning',
  profiles: { zds: 'warning' },
  source: 'https://vng-realisatie.github.io/gemma-zaken/standaard/',
  message: {
    nl: "{operation} gebruikt het mediatype '{name}'; gebruik application/json, of application/octet-stream voor een bestand.",
    en: "{operation} uses the media type '{name}'; use application/json, or application/octet-stream for a file.",
  },
  why: {
    nl: 'Elke tweede schrijfwijze moet elke leverancier bouwen en testen, ook als bijna niemand haar gebruikt.',
    en: 'Every vendor has to build and test each second notation, even if hardly anyone uses it.',
  },
  checkApi: ({ api, report }) => {
    for (const { label, requestContent, responses } of pathsOperations(api)) {
      for (const { name, node } of [...requestContent, ...responses.flatMap(({ content }) => content)])
        if (!KNOWN.test(name)) report(node, { operation: label, name });
    }
  },
  cases: {
    good: [
      operation(
        'PATCH /zaken',
        '{requestBody: {content: {application/merge-patch+json: {}}}, responses: {400: {content: {application/problem+json: {}}}}}',
      ),
      operation('GET /download', '{responses: {200: {content: {application/octet-stream: {}}}}}'),
    ],
    bad: [
      {
        document: operation('POST /zaken', '{requestBody: {content: {application/xml: {}}}}'),
        at: ['/requestBody/content/application~1xml'],
      },
      {
        document: operation('GET /zaken', '{responses: {200: {content: {text/html: {}}}}}'),
        at: ['/responses/200/content/text~1html'],
      },
    ],
  },
} satisfies LintRule;
