import type { Audience, Evidence, Locus, Verdict } from '../../core/finding.ts';
import { groupedBy } from '../../core/group.ts';
import { placeKey } from '../../core/place-key.ts';
import type { AssessedChange } from '../../diff/change.ts';
import type { Comparison } from '../../diff/comparison.ts';
import { fingerprintOf } from '../../diff/findings.ts';
import { type ChangeGroup, resolveAmong, type Witnessed } from '../../diff/witness-causes.ts';
import { AUDIENCES, isWorse } from '../../openapi/exchange.ts';
import type { Part } from './group.ts';

/** What a verdict rests on, and where a witness stands. */
export interface OwnEvidence {
  readonly evidence: Evidence | undefined;
  readonly place?: Locus;
}

/** A part whose verdicts and evidence are about its own places, and not about those of another subject. */
export interface ShownPart extends Part {
  readonly own: Readonly<Record<Audience, OwnEvidence>>;
  /** What differs at the first of its places. */
  readonly first?: AssessedChange;
  /** Whether one of these would break, were its operation promised. */
  readonly isUnpromised?: true;
}

/** What has one fingerprint, and so is told by one finding. */
export type CausesByFingerprint = ReadonlyMap<string, readonly ChangeGroup[]>;

export const causesOf = ({ groups }: Pick<Witnessed, 'groups'>): CausesByFingerprint =>
  groupedBy(groups, fingerprintOf);

/** Gives a part its own evidence: a finding has one witness, which stands at a place of one of its subjects. */
export function evidenceGiver(
  comparison: Comparison,
  { messages }: Pick<Witnessed, 'messages'>,
  causes: CausesByFingerprint,
): (part: Part) => ShownPart {
  const context = { comparison, messages };
  return part => {
    const { finding } = part;
    const found = ownChanges(causes.get(finding.fingerprint) ?? [], part);
    if (!found) {
      const said = { evidence: finding.evidence };
      return { ...part, own: { clients: said, providers: said } };
    }
    const { cause, changes } = found;
    const resolved = {
      clients: resolveAmong(context, 'clients', cause, changes),
      providers: resolveAmong(context, 'providers', cause, changes),
    };
    const own = (audience: Audience): OwnEvidence => {
      const { evidence, shownBy } = resolved[audience];
      return { evidence, ...(shownBy ? { place: shownBy.locus } : {}) };
    };
    const lighter = AUDIENCES.filter(one => isWorse(cause.verdicts[one], resolved[one].verdict));
    const [first] = changes;
    return {
      finding,
      places: lighter.reduce<readonly Locus[]>(
        (places, audience) => atMost(places, audience, resolved[audience].verdict),
        part.places,
      ),
      own: { clients: own('clients'), providers: own('providers') },
      ...(first ? { first } : {}),
      ...(changes.some(({ isUnpromised }) => isUnpromised) ? { isUnpromised: true } : {}),
    };
  };
}

const atMost = (places: readonly Locus[], audience: Audience, most: Verdict): Locus[] =>
  places.map(place => (isWorse(place[audience] ?? 'none', most) ? { ...place, [audience]: most } : place));

/** The changes at the places of a part; fingerprints are the same where only being required differs. */
function ownChanges(
  causes: readonly ChangeGroup[],
  { finding, places }: Part,
): { readonly cause: ChangeGroup; readonly changes: readonly AssessedChange[] } | undefined {
  const [only] = causes;
  if (only && causes.length === 1 && places.length === finding.affects.length)
    return { cause: only, changes: only.changes };
  const keys = new Set(places.map(placeKey));
  for (const cause of causes) {
    const changes = cause.changes.filter(({ locus }) => keys.has(placeKey(locus)));
    if (changes.length > 0) return { cause, changes };
  }
  return undefined;
}
