import type { Change } from '../core/change.ts';
import { placeKey } from '../core/place-key.ts';
import type { Report } from '../core/report.ts';

/**
 * Writes a change with JSON Pointers (RFC 6901) to its places among those of its findings, from the root of their report: a
 * change may have places by the ten thousand, and each stands in a finding already.
 */
export function placesOnce({ findings, suppressed }: Pick<Report, 'findings' | 'suppressed'>) {
  const found = new Map<string, ReadonlyMap<string, string>>([
    ...findings.map((finding, at) => [finding.fingerprint, pointersTo(finding, `/findings/${at}`)] as const),
    ...suppressed.map(
      ({ finding }, at) => [finding.fingerprint, pointersTo(finding, `/suppressed/${at}/finding`)] as const,
    ),
  ]);
  return (change: Change) => ({
    ...change,
    places: change.places.map(group => ({
      ...group,
      places: group.places.map(place => {
        const key = placeKey(place);
        const own = change.findings.find(fingerprint => found.get(fingerprint)?.has(key));
        const pointer = own === undefined ? undefined : found.get(own)?.get(key);
        if (pointer === undefined) throw new Error('a place of a change that none of its findings has');
        return pointer;
      }),
    })),
  });
}

const pointersTo = ({ affects }: Report['findings'][number], pointer: string): ReadonlyMap<string, string> =>
  new Map(affects.map((place, at) => [placeKey(place), `${pointer}/affects/${at}`]));
