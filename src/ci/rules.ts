import type { RuleInfo } from '../core/rule.ts';

const source = 'docs/adopt.md';

/** What is said of a document as a whole; the catalogue rows of this feature. */
export const ciRules = [
  {
    id: 'document-added',
    kind: 'ci',
    severity: 'info',
    message: {
      nl: '{document} is nieuw: er is niets om mee te vergelijken',
      en: '{document} is new: nothing to compare',
    },
    why: {
      nl: 'Niemand bouwt nog op een nieuw document: het kan niets breken. De volgende wijziging wordt ermee vergeleken.',
      en: 'Nobody builds on a new document yet: it breaks nothing. The next change is compared with it.',
    },
    source,
  },
  {
    id: 'document-removed',
    kind: 'ci',
    severity: 'breaking',
    message: {
      nl: '{document} is verwijderd, met alles wat het beschrijft',
      en: '{document} is removed, with all that it describes',
    },
    why: {
      nl: 'Wie op het document bouwt, heeft geen beschrijving meer van wat er geldt.',
      en: 'Whoever builds on the document has no description left of what holds.',
    },
    source,
  },
  {
    id: 'document-incomparable',
    kind: 'ci',
    severity: 'warning',
    message: {
      nl: '{document} is niet vergeleken: de versie in de basis kan niet worden gelezen ({nl})',
      en: '{document} is not compared: its version in the base cannot be read ({en})',
    },
    why: {
      nl: 'Wat niet vergeleken is, kan van alles breken.',
      en: 'What is not compared may break anything.',
    },
    source,
  },
  {
    id: 'document-unreadable',
    kind: 'ci',
    severity: 'error',
    message: { nl: 'kan niet worden gelezen: {nl}', en: 'cannot be read: {en}' },
    why: {
      nl: 'Een document dat niet gelezen kan worden, is niet beoordeeld.',
      en: 'A document that cannot be read is not judged.',
    },
    source,
  },
] as const satisfies readonly RuleInfo[];

export type CiRule = (typeof ciRules)[number]['id'];
