import { readdirSync } from 'node:fs';
import { collectExamples, type Example, isMapping } from './examples.ts';
import { type Mapping, type Place, type Spec, specFolder } from './spec-reader.ts';

/** A resource as an answer to GET shows it. */
export interface Read {
  /** `zaak_retrieve`. */
  readonly operation: string;
  readonly value: Mapping;
}

const successOf = ({ at, side }: Example): RegExpExecArray | null =>
  side === 'response' ? /^(\w+) antwoord 2\d\d \S+ (\S+)$/.exec(at) : null;

const isRead = (operation: string): boolean => /_(retrieve|read)$/.test(operation);

/** The resources by themselves: every example of an operation that reads one, nothing unfolded. */
export const readResources = (spec: Spec): readonly Read[] =>
  collectExamples(spec).examples.flatMap(example => {
    const [, operation = '', name = ''] = successOf(example) ?? [];
    return isRead(operation) && !name.endsWith('uitgevouwen') && isMapping(example.value)
      ? [{ operation, value: example.value }]
      : [];
  });

const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

/** Attributes that a copy of a resource shows otherwise than the resource itself. */
const differences = (copy: Mapping, resource: Mapping): readonly string[] =>
  Object.keys(copy).filter(key => key !== '_expand' && !same(copy[key], resource[key]));

/** A reference with a word beside it (`relevanteAndereZaken`, `broncatalogus`) is no copy. */
const attributesOfACopy = 4;

/** Copies of resources in lists, search results and unfolded answers that differ from the resource. */
export const otherCopies = (spec: Spec): readonly string[] => {
  const known = new Map(readResources(spec).map(({ value }) => [value.url, value]));
  const found = new Set<string>();
  const visit = (at: string, value: unknown): void => {
    if (Array.isArray(value)) for (const item of value) visit(at, item);
    if (!isMapping(value)) return;
    const resource = typeof value.url === 'string' ? known.get(value.url) : undefined;
    if (resource && Object.keys(value).length > attributesOfACopy) {
      for (const key of differences(value, resource)) found.add(`${at}: ${key} of ${String(value.url)}`);
    }
    for (const member of Object.values(value)) visit(at, member);
  };
  for (const example of collectExamples(spec).examples) {
    const [, operation = '', name = ''] = successOf(example) ?? [];
    const shown = /_(list|zoek|retrieve|read)$/.test(operation) && !operation.includes('audittrail');
    if (shown) visit(`${operation} ${name}`, example.value);
  }
  return [...found];
};

/** Groups that the register always answers as a whole (zrc-012). */
const groups = ['verlenging', 'opschorting'];

/** Answers that say `null` where the whole group belongs; what the audit trail holds counts too. */
export const missingGroups = (spec: Spec): readonly string[] => {
  const found = new Set<string>();
  const visit = (at: string, value: unknown): void => {
    if (Array.isArray(value)) for (const item of value) visit(at, item);
    if (!isMapping(value)) return;
    for (const [key, member] of Object.entries(value)) {
      if (groups.includes(key) && member === null) found.add(`${at}: ${key}`);
      visit(at, member);
    }
  };
  for (const { at, side, value } of collectExamples(spec).examples) if (side === 'response') visit(at, value);
  return [...found];
};

/** Dates that a law, a type or a rule gives, or that others follow from. */
const DATES = [
  'einddatumGepland',
  'uiterlijkeEinddatumAfdoening',
  'startdatumBewaartermijn',
  'archiefactiedatum',
  'ingangsdatum',
  'publicatiedatum',
  'uiterlijkeReactiedatum',
];

/**
 * Dates in a step of the case that its resources do not have in the end and had at no time before: a copy in a
 * request, an answer, the audit trail or an unfolded answer.
 *
 * @param before days that a resource had earlier in the case, as `uiterlijkeEinddatumAfdoening 2026-04-28`
 */
export const otherDates = (spec: Spec, before: readonly string[]): readonly string[] => {
  const known = new Map(readResources(spec).map(({ value }) => [value.url, value]));
  const all = new Set(before);
  for (const resource of known.values()) for (const key of DATES) all.add(`${key} ${String(resource[key])}`);
  const found = new Set<string>();
  const visit = (at: string, value: unknown): void => {
    if (Array.isArray(value)) for (const item of value) visit(at, item);
    if (!isMapping(value)) return;
    const resource = typeof value.url === 'string' ? known.get(value.url) : undefined;
    for (const key of DATES) {
      const day = value[key];
      if (typeof day !== 'string' || day === '') continue;
      const shown = `${key} ${day}`;
      const fits = resource ? resource[key] === day || before.includes(shown) : all.has(shown);
      if (!fits) found.add(`${at}: ${shown}`);
    }
    for (const member of Object.values(value)) visit(at, member);
  };
  for (const { at, value } of collectExamples(spec).examples) visit(at, value);
  return [...found];
};

/** Example files by the resource that they show. */
const filesOf = (spec: Spec, pattern: RegExp): readonly Place[] =>
  readdirSync(`${specFolder}/apis`, { recursive: true, encoding: 'utf8' })
    .map(file => `apis/${file.replaceAll('\\', '/')}`)
    .filter(file => pattern.test(file))
    .map(file => spec.open(file));

const urlOf = ({ value: { value } }: Place): unknown => (isMapping(value) ? value.url : undefined);

/** Unfolded examples that tell another state than the example of the resource by itself. */
export const otherSummaries = (spec: Spec): readonly string[] => {
  const told = new Map(
    filesOf(spec, /\/examples\/[A-Z]\w+-[\w-]+\.yaml$/).map(file => [urlOf(file), file.value.summary]),
  );
  return filesOf(spec, /\/examples\/[a-z]\w*-[\w-]+-uitgevouwen\.yaml$/)
    .filter(file => !String(file.value.summary).startsWith(`${String(told.get(urlOf(file)))}; met expand=`))
    .map(({ file }) => file);
};
