/**
 * Memory for coinductive proofs: a claim that comes up while it is being proved holds for now, which is how a
 * recursive schema is compared with itself in finite time.
 *
 * `false` is final. `true` that leaned on a claim still open is provisional: it becomes final when the claim it
 * leaned on is proved, and is forgotten when that claim fails. Memory of pairs without this is unsound, and none
 * at all is exponential (docs/engine.md).
 */
export interface Proofs {
  readonly settled: Map<string, boolean>;
  /** Claims that are being proved, with their depth. */
  readonly open: Map<string, number>;
  /** Provisional claims in the order of proof, with the least depth of the open claims that they lean on. */
  readonly provisional: Map<string, number>;
  /** The least depth leaned on since the innermost open claim began. */
  leaning: number;
  /** How many claims were worked out: the measure of growth. */
  worked: number;
}

export const noProofs = (): Proofs => ({
  settled: new Map(),
  open: new Map(),
  provisional: new Map(),
  leaning: Number.POSITIVE_INFINITY,
  worked: 0,
});

export function prove(proofs: Proofs, claim: string, attempt: () => boolean): boolean {
  const known = proofs.settled.get(claim);
  if (known !== undefined) return known;
  const leansOn = proofs.provisional.get(claim) ?? proofs.open.get(claim);
  if (leansOn !== undefined) {
    proofs.leaning = Math.min(proofs.leaning, leansOn);
    return true;
  }
  const depth = proofs.open.size;
  const outer = proofs.leaning;
  const before = proofs.provisional.size;
  proofs.leaning = Number.POSITIVE_INFINITY;
  proofs.open.set(claim, depth);
  proofs.worked += 1;
  const holds = attempt();
  proofs.open.delete(claim);
  const leaning = proofs.leaning;
  if (!holds) {
    proofs.settled.set(claim, false);
    forgetSince(proofs, before);
    // What was read under a failed claim tells nothing of the claims around it: those still stand as they stood.
    proofs.leaning = outer;
    return false;
  }
  if (leaning >= depth) {
    proofs.settled.set(claim, true);
    settleSince(proofs, before);
    proofs.leaning = outer;
  } else {
    proofs.provisional.set(claim, leaning);
    proofs.leaning = Math.min(outer, leaning);
  }
  return true;
}

const since = (proofs: Proofs, before: number): string[] => [...proofs.provisional.keys()].slice(before);

function forgetSince(proofs: Proofs, before: number): void {
  if (proofs.provisional.size === before) return;
  for (const claim of since(proofs, before)) proofs.provisional.delete(claim);
}

function settleSince(proofs: Proofs, before: number): void {
  if (proofs.provisional.size === before) return;
  for (const claim of since(proofs, before)) {
    proofs.provisional.delete(claim);
    proofs.settled.set(claim, true);
  }
}
