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
  const { findings, repaired = [], rules } = await lint(head, { ...options, base, exceptions });
  return {
    lint: { profile: options.profile ?? 'zds', added: findings, repaired, rules },
    examples: { base: await countExamples(base), head: await countExamples(head) },
  };
}

async function countExamples(document: Document): Promise<ExampleCount> {
  const { findings } = await validateExamples(document);
  const wrong = findings.flatMap(({ severity, new: place }) =>
    severity === 'error' && place ? [place] : [],
  );
  const examples = examplesOf(rootNode(document), resolver(document));
  const isWrong = (file: string, pointer: string): boolean =>
    wrong.some(place => place.file === file && `${place.pointer}/`.startsWith(`${pointer}/`));
  const places = new Map(
    examples.map(({ value: { file, pointer } }) => [`${file}#${pointer}`, { file, pointer }]),
  );
  const all = [...places.values()];
  return { all: all.length, valid: all.filter(({ file, pointer }) => !isWrong(file, pointer)).length };
}
