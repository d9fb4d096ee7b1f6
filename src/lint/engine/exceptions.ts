import { groupedBy } from '../../core/group.ts';
import { counted } from '../../core/plural.ts';
import { operationIdOf } from '../../openapi/parts.ts';
import { readBySchema, schemaHint } from '../../source/config-file.ts';
import type { Document } from '../../source/index.ts';
import { positionIn } from '../../source/positions.ts';
import type { RuleText } from '../rule.ts';
import { EXCEPTIONS_SCHEMA } from './exceptions-schema.ts';
import { type RuleName, rulesMeantBy } from './levels.ts';
import type { PlacedFinding } from './placed-findings.ts';

/** A fact that a rule yields to. */
export interface Exception {
  readonly rule: string;
  /** A glob over what a place is called; see {@link namesOf}. */
  readonly selector: string;
  readonly reason: string;
  /** How many findings it covers, exactly. */
  readonly places: number;
}

export interface Exceptions {
  /** What messages call the file. */
  readonly file: string;
  readonly text: string;
  readonly rows: readonly Exception[];
}

/** The rule that keeps the exceptions themselves true. */
export const exceptionRule = {
  id: 'exception-count',
  severity: 'error',
  profiles: { oas: 'error', adr: 'error', zds: 'error' },
  source: 'docs/lint.md',
  message: {
    nl: "De uitzondering op {exempt} voor '{selector}' dekt {plaatsen} en niet {places}; pas het aantal aan of haal de uitzondering weg.",
    en: "The exception to {exempt} for '{selector}' covers {covered} and not {places}; fix the number or remove the exception.",
  },
  why: {
    nl: 'Een uitzondering die ongemerkt meer of minder dekt, verbergt nieuwe fouten of dode regels.',
    en: 'An exception that covers more or fewer places unnoticed hides new mistakes or dead rows.',
  },
} as const satisfies RuleText;

/**
 * What a row covers.
 *
 * @param known the rules that exist
 */
export function coveredBy(
  found: number,
  rule: string,
  known: readonly RuleName[],
): Record<'plaatsen' | 'covered', string> {
  if (known.some(({ id }) => id === rule))
    return { plaatsen: counted(found, PLACES, 'nl'), covered: counted(found, PLACES, 'en') };
  const [meant] = rulesMeantBy(rule, known);
  return {
    plaatsen: `geen plaats, want die regel bestaat niet${meant ? ` (misschien ${meant})` : ''},`,
    covered: `no place, for there is no such rule${meant ? ` (perhaps ${meant})` : ''},`,
  };
}

const PLACES = {
  nl: { one: '1 plaats', other: '{count} plaatsen' },
  en: { one: '1 place', other: '{count} places' },
} as const;

/** The exceptions in `exceptions.yaml` beside the root of a document; `undefined` where there is no such file. */
export async function readExceptions(document: Document): Promise<Exceptions | undefined> {
  const name = 'exceptions.yaml';
  const text = await document.readBeside(name);
  return text === undefined ? undefined : parseExceptions(text, document.locateFile(document.root, name));
}

/**
 * @throws UserError `unreadable` for text that is no YAML, `usage` with line and column for what the schema refuses
 */
export async function parseExceptions(text: string, file = 'exceptions.yaml'): Promise<Exceptions> {
  const hint = schemaHint('exceptions');
  const rows = await readBySchema<readonly Exception[]>({ file, text }, EXCEPTIONS_SCHEMA, hint);
  return { file, text, rows };
}

/** What a place can be called in a selector. */
function namesOf(document: Document, { finding, place }: PlacedFinding): string[] {
  const { file, pointer } = finding.new ?? { file: '', pointer: '' };
  const folder = document.root.slice(0, document.root.lastIndexOf('/') + 1);
  const path = file.startsWith(folder) ? file.slice(folder.length) : file;
  const id = operationIdOf(place.operation?.value);
  return [
    `${path}#${pointer}`,
    place.name,
    ...(place.attributes.length > 0 ? [[place.name, ...place.attributes].join('.')] : []),
    ...(id === undefined ? [] : [id]),
  ];
}

/** `*` is any text without `/` and `.`, `**` any text, `?` one character; the rest stands for itself. */
function globOf(selector: string): RegExp {
  const pattern = selector.replace(/\*\*\/?|[*?]|[\\^$.|+()[\]{}]/g, found => {
    if (found === '**/') return '(?:.*/)?';
    if (found === '**') return '.*';
    if (found === '*') return '[^/.]*';
    return found === '?' ? '[^/.]' : `\\${found}`;
  });
  return new RegExp(`^${pattern}$`);
}

export interface Excused {
  readonly kept: readonly PlacedFinding[];
  readonly covered: readonly { readonly found: PlacedFinding; readonly row: Exception }[];
  /** How many findings each row covers; a finding counts for the first row that fits. */
  readonly counts: readonly number[];
}

export function excuse(
  document: Document,
  found: readonly PlacedFinding[],
  rows: readonly Exception[],
): Excused {
  const globs = rows.map((row, index) => ({ row, index, glob: globOf(row.selector) }));
  const byRule = groupedBy(globs, ({ row }) => row.rule);
  const counts = rows.map(() => 0);
  const kept: PlacedFinding[] = [];
  const covered: { found: PlacedFinding; row: Exception }[] = [];
  for (const item of found) {
    const candidates = byRule.get(item.finding.rule);
    const names = candidates ? namesOf(document, item) : [];
    const fitting = candidates?.find(({ glob }) => names.some(name => glob.test(name)));
    if (fitting) {
      counts[fitting.index] = (counts[fitting.index] ?? 0) + 1;
      covered.push({ found: item, row: fitting.row });
    } else kept.push(item);
  }
  return { kept, covered, counts };
}

/** Where a row stands in its file. */
export const locateRow = ({ file, text }: Exceptions, index: number) => ({
  file,
  ...positionIn({ text }, `/${index}`),
  pointer: `/${index}`,
});
