import type { Facet, Facets } from '../../json-schema/algebra/facets.ts';
import { ANNOTATION_RULES } from './annotations.ts';
import { DOCUMENT_RULES } from './documents.ts';
import { LIFECYCLE_RULES } from './lifecycle.ts';
import { MESSAGE_RULES } from './messages.ts';
import { OPERATION_RULES } from './operations.ts';
import { PARAMETER_RULES } from './parameters.ts';
import type { StatedRow, Way } from './row.ts';
import { SCHEMA_RULES } from './schemas.ts';
import { SECURITY_RULES } from './security.ts';

/** What no set of values can see. Kept short on purpose; what can be proved does not belong here. */
const STATED = [
  ...OPERATION_RULES,
  ...MESSAGE_RULES,
  ...PARAMETER_RULES,
  ...SECURITY_RULES,
  ...ANNOTATION_RULES,
  ...DOCUMENT_RULES,
  ...LIFECYCLE_RULES,
] as const;

export const STATED_RULES: readonly StatedRow[] = STATED;

/** Ids of the rules that state their verdicts. */
export type StatedRule = (typeof STATED)[number]['id'];

type Ids<Row> = Row extends unknown ? Extract<Row[keyof Row & Way], string> : never;

/** Ids of the rules that name how two sets differ, facets apart. */
export type SchemaRule = Ids<(typeof SCHEMA_RULES)[number]>;

/** Facets under the names that people know: `format` is one word, and `integer` is a type. */
export type FacetName = Exclude<keyof Facets, 'integer' | 'numberFormat'>;

export const isNamed = ({ id }: Facet): boolean => id !== 'integer' && id !== 'numberFormat';

const BY_ID = new Map(STATED_RULES.map(row => [row.id, row]));

/** The row of a rule that states its verdicts. */
export function statedRow(id: StatedRule): StatedRow {
  const row = BY_ID.get(id);
  if (!row) throw new Error(`no row ${id}`);
  return row;
}

export { SCHEMA_RULES };
