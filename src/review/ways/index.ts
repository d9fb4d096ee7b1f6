import type { WayWithoutBreak } from '../../core/change.ts';
import type { Locus } from '../../core/finding.ts';
import type { Json } from '../../core/json.ts';
import { placeKey } from '../../core/place-key.ts';
import type { AssessedChange as Difference } from '../../diff/change.ts';
import { type Comparison, compare } from '../../diff/comparison.ts';
import { changeGroupsIn } from '../../diff/diff.ts';
import { findingOf } from '../../diff/findings.ts';
import type { ChangeGroup } from '../../diff/witness-causes.ts';
import { stepsOf, valueAt } from '../changes/edits.ts';
import { messageAt } from '../changes/message-pair.ts';
import { alternativeOf } from './alternative.ts';
import { besideName, RECIPES, type Recipe } from './recipes.ts';
import { nodeOf } from './spot.ts';

/** Recipes tried for one break. */
const MOST_ROUNDS = 3;

/**
 * For each finding that breaks clients, by fingerprint, the first recipe that leaves no break at its places; a finding
 * that is not in the map has none. All breaks are fixed in one alternative document, which is compared in each round:
 * so the ways hold together.
 *
 * @param groups what differs, by cause
 * @param today as `2026-11-28`
 */
export function waysWithoutBreak(
  comparison: Comparison,
  groups: readonly ChangeGroup[],
  today: string,
): ReadonlyMap<string, WayWithoutBreak> {
  const breaks = breaksIn(groups);
  const before = breaksOf(breaks);
  const operations = operationsOf(comparison, breaks);
  let tries: readonly Try[] = breaks.map(group => ({ group, recipes: recipesFor(comparison, group) }));
  for (let round = 0; round < MOST_ROUNDS && tries.some(isOpen); round += 1) {
    const alternative = alternativeFor(comparison, tries);
    const still = breaksOf(breaksIn(changeGroupsIn(alternative, today, operations)));
    tries = tries.map(one => {
      const [recipe, ...rest] = one.recipes;
      if (one.isProved || !recipe) return one;
      const isProved = isMended(one.group, before, still) && takesWitness(alternative, one.group, recipe);
      return isProved ? { ...one, isProved } : { ...one, recipes: rest };
    });
  }
  return new Map(
    tries.flatMap(({ group, recipes: [recipe], isProved }) =>
      isProved && recipe
        ? [[findingOf(comparison, group, 'clients').fingerprint, wayOf(recipe)] as const]
        : [],
    ),
  );
}

interface Try {
  readonly group: ChangeGroup;
  /** What is left to try; the first is the one in the alternative. */
  readonly recipes: readonly Recipe[];
  readonly isProved?: boolean;
}

const isOpen = ({ recipes, isProved }: Try): boolean => isProved !== true && recipes.length > 0;

const wayOf = ({ id, text, takesNew }: Recipe): WayWithoutBreak => ({ recipe: id, text, takesNew });

const breakingFacts = ({ changes }: ChangeGroup): Difference[] =>
  changes.filter(fact => fact.clients === 'breaking');

const recipesFor = (comparison: Comparison, group: ChangeGroup): Recipe[] =>
  RECIPES.filter(({ rules, edits }) => {
    const facts = breakingFacts(group);
    return rules.test(group.rule) && facts.every(fact => edits(comparison, fact).length > 0);
  });

function alternativeFor(comparison: Comparison, tries: readonly Try[]): Comparison {
  const { old, next } = comparison;
  const edits = tries.flatMap(({ group, recipes: [recipe] }) =>
    recipe ? breakingFacts(group).flatMap(fact => recipe.edits(comparison, fact)) : [],
  );
  return compare(old.document, alternativeOf(old.document, next.document, edits));
}

const keyOf = (locus: Locus): string => placeKey({ property: [], ...locus });

/** Rules that break clients, by place. */
type Breaks = ReadonlyMap<string, ReadonlySet<string>>;

function breaksOf(groups: readonly ChangeGroup[]): Breaks {
  const breaks = new Map<string, Set<string>>();
  for (const group of groups)
    for (const { locus, rule } of breakingFacts(group)) {
      const key = keyOf(locus);
      breaks.set(key, (breaks.get(key) ?? new Set()).add(rule));
    }
  return breaks;
}

const breaksIn = (groups: readonly ChangeGroup[]): ChangeGroup[] =>
  groups.filter(({ verdicts }) => verdicts.clients === 'breaking');

/** At no place of the break, nor beside it, its rule breaks any more, or one that did not break there before. */
function isMended(group: ChangeGroup, before: Breaks, still: Breaks): boolean {
  return breakingFacts(group).every(({ locus, rule }) => {
    const was = before.get(keyOf(locus));
    const left = [locus, besideOf(locus)].flatMap(one => [...(still.get(keyOf(one)) ?? [])]);
    return left.every(one => one !== rule && was?.has(one) === true);
  });
}

/** The operations that break; `undefined` where something breaks that is none of them, such as a callback. */
function operationsOf(
  { old, next }: Comparison,
  breaks: readonly ChangeGroup[],
): ReadonlySet<string> | undefined {
  const known = new Set([...old.operations, ...next.operations].map(({ label }) => label));
  const labels = breaks.flatMap(breakingFacts).map(({ locus }) => locus.operation ?? '');
  return labels.every(label => known.has(label)) ? new Set(labels) : undefined;
}

const besideOf = ({ property = [], ...locus }: Locus): Locus => {
  const at = property.findLastIndex(step => step !== '[]');
  return { ...locus, property: property.map((step, index) => (index === at ? besideName(step) : step)) };
};

/** Whether the message that showed the break in a request is accepted by the alternative. */
function takesWitness(alternative: Comparison, group: ChangeGroup, recipe: Recipe): boolean {
  const evidence = group.evidence.clients;
  if (evidence.is !== 'witness') return true;
  return breakingFacts(group).some(({ locus }) => {
    if (locus.message !== 'request')
      return recipe.id !== 'add-beside' || takesBeside(alternative, locus, evidence.value);
    const at = messageAt(alternative, 'clients', locus);
    return at !== undefined && isValid(alternative, at.consumer, evidence.value);
  });
}

/** Whether the new value fits what stands beside the old attribute: the alternative takes in what was wanted. */
function takesBeside(alternative: Comparison, locus: Locus, witness: Json): boolean {
  const { next } = alternative;
  const path = [...(locus.property ?? [])];
  while (path.at(-1) === '[]' || path.at(-1) === '{}') path.pop();
  const around = { ...locus, property: path };
  const node = nodeOf(next, besideOf(around));
  const value = valueAt(witness, stepsOf(around));
  if (!node || value === undefined) return node !== undefined;
  return isValid(alternative, { node, reading: next.readings('consumer', 'writeOnly') }, value);
}

const isValid = (
  { validate }: Comparison,
  term: Parameters<Comparison['validate']>[0],
  value: Json,
): boolean => validate(term, value).isValid === true;
