/**
 * Memory for coinductive proofs: a claim that comes up while it is being proved holds for now, which is how a
 * recursive schema is compared with itself in finite time.
 *
 * `false` is final. `true` that leaned on a claim still open is provisional: it becomes final when the claim it
 * leaned on is proved, and is forgotten when that claim fails. Memory of pairs without this is unsound, and none
 * at all is exponential (docs/engine.md).
 */
export interface Proofs {
  /** What is known of each pair of places, by their keys. */
  readonly claims: Map<string, Map<string, Claim>>;
  /** Provisional claims in the order of proof: the last ones are settled or forgotten first. */
  readonly provisional: Claim[];
  /** How many claims are being proved, each inside the one before. */
  open: number;
  /** The least depth leaned on since the innermost open claim began. */
  leaning: number;
}

/** What is known of a claim. */
interface Claim {
  state: 'new' | 'open' | 'provisional' | 'holds' | 'fails';
  /** How deep an open claim lies; of a provisional one, the least depth of the open claims that it leans on. */
  depth: number;
}

export const noProofs = (): Proofs => ({
  claims: new Map(),
  provisional: [],
  open: 0,
  leaning: Number.POSITIVE_INFINITY,
});

/** Whether a claim about two places holds, given their keys; `attempt` works it out where it is not known. */
export function prove(proofs: Proofs, left: string, right: string, attempt: () => boolean): boolean {
  const claim = claimOf(proofs, left, right);
  if (claim.state === 'holds') return true;
  if (claim.state === 'fails') return false;
  if (claim.state === 'new') return work(proofs, claim, attempt);
  proofs.leaning = Math.min(proofs.leaning, claim.depth);
  return true;
}

function claimOf({ claims }: Proofs, left: string, right: string): Claim {
  const others = claims.get(left) ?? new Map<string, Claim>();
  claims.set(left, others);
  const known = others.get(right);
  if (known) return known;
  const claim: Claim = { state: 'new', depth: 0 };
  others.set(right, claim);
  return claim;
}

function work(proofs: Proofs, claim: Claim, attempt: () => boolean): boolean {
  const [outer, before, depth] = [proofs.leaning, proofs.provisional.length, proofs.open];
  proofs.leaning = Number.POSITIVE_INFINITY;
  claim.state = 'open';
  claim.depth = depth;
  proofs.open += 1;
  const holds = attempt();
  proofs.open -= 1;
  const { leaning } = proofs;
  if (!holds) {
    claim.state = 'fails';
    for (const leaned of proofs.provisional.splice(before)) leaned.state = 'new';
    // What was read under a failed claim tells nothing of the claims around it: those still stand as they stood.
    proofs.leaning = outer;
  } else if (leaning >= depth) {
    claim.state = 'holds';
    for (const leaned of proofs.provisional.splice(before)) leaned.state = 'holds';
    proofs.leaning = outer;
  } else {
    claim.state = 'provisional';
    claim.depth = leaning;
    proofs.provisional.push(claim);
    proofs.leaning = Math.min(outer, leaning);
  }
  return holds;
}
