import type { Json } from '../core/json.ts';

/**
 * What schemas are written in when a document does not say, by the versions of OpenAPI (3.1.0, section 4.8.24.5; 3.1.1,
 * section 4.8.24.7; 3.2.0, section 4.24.7). They have the same keywords of JSON Schema.
 */
const STANDARD: ReadonlySet<Json> = new Set([
  'https://spec.openapis.org/oas/3.1/dialect/base',
  'https://spec.openapis.org/oas/3.1/dialect/2024-11-10',
  'https://spec.openapis.org/oas/3.2/dialect/2025-09-17',
]);

/** A dialect, by one name for those that go without saying. */
export const dialectNamed = (uri: Json | undefined): Json =>
  uri === undefined || STANDARD.has(uri) ? 'https://spec.openapis.org/oas/3.1/dialect/base' : uri;

/** Whether a version that has no field for it means it: what goes without saying, and JSON Schema 2020-12 by itself. */
export const isUsualDialect = (uri: Json): boolean =>
  STANDARD.has(uri) || uri === 'https://json-schema.org/draft/2020-12/schema';
