import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import type { Verdict } from '../../../src/core/finding.ts';
import type { Report } from '../../../src/core/report.ts';
import { UserError } from '../../../src/core/user-error.ts';
import { diff } from '../../../src/diff/index.ts';
import { read } from '../../../src/source/index.ts';

const FIXTURES = path.resolve('tests/diff/cases/fixtures');

interface Wanted {
  /** The verdict for clients is at least, or at most, this. */
  readonly atLeast?: Verdict;
  readonly atMost?: Verdict;
  /** A rule that may not be among the findings. */
  readonly never?: string;
}

/** Pairs of small documents that a comparison is easily wrong about, with what it has to say of them. */
const WANTED: Readonly<Record<string, Wanted>> = {
  'a01-oneOf-branch-gone-request-open': { atLeast: 'warning' },
  'a02-anyOf-branch-gone-nested': { atLeast: 'warning' },
  'a04-bearer-swapped': { atLeast: 'warning' },
  'a05-bearer-alternative-gone': { atLeast: 'breaking' },
  'a06-bearer-and': { atLeast: 'breaking' },
  'a08-oauth-swapped-tokenurl': { atLeast: 'warning' },
  'a14-scheme-case-bearer': { atMost: 'info' },
  'a29-32-itemSchema-changed': { atLeast: 'breaking' },
  'a44-uuid-maxlength36': { atMost: 'info' },
  'a69-param-required-with-default-lifted': { atMost: 'info' },
  'a74-callback-cycle-webhook': { atLeast: 'none' },
  'f02-loop-child-changed': { atLeast: 'info' },
  'f14-self-ref-32': { never: 'reference-dangling' },
  'h18-uuid-max36-dropped-response': { atMost: 'info' },
  'h34-map-to-object': { atLeast: 'warning' },
  'h42-32-mediaTypes-component': { atLeast: 'warning' },
  'i16-callback-cycle': { atLeast: 'none' },
  'i77-parent-oneOf-child-allOf': { atLeast: 'info' },
  'm01-number-multipleOf5-to-2.5': { never: 'type-changed' },
  'm02-multipleOf5-dropped-response': { never: 'type-changed' },
  'n01-oneOf-reordered-one-change': { atLeast: 'warning' },
  'n03-free-form-response-with-required': { atLeast: 'breaking' },
  's04-branch-type-changed-required-same': { atLeast: 'warning' },
};

/** Pairs that look like those, with all that is said of them: verdict for clients, for providers, and the rules. */
const CONTROLS: Readonly<Record<string, string>> = {
  'a03-oneOf-disc-branch-gone': 'breaking info branch-removed',
  'a09-optional-security': 'breaking warning security-tightened',
  'a10-global-added-op-empty': 'none none',
  'a11-global-added-op-inherits': 'breaking warning security-tightened',
  'a12-apikey-name-changed': 'breaking breaking security-loosened security-tightened',
  'a68-param-default-changed': 'breaking warning default-changed',
  'f01-loop-unchanged-other-op-changed': 'info warning property-added',
  'h04-scheme-renamed-same-desc': 'none none',
  'h10-ipv4-max15': 'none none',
  'h12-date-max10': 'none none',
  'h13-date-min10': 'none none',
  'h16-datetime-max': 'none none',
  'h17-int32-max': 'none none',
  'h20-default-dropped-on-required-param': 'none none',
  'h21-default-changed-on-required-param': 'none none',
  'h22-default-added-and-required': 'breaking warning default-changed required-added',
  'h23-default-on-new-optional-param': 'info warning parameter-added',
  'h24-default-documented-later': 'warning warning default-changed',
  'h32-branch-lost-property': 'warning info property-removed',
  'h33-oneOf-closed-branch-gone': 'breaking info branch-removed',
  'h62-unreachable-inplace-loop': 'breaking breaking type-changed',
  'h63-inplace-loop-other-op': 'breaking breaking type-changed',
  'i20-security-or-same-scheme-order': 'none none',
  'i21-security-or-drop-one': 'breaking warning security-tightened',
  'i22-scope-dropped': 'info breaking security-loosened',
  'i27-change-inside-oneOf-branch': 'breaking info required-removed',
  'i75-mapping-key-renamed': 'breaking breaking const-changed',
  's02-required-lifted-default-kept': 'info breaking required-removed',
  'nullable-branch-beside-reference': 'breaking breaking minimum-tightened null-added',
};

/** What is not right yet, with what is said of it today. Whoever fixes one takes its row out. */
const NOT_YET: Readonly<Record<string, string>> = {};

const RANKS: readonly Verdict[] = ['none', 'info', 'warning', 'breaking'];

const isRight = (report: Report, { atLeast = 'none', atMost = 'breaking', never }: Wanted): boolean => {
  const rank = RANKS.indexOf(report.verdict?.clients ?? 'none');
  return (
    rank >= RANKS.indexOf(atLeast) &&
    rank <= RANKS.indexOf(atMost) &&
    report.findings.every(({ rule }) => rule !== never)
  );
};

const inShort = ({ verdict, findings }: Report): string =>
  [verdict?.clients, verdict?.providers, ...new Set(findings.map(({ rule }) => rule).sort())].join(' ');

async function compared(id: string): Promise<Report> {
  const [old, next] = await Promise.all(
    ['old.yaml', 'new.yaml'].map(name => read(path.join(FIXTURES, id, name))),
  );
  if (!old || !next) throw new Error(`no pair for ${id}`);
  return diff(old, next);
}

/** What is said of a pair, or the kind of error that ends the comparison. */
async function outcome(id: string, wanted: Wanted): Promise<string> {
  try {
    const report = await compared(id);
    return isRight(report, wanted) ? 'right' : inShort(report);
  } catch (error) {
    if (error instanceof UserError || error instanceof RangeError) return error.name;
    throw error;
  }
}

describe('small pairs with a verdict that is known', () => {
  it.each(Object.entries(WANTED))('%s', async (id, wanted) => {
    expect(await outcome(id, wanted)).toBe(NOT_YET[id] ?? 'right');
  });

  it.each(Object.entries(CONTROLS))('%s', async (id, all) => {
    expect(inShort(await compared(id))).toBe(NOT_YET[id] ?? all);
  });
});
