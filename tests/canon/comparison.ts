/** A fact that the document tells otherwise. */
export interface Mismatch {
  /** `api/what/facet`, such as `zaken/Zaak.identificatie/maxLength` or `zaken/GET /zaken/status/404`. */
  readonly key: string;
  readonly was: string;
  readonly is: string;
}

export interface Comparison {
  readonly compared: number;
  readonly mismatches: readonly Mismatch[];
}

/** Counts every comparison, keeps those that differ. */
export interface Ledger {
  readonly same: (key: string, was: string, is: string) => void;
  /** One comparison a member: what is on one side only differs. */
  readonly sameSet: (key: string, was: readonly string[], is: readonly string[]) => void;
  readonly result: () => Comparison;
}

export const openLedger = (): Ledger => {
  const mismatches: Mismatch[] = [];
  let compared = 0;
  const same = (key: string, was: string, is: string): void => {
    compared += 1;
    if (was !== is) mismatches.push({ key, was, is });
  };
  return {
    same,
    sameSet: (key, was, is) => {
      for (const member of new Set([...was, ...is])) {
        same(`${key}/${member}`, was.includes(member) ? 'yes' : '', is.includes(member) ? 'yes' : '');
      }
    },
    result: () => ({ compared, mismatches }),
  };
};
