import type { Severity, Surface, Verdict } from '../model/finding.ts';
import type { JsonObject } from '../model/json.ts';
import type { Text } from '../model/lang.ts';

/** What a change of two small documents must give: executed by the tests. */
export interface PartCase {
  /** Merged over a small document with one operation; `undefined` takes a member out. */
  readonly old: JsonObject;
  readonly next: JsonObject;
}

/** A row of the tables: a name for a change, its texts, and where no set decides, its verdicts. */
export interface Row {
  readonly id: string;
  readonly surface: Surface;
  /** Verdict for clients and for providers; absent where sets decide. */
  readonly stated?: readonly [clients: Verdict, providers: Verdict];
  readonly message: Text;
  readonly why: Text;
  readonly source: string;
}

/** The gravest severity that a row can give. */
export const gravest = ({ stated, surface }: Row): Severity => {
  if (!stated) return surface === 'wire' ? 'breaking' : 'warning';
  const [clients, providers] = stated;
  if (clients === 'breaking' || providers === 'breaking') return 'breaking';
  return clients === 'warning' || providers === 'warning' ? 'warning' : 'info';
};
