import type { StatedRow } from './row.ts';

/** What a schema says beside which values are allowed. */
export const ANNOTATION_RULES = [
  {
    id: 'body-default-changed',
    surface: 'wire',
    clients: 'info',
    providers: 'info',
    source: 'JSON Schema 2020-12 Validation, 9.2',
  },
  {
    id: 'format-annotation-changed',
    surface: 'wire',
    clients: 'warning',
    providers: 'warning',
    source: 'JSON Schema 2020-12 Validation, 7.2',
  },
  {
    id: 'format-respelt',
    surface: 'source',
    clients: 'info',
    providers: 'info',
    source: 'OpenAPI 3.1.0, 4.4',
  },
  {
    id: 'content-changed',
    surface: 'wire',
    clients: 'warning',
    providers: 'warning',
    source: 'JSON Schema 2020-12 Validation, 8',
  },
  {
    id: 'xml-changed',
    surface: 'wire',
    clients: 'breaking',
    providers: 'breaking',
    source: 'OpenAPI 3.1.0, 4.8.26',
  },
  {
    id: 'discriminator-changed',
    surface: 'wire',
    clients: 'warning',
    providers: 'warning',
    source: 'OpenAPI 3.1.0, 4.8.25',
  },
  {
    id: 'extensible-enum-changed',
    surface: 'wire',
    clients: 'info',
    providers: 'info',
    source: 'x-extensible-enum',
  },
  {
    id: 'extensible-enum-narrowed',
    surface: 'wire',
    clients: 'warning',
    providers: 'info',
    source: 'x-extensible-enum',
  },
  {
    id: 'keyword-void',
    surface: 'text',
    clients: 'info',
    providers: 'info',
    source: 'JSON Schema 2020-12 Core, 7.6.1',
  },
  {
    id: 'composition-changed',
    surface: 'source',
    clients: 'info',
    providers: 'info',
    source: 'OpenAPI 3.1.0, 4.8.24.3',
  },
  {
    id: 'choice-changed',
    surface: 'wire',
    clients: 'info',
    providers: 'info',
    source: 'JSON Schema 2020-12 Core, 10.2.1.3',
  },
  {
    id: 'hidden-changed',
    surface: 'source',
    clients: 'info',
    providers: 'info',
    source: 'JSON Schema 2020-12 Validation, 9.4',
  },
] as const satisfies readonly StatedRow[];
