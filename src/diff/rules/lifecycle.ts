import type { StatedRow } from './row.ts';

/** What is promised of an operation, and until when. */
export const LIFECYCLE_RULES = [
  {
    id: 'deprecated',
    surface: 'wire',
    clients: 'info',
    providers: 'info',
    source: 'OpenAPI 3.1.0, 4.8.10',
  },
  {
    id: 'deprecation-lifted',
    surface: 'wire',
    clients: 'info',
    providers: 'info',
    source: 'OpenAPI 3.1.0, 4.8.10',
  },
  {
    id: 'sunset-announced',
    surface: 'wire',
    clients: 'info',
    providers: 'info',
    source: 'RFC 8594',
  },
  {
    id: 'sunset-changed',
    surface: 'wire',
    clients: 'warning',
    providers: 'info',
    source: 'RFC 8594',
  },
  {
    id: 'sunset-withdrawn',
    surface: 'wire',
    clients: 'info',
    providers: 'info',
    source: 'RFC 8594',
  },
  {
    id: 'stability-lowered',
    surface: 'wire',
    clients: 'warning',
    providers: 'info',
    source: 'x-stability-level',
  },
  {
    id: 'stability-raised',
    surface: 'wire',
    clients: 'info',
    providers: 'info',
    source: 'x-stability-level',
  },
  {
    id: 'stability-unknown',
    surface: 'wire',
    clients: 'warning',
    providers: 'info',
    source: 'x-stability-level',
  },
] as const satisfies readonly StatedRow[];
