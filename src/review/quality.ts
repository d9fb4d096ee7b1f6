import { sha256 } from '../core/digest.ts';
import type { Finding } from '../core/finding.ts';
import type { Report } from '../core/report.ts';
import { fill, type Lang, type Text } from '../core/text.ts';
import { messageOf } from '../core/wording.ts';
import { type LintOptions, lint, readExceptions } from '../lint/index.ts';
import { examplesOf } from '../openapi/examples.ts';
import { type Document, resolver, rootNode } from '../source/index.ts';
import { validateExamples } from '../validate/index.ts';
import { type LintMemory, lintMemoryIn } from './lint-memory.ts';

/** Examples of a document, and how many of them fit their schema. */
export interface ExampleCount {
  readonly all: number;
  readonly valid: number;
}

/** What a head adds to and fixes of its base. */
export interface Quality {
  /** Of a lint run: what is new, and what the base had and is gone. */
  readonly lint: Pick<Report, 'rules'> & {
    readonly profile: string;
    readonly added: readonly Finding[];
    readonly repaired: readonly Finding[];
  };
  readonly examples: { readonly base: ExampleCount; readonly head: ExampleCount };
}

export type QualityOptions = Pick<LintOptions, 'profile' | 'severities'> & {
  /** A folder in a checkout, in whose folder of git the findings of the base are kept for the next review against it. */
  readonly keptIn?: string;
};

/** What of a lint run is asked for of a base. */
type Linted = Pick<Report, 'findings' | 'suppressed' | 'rules'>;

/** Holds a head against its base by the rules of a profile (default `zds`), and the examples of both by their schemas. */
export async function qualityOf(
  base: Document,
  head: Document,
  { keptIn, ...options }: QualityOptions = {},
  memory: LintMemory | undefined = keptIn === undefined ? undefined : lintMemoryIn(keptIn),
): Promise<Quality> {
  const exceptions = await readExceptions(head);
  const ofBase = { ...options, exceptions, severities: { ...options.severities, ...NOT_OF_A_BASE } };
  const was = await remembered(memory, base, ofBase);
  const now = await lint(head, { ...options, exceptions });
  const [added, repaired] = [newSince(was, now), newSince(now, was)];
  const told = new Set([...added, ...repaired].map(({ rule }) => rule));
  const rules = Object.entries({ ...was.rules, ...now.rules }).filter(([id]) => told.has(id));
  return {
    lint: { profile: options.profile ?? 'zds', added, repaired, rules: Object.fromEntries(rules) },
    examples: {
      base: await countExamples(base, was, options),
      head: await countExamples(head, now, options),
    },
  };
}

const ERRORS: Text = {
  nl: 'Indiener: los {count} {count#nieuwe fout|nieuwe fouten} van lint op; de eerste: {at}{what} ({rule})',
  en: 'Proposer: fix {count} new {count#error|errors} of lint; the first: {at}{what} ({rule})',
};

/** What has to be done about the errors that a head adds: no release is made with them. */
export function newErrors(quality: Quality | undefined): Text[] {
  const errors = quality?.lint.added.filter(({ severity }) => severity === 'error') ?? [];
  const [first] = errors;
  if (!quality || !first) return [];
  const at = first.new ? `${first.new.file}:${first.new.line}:${first.new.column} ` : '';
  const write = (lang: Lang): string =>
    fill(ERRORS[lang], {
      count: errors.length,
      at,
      what: messageOf(quality.lint, first, lang).replace(/\.$/, ''),
      rule: first.rule,
    });
  return [{ nl: write('nl'), en: write('en') }];
}

/** What lint finds, worked out once for the same tool, texts, exceptions and options. */
async function remembered(
  memory: LintMemory | undefined,
  document: Document,
  options: LintOptions,
): Promise<Linted> {
  if (!memory) return lint(document, options);
  const key = keyOf(document, options);
  const known = kept(memory.read(key));
  if (known) return known;
  const { findings, suppressed, rules } = await lint(document, options);
  memory.write(key, JSON.stringify({ findings, suppressed, rules }));
  return { findings, suppressed, rules };
}

/** What a text of the memory holds; nothing where somebody or something has damaged it, and then it is worked out. */
function kept(text: string | undefined): Linted | undefined {
  try {
    return text === undefined ? undefined : (JSON.parse(text) as Linted);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** Everything that a lint run reads: what is not the same here may find something else. */
function keyOf({ root, version, files, missing }: Document, options: LintOptions): string {
  const texts = [...files.values()].map(({ key, text }) => [key, text]).sort();
  const { profile, severities, exceptions } = options;
  const sorted = Object.entries(severities ?? {}).sort();
  return sha256(
    JSON.stringify([root, version, [...missing], profile, sorted, exceptions?.file, exceptions?.text, texts]),
  );
}

/** The exceptions stand beside the head: how many places a row covers is said of that, and not of a base. */
const NOT_OF_A_BASE = { 'exception-count': 'off' } as const;

/** The findings of a lint run that another one does not have, excused or not. */
function newSince(other: Linted, { findings }: Linted): Finding[] {
  const known = new Set(allOf(other).map(({ fingerprint }) => fingerprint));
  return findings.filter(({ fingerprint }) => !known.has(fingerprint));
}

const allOf = ({ findings, suppressed }: Linted): Finding[] => [
  ...findings,
  ...suppressed.map(({ finding }) => finding),
];

const EXAMPLE_RULES = [
  'oas-valid-schema-examples',
  'oas-valid-media-type-examples',
  'oas-valid-parameter-examples',
];

/** Lint has looked at every example already, unless its rules about them are off. */
async function countExamples(
  document: Document,
  linted: Linted,
  { severities = {} }: QualityOptions,
): Promise<ExampleCount> {
  const isLinted = EXAMPLE_RULES.every(rule => severities[rule] !== 'off');
  const found = isLinted
    ? allOf(linted).filter(({ rule }) => EXAMPLE_RULES.includes(rule))
    : (await validateExamples(document)).findings.filter(({ severity }) => severity === 'error');
  const wrong = found.flatMap(({ new: place }) => (place ? [place] : []));
  const places = new Map(
    examplesOf(rootNode(document), resolver(document))
      .filter(({ kind }) => kind !== 'default')
      .map(({ value: { file, pointer } }) => [`${file}#${pointer}`, { file, pointer }]),
  );
  const isWrong = (file: string, pointer: string): boolean =>
    wrong.some(place => place.file === file && `${place.pointer}/`.startsWith(`${pointer}/`));
  const all = [...places.values()];
  return { all: all.length, valid: all.filter(({ file, pointer }) => !isWrong(file, pointer)).length };
}
