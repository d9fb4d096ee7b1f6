import { type Json, member } from '../../core/json.ts';
import { operation } from '../fragment.ts';
import type { LintRule } from '../rule.ts';
import { pathsOperations, segmentsOf, successesOf } from '../topics/resources.ts';

/** 3.0 says `format: binary`; 3.1 leaves the schema out or gives a media type (OpenAPI 3.1, section 4.8.14.2). */
const isBinary = (value: Json | undefined): boolean =>
  member(value, 'format') === 'binary' ||
  member(value, 'contentMediaType') !== undefined ||
  member(value, 'type') === undefined;

export const rule = {
  id: 'zgw-download-binary',
  severity: 'warning',
  profiles: { zds: 'warning' },
  source: 'https://vng-realisatie.github.io/gemma-zaken/standaard/',
  message: {
    nl: '{operation} antwoordt niet met application/octet-stream en een binair schema; geef het bestand zelf terug.',
    en: '{operation} does not answer application/octet-stream with a binary schema; return the file itself.',
  },
  why: {
    nl: 'Gegenereerde code leest een bestand anders als tekst en maakt het stuk.',
    en: 'Generated code otherwise reads a file as text and breaks it.',
  },
  checkApi: ({ api, report }) => {
    for (const operation of pathsOperations(api)) {
      const { node, label, path, method } = operation;
      if (method !== 'get' || segmentsOf(path).at(-1) !== 'download') continue;
      const success = successesOf(operation)[0];
      const media = success?.content.find(({ name }) => /^application\/octet-stream *(;|$)/i.test(name));
      if (!media || !isBinary(media.schema?.value))
        report(media?.schema ?? success?.node ?? node, { operation: label });
    }
  },
  cases: {
    good: [
      operation(
        'GET /documenten/{uuid}/download',
        '{responses: {200: {content: {application/octet-stream: {schema: {type: string, format: binary}}}}}}',
      ),
    ],
    bad: [
      {
        document: operation(
          'GET /documenten/download',
          '{responses: {200: {content: {application/json: {}}}}}',
        ),
        at: ['/responses/200'],
      },
    ],
  },
} satisfies LintRule;
