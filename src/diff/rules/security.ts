import type { StatedRow } from './row.ts';

/** Who is let in, and with what. */
export const SECURITY_RULES = [
  {
    id: 'security-tightened',
    surface: 'wire',
    clients: 'breaking',
    providers: 'warning',
    source: 'OpenAPI 3.1.0, 4.8.30',
  },
  {
    id: 'security-loosened',
    surface: 'wire',
    clients: 'info',
    providers: 'breaking',
    source: 'OpenAPI 3.1.0, 4.8.30',
  },
  {
    id: 'scheme-changed',
    surface: 'wire',
    clients: 'warning',
    providers: 'info',
    source: 'OpenAPI 3.1.0, 4.8.27',
    // What was not written down before takes nothing from anybody.
    whenAdded: { clients: 'info', providers: 'info' },
  },
  {
    id: 'scheme-respelt',
    surface: 'text',
    clients: 'info',
    providers: 'info',
    source: 'RFC 9110, 5.1 and 11.1',
  },
  {
    id: 'scheme-added',
    surface: 'wire',
    clients: 'info',
    providers: 'info',
    source: 'OpenAPI 3.1.0, 4.8.27',
  },
  {
    id: 'scheme-removed',
    surface: 'wire',
    clients: 'info',
    providers: 'info',
    source: 'OpenAPI 3.1.0, 4.8.27',
  },
] as const satisfies readonly StatedRow[];
