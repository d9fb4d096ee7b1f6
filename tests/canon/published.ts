import { existsSync } from 'node:fs';
import path from 'node:path';
import { bundle } from '../../src/bundle/index.ts';
import type { Finding, Locus, Verdict } from '../../src/core/finding.ts';
import { diff } from '../../src/diff/index.ts';
import { type Document, documentOf, read } from '../../src/source/index.ts';
import { type Deviation, matches } from './deviations.ts';

const CORPUS = path.resolve('../shared/corpus');

/** The documents of the release ZGW 1.7, by API. They are no part of the repository. */
const PUBLISHED = {
  autorisaties: 'autorisaties/ac/1.1.x/1.1.0',
  besluiten: 'besluiten/brc/1.1.0',
  catalogi: 'catalogi/ztc/1.3.x/1.3.3',
  documenten: 'documenten/drc/1.7.x/1.7.0',
  notificaties: 'notificaties/nrc/1.0.1',
  zaken: 'zaken/zrc/1.7.x/1.7.0',
} as const;

export type PublishedApi = keyof typeof PUBLISHED;

export const PUBLISHED_APIS = Object.keys(PUBLISHED) as PublishedApi[];

export const corpusIsThere = existsSync(CORPUS);

/** A place by its key, and what its change means to either side. */
export interface Difference {
  readonly key: string;
  readonly clients: Verdict | undefined;
  readonly providers: Verdict | undefined;
}

const isGrave = (verdict: Verdict | undefined): boolean => verdict === 'breaking' || verdict === 'warning';

/**
 * A place that breaks somebody or may break somebody, as the patterns of deviations.yaml name it:
 * `api/rule/METHOD /path/request body a.b`, with the status after `response`; `api/rule/-/name` for what no
 * operation is reached by.
 */
const keysOf = (api: string, { rule, affects, args, clients, providers }: Finding): readonly Difference[] => {
  const own = isGrave(clients) || isGrave(providers);
  if (affects.length === 0) {
    const key = `${api}/${rule}/-/${[args.name ?? ''].flat().join(', ')}`;
    return own ? [{ key, clients, providers }] : [];
  }
  const unjudged = affects.every(locus => locus.clients === undefined && locus.providers === undefined);
  const judged = affects.map(locus => ({
    key: `${api}/${rule}/${placeOf(locus)}`,
    clients: unjudged ? clients : milder(locus.clients, clients),
    providers: unjudged ? providers : milder(locus.providers, providers),
  }));
  return judged.filter(place => isGrave(place.clients) || isGrave(place.providers));
};

/** Where the finding as a whole is proved harmless, so is each of its places: they tell what each would mean alone. */
const milder = (place: Verdict | undefined, whole: Verdict | undefined): Verdict | undefined =>
  isGrave(whole) ? place : whole;

const placeOf = ({ operation, message, status, part, property }: Locus): string =>
  [operation ?? '-', [message, status, part, property?.join('.')].filter(Boolean).join(' ')].join('/');

/** The contract of an API in the release ZGW 1.7. */
export const readPublished = (api: PublishedApi): Promise<Document> =>
  read(path.join(CORPUS, PUBLISHED[api], 'openapi.yaml'), { allowOutside: true });

/** What a comparison of one API with the published document finds. */
export interface Run {
  /** Findings that break a client or a provider. */
  readonly breaking: number;
  /** Findings that break nobody, and may break somebody. */
  readonly risk: number;
  readonly places: readonly Difference[];
}

/** Compares the slice of an API with the published document; `from` is the canonical document or a frozen release. */
export async function runOf(api: PublishedApi, from = 'spec/openapi.yaml'): Promise<Run> {
  const published = await readPublished(api);
  const { value } = await bundle(await read(from), { api });
  const slice = documentOf(api, { [`${api}.json`]: JSON.stringify(value) });
  const { findings } = await diff(published, slice);
  const breaks = ({ clients, providers }: Finding): boolean => [clients, providers].includes('breaking');
  const risks = ({ clients, providers }: Finding): boolean => [clients, providers].includes('warning');
  return {
    breaking: findings.filter(breaks).length,
    risk: findings.filter(finding => !breaks(finding) && risks(finding)).length,
    places: findings.flatMap(finding => keysOf(api, finding)),
  };
}

/** Every place where the slice of an API breaks, or may break, a client or a provider of the published document. */
export const graveDifferences = async (api: PublishedApi): Promise<readonly Difference[]> =>
  (await runOf(api)).places;

/** Keys that no row explains, and patterns that explain nothing: both are faults of deviations.yaml. */
export function hold(
  keys: readonly string[],
  deviations: readonly Pick<Deviation, 'id' | 'finding'>[],
): { readonly undeclared: readonly string[]; readonly idle: readonly string[] } {
  const patterns = deviations.flatMap(({ id, finding }) =>
    [finding ?? []].flat().map(pattern => ({ id, pattern })),
  );
  const owners = new Map(keys.map(key => [key, patterns.find(({ pattern }) => matches(pattern, key))]));
  const used = new Set(owners.values());
  return {
    undeclared: keys.filter(key => owners.get(key) === undefined),
    idle: patterns.filter(row => !used.has(row)).map(({ id, pattern }) => `${id}: ${pattern}`),
  };
}
