import type { RuleInfo } from '../model/rule.ts';
import { exampleOf } from './examples.ts';
import { PART_ROWS } from './parts.ts';
import { gravest, type Row } from './rows.ts';
import { SHAPE_ROWS } from './shapes.ts';

const ROWS: readonly Row[] = [...SHAPE_ROWS, ...PART_ROWS];

/** The catalogue of everything that a comparison can report. */
export const diffRules: readonly RuleInfo[] = ROWS.map(row => ({
  id: row.id,
  kind: 'diff',
  severity: gravest(row),
  message: row.message,
  why: row.why,
  source: row.source,
  surface: row.surface,
  ...withExample(row),
}));

function withExample({ id, example = exampleOf(id) }: Row): Pick<RuleInfo, 'example'> {
  return example ? { example: { old: example.old, new: example.new } } : {};
}

const BY_ID = new Map(diffRules.map(rule => [rule.id, rule]));

export function ruleNamed(id: string): RuleInfo {
  const rule = BY_ID.get(id);
  if (!rule) throw new Error(`no rule ${id} in the catalogue`);
  return rule;
}
