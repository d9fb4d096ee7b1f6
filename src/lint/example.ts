import { dump } from 'js-yaml';
import { tokens } from '../core/pointer.ts';
import type { RuleInfo } from '../core/rule.ts';
import type { DocumentPart } from './fragment.ts';
import type { LintRule } from './rule.ts';

/** The case of either kind that shows most in few lines, in the place of a document where it stands. */
export function exampleOf({ good, bad }: LintRule['cases']): NonNullable<RuleInfo['example']> {
  const wrong = bad.find(({ document }) => saysSomething(document)) ?? bad[0];
  const right = good.find(saysSomething) ?? good[0];
  return { ...(wrong ? { bad: shownOf(wrong.document) } : {}), ...(right ? { good: shownOf(right) } : {}) };
}

type Example = string | DocumentPart;

const saysSomething = (example: Example): boolean =>
  typeof example === 'string' || !/^\s*\{\s*\}\s*$/.test(example.shown);

/** As YAML. Of a whole document that says nothing, what it consists of at least. */
function shownOf(example: Example): string {
  if (typeof example === 'string') return example.trim();
  if (example.base === '' && !saysSomething(example)) return dump(JSON.parse(example.text())).trim();
  return tokens(example.base).reduceRight(
    (inner, token) =>
      token === '0' ? `- ${indented(inner).trimStart()}` : `${keyOf(token)}:${within(inner)}`,
    example.shown.trim(),
  );
}

const keyOf = (name: string): string => (/^[\w/{}._-]*[a-z][\w/{}._-]*$/i.test(name) ? name : `'${name}'`);

/** Beside its key where it is written in braces or brackets, else below it. */
const within = (yaml: string): string =>
  /^[{[]/.test(yaml) ? ` ${indented(yaml).trimStart()}` : `\n${indented(yaml)}`;

const indented = (yaml: string): string => yaml.replace(/^(?=.)/gm, '  ');
