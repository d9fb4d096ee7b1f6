import path from 'node:path';
import { currentDay } from '../core/day.ts';
import type { Verdict } from '../core/finding.ts';
import type { Report } from '../core/report.ts';
import type { Lang, Text } from '../core/text.ts';
import { UserError } from '../core/user-error.ts';
import { type Bump, type NeededVersion, neededVersion, policyOf } from '../core/version-policy.ts';
import type { DiffOptions } from '../diff/index.ts';
import { isSupportedOn, readSupport, SUPPORT, type SupportedRelease } from '../release/index.ts';
import { BUMP_WORDS, CLIENT_WORDS, PROVIDER_WORDS } from '../report/labels.ts';
import { type Document, gitRootOf, isOfPackage, packageRoot, RELEASES, read } from '../source/index.ts';
import { compareInFull } from './comparison.ts';

/** What a proposal means to whoever builds on one supported release. */
export interface SupportedVerdict {
  readonly version: string;
  readonly status: SupportedRelease['status'];
  /** The last day of its support, where that is known. */
  readonly endOfSupport?: string;
  readonly clients: Verdict;
  readonly providers: Verdict;
  readonly bump: Bump;
  readonly because: NeededVersion['because'];
  /** Changes that break clients, that put them at risk, and all of them. */
  readonly breaking: number;
  readonly atRisk: number;
  readonly changes: number;
}

/**
 * The releases that the list of the checkout around a folder calls supported on a day; `undefined` where there is none.
 * The list of this package is about the standard: no other document is held against it.
 */
async function supportedReleases(
  next: Document,
  cwd: string,
  today: string,
): Promise<readonly SupportedRelease[] | undefined> {
  const packaged = isOfPackage(next, cwd) ? packageRoot() : undefined;
  for (const root of [gitRootOf(cwd) ?? cwd, ...(packaged === undefined ? [] : [packaged])]) {
    const listed = await readSupport(path.join(root, RELEASES));
    if (listed) return listed.filter(release => isSupportedOn(release, today));
  }
  return undefined;
}

/**
 * A proposal against every release that is supported, newest last as they are listed.
 *
 * @param known a release that was compared already, with what came of it
 * @throws UserError `usage` where no release is listed as supported
 */
export async function againstSupported(
  next: Document,
  cwd: string,
  options: DiffOptions = {},
  known: { readonly version: string; readonly report: Report } | undefined = undefined,
): Promise<SupportedVerdict[]> {
  const today = options.today ?? currentDay();
  const listed = await supportedReleases(next, cwd, today);
  if (!listed || listed.length === 0) throw nothingSupported(listed !== undefined);
  const verdicts: SupportedVerdict[] = [];
  for (const release of listed) {
    const report =
      known?.version === release.version
        ? known.report
        : compareInFull(await read(release.version, { cwd }), next, { ...options, today });
    verdicts.push(verdictOn(release, report, options));
  }
  return verdicts;
}

/** The verdict for every supported release, where there is a list of them. */
export async function supportedFor(
  head: Document,
  version: string,
  report: Report,
  options: DiffOptions & { readonly releasesIn?: string },
): Promise<{ readonly supported?: readonly SupportedVerdict[] }> {
  const { releasesIn } = options;
  if (releasesIn === undefined) return {};
  const today = options.today ?? currentDay();
  const listed = await supportedReleases(head, releasesIn, today);
  if (!listed || listed.length === 0) return {};
  return { supported: await againstSupported(head, releasesIn, options, { version, report }) };
}

function verdictOn(
  { version, status, endOfSupport }: SupportedRelease,
  { verdict, changes = [] }: Report,
  options: DiffOptions,
): SupportedVerdict {
  const needed = neededVersion(changes, policyOf(options.policy, options.versions));
  return {
    version,
    status,
    ...(endOfSupport === undefined ? {} : { endOfSupport }),
    clients: verdict?.clients ?? 'none',
    providers: verdict?.providers ?? 'none',
    ...needed,
    breaking: changes.filter(({ clients }) => clients === 'breaking').length,
    atRisk: changes.filter(({ clients }) => clients === 'warning').length,
    changes: changes.length,
  };
}

const nothingSupported = (isListed: boolean): UserError =>
  new UserError(
    'usage',
    isListed
      ? { nl: 'geen uitgave is nu ondersteund', en: 'no release is supported now' }
      : { nl: `er is geen ${RELEASES}/${SUPPORT}`, en: `there is no ${RELEASES}/${SUPPORT}` },
    {
      nl: `Zet in ${RELEASES}/${SUPPORT} welke uitgaven ondersteund zijn (zds schema support).`,
      en: `List in ${RELEASES}/${SUPPORT} which releases are supported (zds schema support).`,
    },
  );

const CLIENTS: Text = { nl: 'clients', en: 'clients' };

const PROVIDERS: Text = { nl: 'providers', en: 'providers' };

const HEADS: readonly Text[] = [
  { nl: 'versie', en: 'version' },
  { nl: 'status', en: 'status' },
  { nl: 'ondersteund tot en met', en: 'supported until' },
  CLIENTS,
  PROVIDERS,
  { nl: 'gevolg voor de versie', en: 'version' },
  { nl: 'breekt', en: 'breaks' },
  { nl: 'risico', en: 'at risk' },
];

const OPEN: Text = { nl: 'geen einde bekend', en: 'no end known' };

/** What it means to whoever builds on each supported release, in one line. */
export function supportedText(verdicts: readonly SupportedVerdict[]): Text {
  const write = (lang: Lang): string =>
    verdicts
      .map(
        ({ version, clients, providers }) =>
          `${version}: ${CLIENTS[lang]} ${CLIENT_WORDS[clients][lang]}, ${PROVIDERS[lang]} ${PROVIDER_WORDS[providers][lang]}`,
      )
      .join(' · ');
  return { nl: write('nl'), en: write('en') };
}

/** The verdicts as rows of words, with their heads. */
const supportedRows = (verdicts: readonly SupportedVerdict[], lang: Lang): string[][] => [
  HEADS.map(head => head[lang]),
  ...verdicts.map(one => [
    one.version,
    one.status,
    one.endOfSupport ?? OPEN[lang],
    CLIENT_WORDS[one.clients][lang],
    PROVIDER_WORDS[one.providers][lang],
    BUMP_WORDS[one.bump][lang],
    String(one.breaking),
    String(one.atRisk),
  ]),
];

/** The verdicts as a table, in text or Markdown. */
export function supportedTable(
  verdicts: readonly SupportedVerdict[],
  lang: Lang,
  format: 'text' | 'markdown',
): string {
  const [head = [], ...rows] = supportedRows(verdicts, lang);
  if (format === 'markdown') {
    const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
    return `${[line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n')}\n`;
  }
  const widths = head.map((_, at) => Math.max(...[head, ...rows].map(row => row[at]?.length ?? 0)));
  return [head, ...rows]
    .map(
      row =>
        `${row
          .map((cell, at) => cell.padEnd(widths[at] ?? 0))
          .join('  ')
          .trimEnd()}\n`,
    )
    .join('');
}
