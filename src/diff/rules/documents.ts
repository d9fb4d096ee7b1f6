import type { StatedRow } from './row.ts';

/** What a document says outside its operations. */
export const DOCUMENT_RULES = [
  {
    id: 'server-removed',
    surface: 'wire',
    clients: 'warning',
    providers: 'info',
    source: 'OpenAPI 3.1.0, 4.8.5',
  },
  {
    id: 'server-added',
    surface: 'wire',
    clients: 'info',
    providers: 'info',
    source: 'OpenAPI 3.1.0, 4.8.5',
  },
  {
    id: 'server-variable-changed',
    surface: 'wire',
    clients: 'warning',
    providers: 'info',
    source: 'OpenAPI 3.1.0, 4.8.6',
  },
  {
    id: 'dialect-changed',
    surface: 'wire',
    clients: 'warning',
    providers: 'warning',
    source: 'OpenAPI 3.1.0, 4.8.1',
  },
  {
    id: 'reference-dangling',
    surface: 'wire',
    clients: 'warning',
    providers: 'warning',
    source: 'OpenAPI 3.1.0, 4.8.23',
  },
  {
    id: 'reference-circular',
    surface: 'wire',
    clients: 'info',
    providers: 'info',
    source: 'OpenAPI 3.1.0, 4.8.23',
  },
  {
    id: 'component-renamed',
    surface: 'source',
    clients: 'warning',
    providers: 'info',
    source: 'OpenAPI 3.1.0, 4.8.7',
  },
  {
    id: 'component-added',
    surface: 'source',
    clients: 'info',
    providers: 'info',
    source: 'OpenAPI 3.1.0, 4.8.7',
  },
  {
    id: 'component-removed',
    surface: 'source',
    clients: 'info',
    providers: 'info',
    source: 'OpenAPI 3.1.0, 4.8.7',
  },
  {
    id: 'component-changed',
    surface: 'source',
    clients: 'info',
    providers: 'info',
    source: 'OpenAPI 3.1.0, 4.8.7',
  },
  {
    id: 'text-changed',
    surface: 'text',
    clients: 'info',
    providers: 'info',
    source: 'OpenAPI 3.1.0, 4.8.10',
  },
] as const satisfies readonly StatedRow[];
