import type { RuleInfo } from '../core/rule.ts';

const why = {
  nl: 'Een besluit dat niets dekt, niet meer geldt of zichzelf tegenspreekt, laat een wijziging door zonder dat iemand het wilde.',
  en: 'A decision that covers nothing, has expired or contradicts itself lets a change pass that nobody wanted.',
};

const noteWhy = {
  nl: 'Wie op de release note afgaat, mist anders een wijziging of zoekt er een die er niet is.',
  en: 'Whoever goes by the note misses a change otherwise, or looks for one that there is not.',
};

const noteSource = 'zds release check --notes';

const source = 'zds schema decision';

/** The catalogue rows of the review of decisions. */
export const reviewRules = [
  {
    id: 'decision-unused',
    kind: 'review',
    severity: 'warning',
    message: {
      nl: 'een besluit noemt geen wijziging die er is',
      en: 'a decision names no change that there is',
    },
    why,
    source,
  },
  {
    id: 'decision-expired',
    kind: 'review',
    severity: 'error',
    message: { nl: 'een besluit is verlopen', en: 'a decision has expired' },
    why,
    source,
  },
  {
    id: 'decision-contradictory',
    kind: 'review',
    severity: 'error',
    message: {
      nl: 'twee besluiten over een wijziging spreken elkaar tegen',
      en: 'two decisions on a change contradict each other',
    },
    why,
    source,
  },
  {
    id: 'decision-incomplete',
    kind: 'review',
    severity: 'error',
    message: {
      nl: 'aan een besluit ontbreekt een rol of het quorum',
      en: 'a decision lacks a role or the quorum',
    },
    why,
    source,
  },
  {
    id: 'decision-role-unknown',
    kind: 'review',
    severity: 'warning',
    message: {
      nl: 'een positie noemt een rol die hier niet besluit',
      en: 'a position names a role that does not decide here',
    },
    why,
    source,
  },
  {
    id: 'status-transition',
    kind: 'review',
    severity: 'error',
    message: {
      nl: 'een status komt na een status waar zij niet op kan volgen',
      en: 'a status comes after one that it cannot follow',
    },
    why: {
      nl: 'Wie op een status bouwt, rekent erop dat een belofte alleen vaster wordt, of met een aankondiging eindigt.',
      en: 'Whoever builds on a status counts on a promise getting firmer only, or ending with an announcement.',
    },
    source: 'x-zds-status',
  },
  {
    id: 'note-claim-contradicted',
    kind: 'release',
    severity: 'error',
    message: {
      nl: "de release note zegt '{what}', en dat klopt niet: {because}",
      en: "the note says '{what}', and that is not so: {because}",
    },
    why: noteWhy,
    source: noteSource,
  },
  {
    id: 'note-change-missing',
    kind: 'release',
    severity: 'error',
    message: {
      nl: 'geen regel van de release note noemt {what}',
      en: 'no line of the note names {what}',
    },
    why: noteWhy,
    source: noteSource,
  },
  {
    id: 'note-line-unexplained',
    kind: 'release',
    severity: 'warning',
    message: {
      nl: "geen wijziging verklaart deze regel: '{what}'",
      en: "no change explains this line: '{what}'",
    },
    why: noteWhy,
    source: noteSource,
  },
] as const satisfies readonly RuleInfo[];
