import type { Evidence, Locus, Severity, Verdict, WitnessAddress } from '../core/finding.ts';
import type { Counted } from '../core/plural.ts';
import type { DifferenceReason } from '../core/report.ts';
import type { Text } from '../core/text.ts';
import type { Bump } from '../core/version-policy.ts';

/** The words around the findings. For providers a change is work, or makes them no longer conform; it never "breaks". */
export const LABELS = {
  nothing: { nl: 'Geen bevindingen.', en: 'No findings.' },
  nothingNew: { nl: 'Geen nieuwe bevindingen.', en: 'No new findings.' },
  old: { nl: 'was', en: 'old' },
  new: { nl: 'nu', en: 'new' },
  reach: { nl: 'raakt', en: 'reaches' },
  more: { nl: 'en {count} meer', en: 'and {count} more' },
  evidence: { nl: 'bewijs', en: 'evidence' },
  suggestion: { nl: 'was {was}, nu {now}?', en: 'was {was}, now {now}?' },
  clients: { nl: 'clients', en: 'clients' },
  providers: { nl: 'providers', en: 'providers' },
  bump: { nl: 'versie', en: 'version' },
  because: { nl: 'want', en: 'because' },
  repaired: { nl: 'Hersteld', en: 'Repaired' },
  equivalent: {
    nl: 'Anders geschreven zonder bevinding ({count})',
    en: 'Written differently without a finding ({count})',
  },
  ways: { nl: 'zonder breuk', en: 'without a break' },
  conventions: { nl: 'Aannames', en: 'Conventions' },
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
  breaking: { nl: 'breken', en: 'break' },
  warning: { nl: 'lopen risico', en: 'at risk' },
  info: { nl: 'blijven werken', en: 'keep working' },
  none: { nl: 'merken niets', en: 'unaffected' },
} as const satisfies Record<Verdict, Text>;

export const PROVIDER_WORDS = {
  breaking: { nl: 'voldoen niet meer', en: 'no longer conform' },
  warning: { nl: 'moeten bouwen', en: 'have to build' },
  info: { nl: 'voldoen', en: 'conform' },
  none: { nl: 'merken niets', en: 'unaffected' },
} as const satisfies Record<Verdict, Text>;

export const EVIDENCE_WORDS = {
  witness: {
    nl: 'dit bericht mocht en wordt nu geweigerd',
    en: 'this message was allowed and is now refused',
  },
  safe: {
    nl: 'bewezen: alles wat gestuurd mag worden, wordt aanvaard',
    en: 'proved: all that may be sent is accepted',
  },
  assumed: { nl: 'volgens aanname {because}', en: 'by convention {because}' },
  unproved: { nl: 'niet bewezen, geen tegenvoorbeeld gevonden', en: 'not proved, no counterexample found' },
  stated: { nl: 'vastgestelde regel', en: 'stated rule' },
} as const satisfies Record<Evidence['is'], Text>;

/** The stated rule by name, where it is written, and its reason. */
export const RULE_WORDS: Text = {
  nl: 'regel {rule} ({source}): {why}',
  en: 'rule {rule} ({source}): {why}',
};

/** The reason where a rule of schemas gives its verdict by agreement: what may be sent is no narrower or wider for it. */
export const NO_SET: Text = {
  nl: 'vast oordeel voor dit soort wijziging (docs/engine.md)',
  en: 'a fixed verdict for this kind of change (docs/engine.md)',
};

/** A witness in words, by its direction and by the version whose senders may send it. */
export const WITNESS_WORDS = {
  request: {
    old: { nl: 'mocht worden gestuurd en wordt nu geweigerd', en: 'could be sent and is now refused' },
    new: {
      nl: 'mag nu worden gestuurd en was nooit toegestaan',
      en: 'may now be sent and was never allowed',
    },
  },
  response: {
    old: { nl: 'kon terugkomen en mag niet meer', en: 'could come back and is no longer allowed' },
    new: { nl: 'kan nu terugkomen en was nooit toegestaan', en: 'may now come back and was never allowed' },
  },
} as const satisfies Record<WitnessAddress['direction'], Record<WitnessAddress['from'], Text>>;

/** An example of the document with an edit, before what becomes of it. */
export const EXAMPLE_WORDS: Text = {
  nl: 'het voorbeeld uit het document, {edit}, {words}',
  en: 'the example of the document, {edit}, {words}',
};

/** A message that the document does not show, before what becomes of it. */
export const MESSAGE_WORDS: Text = {
  nl: 'een bericht {edit} {words}',
  en: 'a message {edit} {words}',
};

/** A message that shows several changes at once. */
export const BESIDE_WORDS: Text = {
  nl: 'geen bericht toont dit zonder {beside}, een andere wijziging',
  en: 'no message shows this without {beside}, another change',
};

/** A break that is shown at a place of another subject. */
export const ELSEWHERE_WORDS: Text = {
  nl: 'hier geen bericht gevonden dat het toont; wel bij {at}',
  en: 'no message found here that shows it; there is one at {at}',
};

/** The directions of messages as people call them. */
export const DIRECTION_WORDS = {
  request: { nl: 'verzoek', en: 'request' },
  response: { nl: 'antwoord', en: 'response' },
} as const satisfies Record<WitnessAddress['direction'], Text>;

/** The parts of a message, before a name in them. */
export const PART_WORDS = {
  path: { nl: 'padparameter', en: 'path parameter' },
  query: { nl: 'queryparameter', en: 'query parameter' },
  header: { nl: 'header', en: 'header' },
  cookie: { nl: 'cookie', en: 'cookie' },
  body: { nl: 'inhoud', en: 'body' },
} as const satisfies Record<NonNullable<Locus['part']>, Text>;

/** Why what is written differently has no finding. */
export const REASON_WORDS = {
  order: { nl: 'volgorde', en: 'order' },
  version: { nl: 'versie', en: 'version' },
  'same-access': { nl: 'dezelfde toegang', en: 'same access' },
  'same-values': { nl: 'dezelfde waarden', en: 'same values' },
  'written-out': { nl: 'uitgeschreven standaard', en: 'default written out' },
  spelling: { nl: 'andere schrijfwijze', en: 'another spelling' },
  void: { nl: 'zegt daar niets', en: 'says nothing there' },
} as const satisfies Record<DifferenceReason, Text>;

export const BUMP_WORDS = {
  major: { nl: 'vraagt een nieuwe hoofdversie', en: 'needs a major version' },
  minor: { nl: 'vraagt een nieuwe minorversie', en: 'needs a minor version' },
  patch: { nl: 'een patchversie volstaat', en: 'a patch version is enough' },
  none: { nl: 'geen nieuwe versie nodig', en: 'needs no new version' },
} as const satisfies Record<Bump, Text>;
