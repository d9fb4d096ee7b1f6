import type { BuiltinRule } from '../engine/builtin-rule.ts';
import { checkPathParameters } from '../topics/path-items.ts';
import {
  checkAmbiguousPaths,
  checkEmptyPlaceholders,
  checkIdenticalPaths,
  checkQueriesInPaths,
  checkTrailingSlashes,
} from '../topics/path-templates.ts';

/** What is asked of the templates of paths. */
export const pathsRules: readonly BuiltinRule[] = [
  {
    id: 'adr-no-trailing-slash',
    check: checkTrailingSlashes,
    severity: 'error',
    profiles: { adr: 'error', zds: 'error' },
    source: 'ADR /core/no-trailing-slash',
    message: {
      nl: "Het pad '{name}' eindigt op een schuine streep; laat die weg.",
      en: "The path '{name}' ends in a slash; leave it out.",
    },
    why: {
      nl: 'Een server kan /zaken en /zaken/ als twee adressen zien; de aanroeper krijgt dan een 404.',
      en: 'A server may take /zaken and /zaken/ for two addresses; the caller then gets a 404.',
    },
  },
  {
    id: 'oas-path-params-defined',
    check: checkPathParameters,
    severity: 'error',
    profiles: { oas: 'error', adr: 'error', zds: 'error' },
    source: 'https://spec.openapis.org/oas/v3.1.1#path-templating',
    message: {
      nl: 'Pad en padparameters passen niet bij elkaar: {uitleg}',
      en: 'Path and path parameters do not match: {detail}',
    },
    why: {
      nl: 'Zonder de parameter is het adres van de resource niet te maken.',
      en: 'Without the parameter the address of the resource cannot be made.',
    },
  },
  {
    id: 'oas-path-declaration',
    check: checkEmptyPlaceholders,
    severity: 'error',
    profiles: { oas: 'error', zds: 'error' },
    source: 'https://spec.openapis.org/oas/v3.1.1#path-templating',
    message: {
      nl: "Het pad '{name}' heeft een lege plaatshouder '{}'; geef die een naam.",
      en: "The path '{name}' has an empty placeholder '{}'; name it.",
    },
    why: {
      nl: 'Bij een plaatshouder zonder naam hoort geen parameter.',
      en: 'No parameter belongs to a placeholder without a name.',
    },
  },
  {
    id: 'oas-path-no-query',
    check: checkQueriesInPaths,
    severity: 'error',
    profiles: { oas: 'error', zds: 'error' },
    source: 'https://spec.openapis.org/oas/v3.1.1#paths-object',
    message: {
      nl: "Het pad '{name}' bevat een vraagteken; beschrijf dat deel als queryparameters.",
      en: "The path '{name}' holds a question mark; describe that part as query parameters.",
    },
    why: {
      nl: 'Een pad met een query erin past op geen enkel verzoek.',
      en: 'A path with a query in it matches no request.',
    },
  },
  {
    id: 'oas-identical-paths',
    check: checkIdenticalPaths,
    severity: 'error',
    profiles: { oas: 'error', adr: 'error', zds: 'error' },
    source: 'https://spec.openapis.org/oas/v3.1.1#paths-object',
    message: {
      nl: "Het pad '{name}' verschilt alleen in parameternamen van een ander pad; voeg ze samen.",
      en: "The path '{name}' differs from another in parameter names only; merge them.",
    },
    why: {
      nl: 'Zulke paden zijn voor OpenAPI hetzelfde pad.',
      en: 'To OpenAPI such paths are the same path.',
    },
  },
  {
    id: 'oas-ambiguous-paths',
    check: checkAmbiguousPaths,
    severity: 'warning',
    profiles: { oas: 'warning', zds: 'warning' },
    source: 'https://spec.openapis.org/oas/v3.1.1#path-templating-matching',
    message: {
      nl: "Een verzoek kan op het pad '{name}' en op een ander pad passen; maak ze verschillend.",
      en: "A request may match the path '{name}' and another one; make them differ.",
    },
    why: {
      nl: 'Welke operatie een server dan kiest staat nergens.',
      en: 'Which operation a server then picks is written nowhere.',
    },
  },
];
