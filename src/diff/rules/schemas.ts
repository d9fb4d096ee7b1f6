import type { SchemaRow } from './row.ts';

/**
 * Ways in which two sets differ that are no facet, with a rule for what becomes tighter, looser or just different.
 * Whether one breaks is decided by the sets, never here.
 */
export const SCHEMA_RULES = [
  {
    what: 'type',
    different: 'type-changed',
    source: 'JSON Schema 2020-12 Validation, 6.1.1',
  },
  {
    what: 'null',
    tighter: 'null-removed',
    looser: 'null-added',
    source: 'JSON Schema 2020-12 Validation, 6.1.1',
  },
  {
    what: 'enum',
    tighter: 'enum-added',
    looser: 'enum-dropped',
    source: 'JSON Schema 2020-12 Validation, 6.1.2',
  },
  {
    what: 'enum-value',
    tighter: 'enum-value-removed',
    looser: 'enum-value-added',
    source: 'JSON Schema 2020-12 Validation, 6.1.2',
  },
  {
    what: 'const',
    different: 'const-changed',
    source: 'JSON Schema 2020-12 Validation, 6.1.3',
  },
  {
    what: 'branch',
    tighter: 'branch-removed',
    looser: 'branch-added',
    source: 'JSON Schema 2020-12 Core, 10.2.1',
  },
  {
    what: 'description',
    tighter: 'schema-described',
    looser: 'schema-undescribed',
    source: 'OpenAPI 3.1.0, 4.8.24',
  },
  {
    what: 'property',
    tighter: 'property-removed',
    looser: 'property-added',
    source: 'JSON Schema 2020-12 Core, 10.3.2.1',
  },
  {
    what: 'parameter',
    tighter: 'parameter-removed',
    looser: 'parameter-added',
    source: 'OpenAPI 3.1.0, 4.8.12',
  },
  {
    what: 'header',
    tighter: 'header-removed',
    looser: 'header-added',
    source: 'OpenAPI 3.1.0, 4.8.21',
  },
  {
    what: 'body',
    tighter: 'body-removed',
    looser: 'body-added',
    source: 'OpenAPI 3.1.0, 4.8.13',
  },
  {
    what: 'required',
    tighter: 'required-added',
    looser: 'required-removed',
    source: 'JSON Schema 2020-12 Validation, 6.5.3',
  },
  {
    what: 'readOnly',
    tighter: 'read-only-set',
    looser: 'read-only-lifted',
    source: 'JSON Schema 2020-12 Validation, 9.4',
  },
  {
    what: 'writeOnly',
    tighter: 'write-only-set',
    looser: 'write-only-lifted',
    source: 'JSON Schema 2020-12 Validation, 9.4',
  },
  {
    what: 'additional-properties',
    tighter: 'additional-properties-tightened',
    looser: 'additional-properties-loosened',
    source: 'JSON Schema 2020-12 Core, 10.3.2.3',
  },
  {
    what: 'pattern-properties',
    different: 'pattern-properties-changed',
    source: 'JSON Schema 2020-12 Core, 10.3.2.2',
  },
  {
    what: 'property-names',
    different: 'property-names-changed',
    source: 'JSON Schema 2020-12 Core, 10.3.2.4',
  },
  {
    what: 'dependent-required',
    different: 'dependent-required-changed',
    source: 'JSON Schema 2020-12 Validation, 6.5.4',
  },
  {
    what: 'contains',
    different: 'contains-changed',
    source: 'JSON Schema 2020-12 Core, 10.3.1.3',
  },
  {
    what: 'not',
    different: 'not-changed',
    source: 'JSON Schema 2020-12 Core, 10.2.1.4',
  },
  {
    what: 'condition',
    different: 'condition-changed',
    source: 'JSON Schema 2020-12 Core, 10.2.2',
  },
  {
    what: 'schema',
    different: 'schema-changed',
    source: 'JSON Schema 2020-12 Core, 10',
  },
] as const satisfies readonly SchemaRow[];
