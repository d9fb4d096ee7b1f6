import type { StatedRow } from './row.ts';

/** Media types of messages, and the parts of forms. */
export const MESSAGE_RULES = [
  {
    id: 'request-media-type-added',
    surface: 'wire',
    clients: 'info',
    providers: 'warning',
    source: 'OpenAPI 3.1.0, 4.8.14',
  },
  {
    id: 'request-media-type-removed',
    surface: 'wire',
    clients: 'breaking',
    providers: 'info',
    source: 'OpenAPI 3.1.0, 4.8.14',
  },
  {
    id: 'sent-media-type-added',
    surface: 'wire',
    clients: 'breaking',
    providers: 'info',
    source: 'OpenAPI 3.1.0, 4.8.14',
  },
  {
    id: 'sent-media-type-removed',
    surface: 'wire',
    clients: 'info',
    providers: 'breaking',
    source: 'OpenAPI 3.1.0, 4.8.14',
  },
  {
    id: 'encoding-changed',
    surface: 'wire',
    clients: 'breaking',
    providers: 'breaking',
    source: 'OpenAPI 3.1.0, 4.8.15',
  },
  {
    id: 'encoding-widened',
    surface: 'wire',
    clients: 'info',
    providers: 'warning',
    source: 'OpenAPI 3.1.0, 4.8.15',
    isDirected: true,
  },
  {
    id: 'encoding-narrowed',
    surface: 'wire',
    clients: 'breaking',
    providers: 'info',
    source: 'OpenAPI 3.1.0, 4.8.15',
    isDirected: true,
  },
  {
    id: 'response-media-type-added',
    surface: 'wire',
    clients: 'info',
    providers: 'warning',
    source: 'OpenAPI 3.1.0, 4.8.14',
  },
  {
    id: 'response-media-type-removed',
    surface: 'wire',
    clients: 'breaking',
    providers: 'info',
    source: 'OpenAPI 3.1.0, 4.8.14',
  },
] as const satisfies readonly StatedRow[];
