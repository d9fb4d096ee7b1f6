import { digest } from '../../src/core/digest.ts';
import type { Verdict } from '../../src/core/finding.ts';
import type { Differences, Effect, Reach } from '../../src/migration/index.ts';
import type { Mismatch } from './comparison.ts';
import { type Deviation, matches } from './deviations.ts';
import type { Difference } from './published.ts';

/** `spec/backlog/differences.yaml`, made of what the tests compare; `npm run pages` makes the pages of it. */
export const DIFFERENCES_FILE = new URL('../../spec/backlog/differences.yaml', import.meta.url);

/** The webhook of a receiver belongs to Notificaties. */
const apiOf = (key: string): string =>
  (key.split('/')[0] ?? '').replace(/^notificatie-ontvanger$/, 'notificaties');

const ownerOfFact = (rows: readonly Deviation[], { key, is }: Mismatch): string | undefined =>
  rows.find(
    ({ fact, value }) => (value ?? is) === is && [fact ?? []].flat().some(pattern => matches(pattern, key)),
  )?.id;

const ownerOfFinding = (rows: readonly Deviation[], { key }: Difference): string | undefined =>
  rows.find(({ finding }) => [finding ?? []].flat().some(pattern => matches(pattern, key)))?.id;

const EFFECT: Readonly<Record<Verdict, Effect>> = {
  breaking: 'breaks',
  warning: 'risk',
  info: 'none',
  none: 'none',
};

const worst = (effects: readonly (Verdict | undefined)[]): Effect =>
  (['breaking', 'warning'] as const)
    .map(verdict => effects.includes(verdict) && EFFECT[verdict])
    .find(Boolean) || 'none';

/** The same for the same places, in whatever order: another place of a declared kind is another digest. */
export const digestOf = (places: readonly Difference[]): string =>
  digest(
    places
      .map(({ key }) => key)
      .sort()
      .join('\n'),
  );

/** How far each row reaches in each API, in the order of the rows. */
export function differencesOf(
  rows: readonly Deviation[],
  mismatches: readonly Mismatch[],
  found: readonly Difference[],
): Differences {
  const facts = mismatches.map(mismatch => ({ id: ownerOfFact(rows, mismatch), api: apiOf(mismatch.key) }));
  const findings = found.map(one => ({ id: ownerOfFinding(rows, one), api: apiOf(one.key), one }));
  const apis = [...new Set([...facts, ...findings].map(({ api }) => api))].sort();
  const reachOf = (id: string, api: string): Reach => {
    const own = findings.filter(place => place.id === id && place.api === api).map(({ one }) => one);
    return {
      facts: facts.filter(place => place.id === id && place.api === api).length,
      findings: own.length,
      ...(own.length === 0 ? {} : { at: digestOf(own) }),
      clients: worst(own.map(({ clients }) => clients)),
      providers: worst(own.map(({ providers }) => providers)),
    };
  };
  return Object.fromEntries(
    rows.map(({ id }) => [
      id,
      Object.fromEntries(
        apis
          .map(api => [api, reachOf(id, api)] as const)
          .filter(([, { facts: differing, findings: places }]) => differing + places > 0),
      ),
    ]),
  );
}

/** The file, as it is written. */
export const differencesText = (differences: Differences): string =>
  [
    '# Hoe ver elke rij van deviations.yaml reikt, per API. Geteld door tests/canon; niet met de hand te wijzigen.',
    '# facts: feiten die anders zijn; findings: plaatsen waar zds diff een breuk of een risico vindt; at: welke dat zijn.',
    '# Bijwerken: ZDS_DEEP=1 ZDS_WRITE=differences NODE_OPTIONS=--experimental-vm-modules npx jest tests/canon/published.test.ts',
    '',
    'differences:',
    ...Object.entries(differences).flatMap(([id, apis]) => [
      Object.keys(apis).length === 0 ? `  ${id}: {}` : `  ${id}:`,
      ...Object.entries(apis).map(
        ([api, { facts, findings, at, clients, providers }]) =>
          `    ${api}: { facts: ${facts}, findings: ${findings}, ${at ? `at: '${at}', ` : ''}clients: ${clients}, providers: ${providers} }`,
      ),
    ]),
    '',
  ].join('\n');
