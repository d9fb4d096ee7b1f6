import type { Evidence, Severity, Verdict } from '../core/finding.ts';
import type { Counted } from '../core/plural.ts';
import type { Bump } from '../core/report.ts';
import type { Text } from '../core/text.ts';

/** The words around the findings. For providers a change is work, or makes them no longer conform; it never "breaks". */
export const LABELS = {
  nothing: { nl: 'Geen bevindingen.', en: 'No findings.' },
  old: { nl: 'was', en: 'old' },
  new: { nl: 'nu', en: 'new' },
  reach: { nl: 'raakt', en: 'reaches' },
  more: { nl: 'en {count} meer', en: 'and {count} more' },
  evidence: { nl: 'bewijs', en: 'evidence' },
  suggestion: { nl: 'was {was}, nu {now}?', en: 'was {was}, now {now}?' },
  clients: { nl: 'clients', en: 'clients' },
  providers: { nl: 'providers', en: 'providers' },
  bump: { nl: 'versie', en: 'version' },
  repaired: { nl: 'Hersteld', en: 'Repaired' },
  suppressed: { nl: 'Uitgezonderd', en: 'Suppressed' },
  by: { nl: 'door', en: 'by' },
  severity: { nl: 'ernst', en: 'severity' },
  finding: { nl: 'bevinding', en: 'finding' },
  place: { nl: 'plaats', en: 'place' },
  rule: { nl: 'regel', en: 'rule' },
  why: { nl: 'waarom', en: 'why' },
  source: { nl: 'bron', en: 'source' },
} as const satisfies Record<string, Text>;

export const SEVERITY_WORDS = {
  error: { nl: 'fout', en: 'error' },
  breaking: { nl: 'breekt', en: 'breaking' },
  warning: { nl: 'waarschuwing', en: 'warning' },
  info: { nl: 'info', en: 'info' },
} as const satisfies Record<Severity, Text>;

/** `5 fouten`, `1 warning`. */
export const COUNTED_SEVERITIES = {
  error: {
    nl: { one: '1 fout', other: '{count} fouten' },
    en: { one: '1 error', other: '{count} errors' },
  },
  breaking: {
    nl: { one: '1 breekt', other: '{count} breken' },
    en: { one: '1 breaking', other: '{count} breaking' },
  },
  warning: {
    nl: { one: '1 waarschuwing', other: '{count} waarschuwingen' },
    en: { one: '1 warning', other: '{count} warnings' },
  },
  info: {
    nl: { one: '1 opmerking', other: '{count} opmerkingen' },
    en: { one: '1 remark', other: '{count} remarks' },
  },
} as const satisfies Record<Severity, Counted>;

export const CLIENT_WORDS = {
  breaking: { nl: 'breekt', en: 'breaks' },
  warning: { nl: 'risico', en: 'at risk' },
  info: { nl: 'blijft werken', en: 'keeps working' },
  none: { nl: 'merkt niets', en: 'unaffected' },
} as const satisfies Record<Verdict, Text>;

export const PROVIDER_WORDS = {
  breaking: { nl: 'voldoet niet meer', en: 'no longer conforms' },
  warning: { nl: 'werk', en: 'work' },
  info: { nl: 'voldoet', en: 'conforms' },
  none: { nl: 'merkt niets', en: 'unaffected' },
} as const satisfies Record<Verdict, Text>;

export const EVIDENCE_WORDS = {
  witness: {
    nl: 'mocht worden gestuurd en wordt niet meer aanvaard',
    en: 'could be sent and is no longer accepted',
  },
  together: {
    nl: 'mocht worden gestuurd en wordt niet meer aanvaard, ook om {beside}; geen bericht gevonden dat dit alleen toont',
    en: 'could be sent and is no longer accepted, for {beside} too; no message found that shows this alone',
  },
  safe: {
    nl: 'bewezen: alles wat gestuurd mag worden, wordt aanvaard',
    en: 'proved: all that may be sent is accepted',
  },
  assumed: { nl: 'volgens afspraak {because}', en: 'by convention {because}' },
  unproved: { nl: 'niet bewezen, geen tegenvoorbeeld gevonden', en: 'not proved, no counterexample found' },
  stated: { nl: 'vastgestelde regel', en: 'stated rule' },
} as const satisfies Record<Evidence['is'] | 'together', Text>;

export const BUMP_WORDS = {
  major: { nl: 'een nieuwe hoofdversie nodig', en: 'needs a major version' },
  minor: { nl: 'een nieuwe subversie nodig', en: 'needs a minor version' },
  patch: { nl: 'een patchversie volstaat', en: 'a patch version is enough' },
  none: { nl: 'geen nieuwe versie nodig', en: 'needs no new version' },
} as const satisfies Record<Bump, Text>;
