import type { Finding } from '../core/finding.ts';
import type { Report } from '../core/report.ts';
import { type LintOptions, lint, readExceptions } from '../lint/index.ts';
import { type Document, resolver, rootNode } from '../source/index.ts';
import { examplesOf } from '../validate/examples.ts';
import { validateExamples } from '../validate/index.ts';

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

export type QualityOptions = Pick<LintOptions, 'profile' | 'severities'>;

/** Holds a head against its base by the rules of a profile (default `zds`), and the examples of both by their schemas. */
export async function qualityOf(
  base: Document,
  head: Document,
  options: QualityOptions = {},
): Promise<Quality> {
  const exceptions = await readExceptions(head);
  const [was, now] = [
    await lint(base, { ...options, exceptions, severities: { ...options.severities, ...NOT_OF_A_BASE } }),
    await lint(head, { ...options, exceptions }),
  ];
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

/** The exceptions stand beside the head: how many places a row covers is said of that, and not of a base. */
const NOT_OF_A_BASE = { 'exception-count': 'off' } as const;

/** The findings of a lint run that another one does not have, excused or not. */
function newSince(other: Report, { findings }: Report): Finding[] {
  const known = new Set(allOf(other).map(({ fingerprint }) => fingerprint));
  return findings.filter(({ fingerprint }) => !known.has(fingerprint));
}

const allOf = ({ findings, suppressed }: Report): Finding[] => [
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
  linted: Report,
  { severities = {} }: QualityOptions,
): Promise<ExampleCount> {
  const isLinted = EXAMPLE_RULES.every(rule => severities[rule] !== 'off');
  const found = isLinted
    ? allOf(linted).filter(({ rule }) => EXAMPLE_RULES.includes(rule))
    : (await validateExamples(document)).findings.filter(({ severity }) => severity === 'error');
  const wrong = found.flatMap(({ new: place }) => (place ? [place] : []));
  const places = new Map(
    examplesOf(rootNode(document), resolver(document)).map(({ value: { file, pointer } }) => [
      `${file}#${pointer}`,
      { file, pointer },
    ]),
  );
  const isWrong = (file: string, pointer: string): boolean =>
    wrong.some(place => place.file === file && `${place.pointer}/`.startsWith(`${pointer}/`));
  const all = [...places.values()];
  return { all: all.length, valid: all.filter(({ file, pointer }) => !isWrong(file, pointer)).length };
}
