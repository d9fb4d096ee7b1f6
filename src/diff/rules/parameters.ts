import type { StatedRow } from './row.ts';

/** How parameters are written, and what leaving one out means. */
export const PARAMETER_RULES = [
  {
    id: 'serialization-changed',
    surface: 'wire',
    clients: 'breaking',
    providers: 'breaking',
    source: 'OpenAPI 3.1.0, 4.8.12.2',
  },
  {
    id: 'reserved-forbidden',
    surface: 'wire',
    clients: 'breaking',
    providers: 'info',
    source: 'OpenAPI 3.1.0, 4.8.12.2',
  },
  {
    id: 'reserved-allowed',
    surface: 'wire',
    clients: 'info',
    providers: 'warning',
    source: 'OpenAPI 3.1.0, 4.8.12.2',
  },
  {
    id: 'empty-value-forbidden',
    surface: 'wire',
    clients: 'breaking',
    providers: 'info',
    source: 'OpenAPI 3.1.0, 4.8.12',
  },
  {
    id: 'empty-value-allowed',
    surface: 'wire',
    clients: 'info',
    providers: 'warning',
    source: 'OpenAPI 3.1.0, 4.8.12',
  },
  {
    id: 'default-changed',
    surface: 'wire',
    clients: 'breaking',
    providers: 'warning',
    source: 'OpenAPI 3.1.0, 4.8.24; JSON Schema 2020-12 Validation, 9.2',
    whenAdded: { clients: 'warning', providers: 'warning' },
  },
  {
    id: 'path-parameter-renamed',
    surface: 'source',
    clients: 'warning',
    providers: 'info',
    source: 'OpenAPI 3.1.0, 4.8.12',
  },
] as const satisfies readonly StatedRow[];
