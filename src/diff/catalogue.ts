import type { Surface } from '../core/finding.ts';
import type { RuleInfo } from '../core/rule.ts';
import type { Text } from '../core/text.ts';
import { exampleOf, exampleOfValue } from './examples.ts';
import { casesOf, FACET_RULES, type FacetRule, SCHEMA_RULE_IDS } from './rule-names.ts';
import { type SchemaRule, STATED_RULES, type StatedRule } from './rules/index.ts';
import { gravest, type SchemaRow, type StatedRow } from './rules/row.ts';
import { EN } from './texts/en.ts';
import { NL } from './texts/nl.ts';
import type { FacetText, RuleSentences } from './texts/texts.ts';

/** What a body was described as may be sent as before: it is the code made from it that loses something. */
const OF_SOURCE: ReadonlySet<string> = new Set<SchemaRule>(['schema-undescribed']);

/** Rules by id, each worked out when it is first asked for. */
const ROWS: ReadonlyMap<string, () => RuleInfo> = new Map([
  ...SCHEMA_RULE_IDS.map(({ id, row }) => [id, () => schemaRule(id, row)] as const),
  ...FACET_RULES.map(rule => [rule.id, () => facetRule(rule)] as const),
  ...STATED_RULES.map(row => [row.id, () => statedRule(row)] as const),
]);

const told = new Map<string, RuleInfo>();

/** A row of the catalogue with its example, which is written out for who asks. */
export function ruleNamed(id: string): RuleInfo {
  const info = told.get(id) ?? ROWS.get(id)?.();
  if (!info) throw new Error(`no rule ${id} in the catalogue`);
  told.set(id, info);
  return info;
}

/** The catalogue of everything that a comparison can report. */
export const diffRules = (): readonly RuleInfo[] => [...ROWS.keys()].map(ruleNamed);

/** What only people read, what generated code shows, or what travels: told without the rest of the row. */
export const surfaceOf = (id: string): Surface =>
  STATED_RULES.find(row => row.id === id)?.surface ?? (OF_SOURCE.has(id) ? 'source' : 'wire');

const schemaRule = (id: SchemaRule, { source }: SchemaRow): RuleInfo => {
  const surface = surfaceOf(id);
  const severity = surface === 'wire' ? 'breaking' : 'warning';
  return { id, kind: 'diff', severity, ...textsOf(id), source, surface, ...exampleFor(id) };
};

const statedRule = (row: StatedRow): RuleInfo => {
  // The ids of the rows are the ids that the texts have: the types of both come from the same table.
  const id = row.id as StatedRule;
  const { source, surface } = row;
  return { id, kind: 'diff', severity: gravest(row), ...textsOf(id), source, surface, ...exampleFor(id) };
};

function facetRule(rule: FacetRule): RuleInfo {
  const { id, name, way, facet } = rule;
  const [nl, en] = [NL.facets[name], EN.facets[name]];
  const found = casesOf(rule);
  const example = found && exampleOfValue(found[0], found[1]);
  return {
    id,
    kind: 'diff',
    severity: 'breaking',
    ...sentences(nl, en),
    why: { nl: NL.facetWhy[way], en: EN.facetWhy[way] },
    source: `JSON Schema 2020-12 Validation, 6 (${facet.keyword})`,
    surface: 'wire',
    ...(example ? { example: { old: example.old, new: example.new } } : {}),
  };
}

const exampleFor = (id: string): Pick<RuleInfo, 'example'> => {
  const example = exampleOf(id);
  return example ? { example: { old: example.old, new: example.new } } : {};
};

function textsOf(id: StatedRule | SchemaRule): Pick<RuleInfo, 'message' | 'forms' | 'words' | 'why'> {
  const [nl, en] = [NL.rules[id], EN.rules[id]];
  const words = wordsOf(nl, en);
  return { ...sentences(nl, en), ...(words ? { words } : {}), why: { nl: nl.why, en: en.why } };
}

function sentences(
  nl: RuleSentences | FacetText,
  en: RuleSentences | FacetText,
): Pick<RuleInfo, 'message' | 'forms'> {
  const form = (way: keyof NonNullable<RuleInfo['forms']>): RuleInfo['forms'] => {
    const [one, other] = [nl, en].map((text: Partial<RuleSentences>) => text[way]);
    return one === undefined || other === undefined ? {} : { [way]: { nl: one, en: other } };
  };
  const forms = { ...form('added'), ...form('removed'), ...form('required') };
  const message = { nl: nl.message, en: en.message };
  return Object.keys(forms).length === 0 ? { message } : { message, forms };
}

function wordsOf(nl: RuleSentences, en: RuleSentences): Readonly<Record<string, Text>> | undefined {
  const values = new Set([...Object.keys(nl.words ?? {}), ...Object.keys(en.words ?? {})]);
  if (values.size === 0) return undefined;
  return Object.fromEntries(
    [...values].map(value => [value, { nl: nl.words?.[value] ?? value, en: en.words?.[value] ?? value }]),
  );
}
