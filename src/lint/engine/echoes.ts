import { groupedBy } from '../../core/group.ts';
import { idOf } from '../../vocabulary/tree.ts';
import type { RawFinding } from './raw-finding.ts';

/** A rule whose finding says nothing more where another rule has found something at the same place. */
interface Echo {
  readonly echo: string;
  readonly of: string;
  /** Where the place alone does not tell. */
  readonly isSame?: (echo: RawFinding, other: RawFinding) => boolean;
}

const namesTitle = ({ args }: RawFinding): boolean => String(args.detail).includes('`title`');

/** The statuses that a finding says are not listed. */
const statusesIn = ({ args }: RawFinding): string[] => String(args.missing ?? '').split(', ');

const isListed =
  (status: string) =>
  (_: RawFinding, other: RawFinding): boolean =>
    statusesIn(other).includes(status);

const ECHOES: readonly Echo[] = [
  { echo: 'oas-struct', of: 'oas-title-present', isSame: namesTitle },
  { echo: 'adr-resource-operations', of: 'adr-naming-resources' },
  // Where it is as grave: of a 5xx answer the Design Rules say less than this standard.
  { echo: 'zgw-api-version-header', of: 'adr-version-header', isSame: (_, { level }) => level === undefined },
  { echo: 'sec-429', of: 'zgw-problem-responses', isSame: isListed('429') },
  { echo: 'sec-500', of: 'zgw-problem-responses', isSame: isListed('500') },
  {
    echo: 'sec-401-403',
    of: 'zgw-problem-responses',
    isSame: (echo, other) => statusesIn(echo).every(status => statusesIn(other).includes(status)),
  },
];

/** The findings without those that another rule says already of the same place. */
export function withoutEchoes(found: readonly RawFinding[]): RawFinding[] {
  const byPlace = groupedBy(found, idOf);
  return found.filter(
    finding =>
      !ECHOES.some(
        ({ echo, of, isSame }) =>
          finding.rule === echo &&
          byPlace.get(idOf(finding))?.some(other => other.rule === of && (isSame?.(finding, other) ?? true)),
      ),
  );
}
