import { charactersOf } from './characters.ts';
import { type Expression, parsePattern } from './expression.ts';
import { compilePattern } from './re2.ts';

/** A string written for an expression, with the work that it took: the number of parts that were visited. */
export interface Writing {
  readonly text: string;
  readonly steps: number;
}

/** Longer strings than this are not written. */
const LONGEST = 1_100_000;

/** The least and greatest number of characters that an expression takes. */
interface Extent {
  readonly least: number;
  readonly most: number;
}

const extents = new WeakMap<Expression, Extent>();

function extentOf(expression: Expression): Extent {
  const known = extents.get(expression);
  if (known) return known;
  const extent = measure(expression);
  extents.set(expression, extent);
  return extent;
}

function measure(expression: Expression): Extent {
  switch (expression.kind) {
    case 'atom':
      return { least: 1, most: 1 };
    case 'empty':
      return { least: 0, most: 0 };
    case 'repeat': {
      const { least, most } = extentOf(expression.item);
      return { least: times(least, expression.min), most: times(most, expression.max) };
    }
    default: {
      const inner = expression.items.map(extentOf);
      const [leasts, mosts] = [inner.map(({ least }) => least), inner.map(({ most }) => most)];
      return expression.kind === 'sequence'
        ? { least: total(leasts), most: total(mosts) }
        : { least: Math.min(...leasts), most: Math.max(...mosts) };
    }
  }
}

const total = (lengths: readonly number[]): number => lengths.reduce((sum, length) => sum + length, 0);

/** `0 × ∞` is nothing here: what takes no characters takes none, however often. */
const times = (length: number, count: number): number => (length === 0 || count === 0 ? 0 : length * count);

/**
 * Writes a string for an expression of at most `length` characters, and of that length where it can be had; where the
 * least is more than that, of the least. All repetitions share the one budget, so the work grows with the length and
 * the size of the pattern, however deep repetitions are nested. `pick` chooses characters and branches.
 */
export function write(expression: Expression, pick: number, length: number): Writing {
  const { least, most } = extentOf(expression);
  const budget = Math.max(least, Math.min(length, most));
  switch (expression.kind) {
    case 'empty':
      return NOTHING;
    case 'atom': {
      const characters = charactersOf(expression.set);
      return { text: characters[pick % Math.max(1, characters.length)] ?? '', steps: 1 };
    }
    case 'choice':
      return write(branchFor(expression.items, pick, budget), pick, budget);
    case 'sequence':
      return writeRow(expression.items, pick, budget);
    case 'repeat':
      return writeRepeat(expression, pick, budget);
  }
}

const NOTHING: Writing = { text: '', steps: 1 };

/** The branch that `pick` points at, where it fits the budget and can use it up; else the one that comes nearest. */
function branchFor(items: readonly Expression[], pick: number, budget: number): Expression {
  const fitting = items.filter(item => extentOf(item).least <= budget);
  const wanted = fitting[pick % Math.max(1, fitting.length)];
  if (wanted && extentOf(wanted).most >= budget) return wanted;
  const [nearest] = fitting.toSorted((left, right) => extentOf(right).most - extentOf(left).most);
  return nearest ?? { kind: 'empty' };
}

/** Each part has its least for sure; what is left of the budget goes to the first parts that can use it. */
function writeRow(items: readonly Expression[], pick: number, budget: number): Writing {
  let left = budget - total(items.map(item => extentOf(item).least));
  const written = items.map(item => {
    const { least } = extentOf(item);
    const part = write(item, pick, least + left);
    left -= [...part.text].length - least;
    return part;
  });
  return joined(written);
}

const joined = (written: readonly Writing[]): Writing => ({
  text: written.map(({ text }) => text).join(''),
  steps: 1 + total(written.map(({ steps }) => steps)),
});

/** As few repetitions as use up the budget, each as long as it can be: nested ones are written once. */
function writeRepeat(
  { item, min, max }: Expression & { kind: 'repeat' },
  pick: number,
  budget: number,
): Writing {
  const { least, most } = extentOf(item);
  if (most === 0 || budget === 0) return NOTHING;
  const fitting = least === 0 ? max : Math.floor(budget / least);
  const count = Math.min(max, fitting, Math.max(min, 1, Math.ceil(budget / most)));
  const written: Writing[] = [];
  let left = budget;
  for (let index = 0; index < count && left > 0; index += 1) {
    const reserved = least * (count - index - 1);
    // Every other repetition takes another character, for those that may not be all alike.
    const one = write(item, pick + (index % 2) * Math.floor(pick / 2), left - reserved);
    // What may be empty, and is, will be empty each time.
    if (one.text === '') break;
    written.push(one);
    left -= [...one.text].length;
  }
  return joined(written);
}

const known = new Map<string, readonly string[]>();

/**
 * Strings that match a pattern, each checked with RE2 where RE2 can tell: short ones, or with `length` some of that
 * length, or as near below it as the pattern allows.
 */
export function patternSamples(source: string, length?: number): readonly string[] {
  const key = `${length} ${source}`;
  const found = known.get(key);
  if (found) return found;
  const samples = samplesOf(source, length);
  known.set(key, samples);
  return samples;
}

function samplesOf(source: string, length: number | undefined): readonly string[] {
  const tree = parsePattern(source)?.tree;
  if (!tree) return [];
  const { least } = extentOf(tree);
  if (Math.max(least, length ?? 0) > LONGEST) return [];
  const pattern = compilePattern(source);
  const lengths = length === undefined ? [least, least + 1, least + 2] : [length];
  const isLong = lengths.some(one => one > LONG);
  const drafts = lengths.flatMap(one =>
    (isLong ? PICKS.slice(0, 1) : PICKS).map(pick => write(tree, pick, one).text),
  );
  return [...new Set(drafts)].filter(draft => !pattern || pattern.matches(draft));
}

/** Past this length one string of a kind is enough. */
const LONG = 5_000;

/** Which characters and branches to try: the first few, and some far into the usual classes. */
const PICKS = [0, 1, 2, 3, 9, 12, 26, 30];
