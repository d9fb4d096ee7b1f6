import type { RuleInfo } from '../core/rule.ts';
import { exampleOf } from './examples.ts';
import { PART_ROWS } from './parts.ts';
import { gravest, type Row } from './rows.ts';
import { DIFFERENCE_RULES } from './rule-names.ts';

const ROWS: readonly Row[] = [...DIFFERENCE_RULES, ...PART_ROWS];

const BY_ID = new Map(ROWS.map(row => [row.id, row]));

const told = new Map<string, RuleInfo>();

/** A row of the catalogue with its example, which is written out for who asks. */
export function ruleNamed(id: string): RuleInfo {
  const row = BY_ID.get(id);
  if (!row) throw new Error(`no rule ${id} in the catalogue`);
  const info = told.get(id) ?? infoOf(row);
  told.set(id, info);
  return info;
}

function infoOf(row: Row): RuleInfo {
  const { id, message, why, source, surface } = row;
  const example = row.example?.() ?? exampleOf(id);
  const shown = example ? { example: { old: example.old, new: example.new } } : {};
  return { id, kind: 'diff', severity: gravest(row), message, why, source, surface, ...shown };
}

/** The catalogue of everything that a comparison can report. */
export const diffRules = (): readonly RuleInfo[] => ROWS.map(({ id }) => ruleNamed(id));
