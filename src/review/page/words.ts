import type { Text } from '../../core/text.ts';
import type { DecisionState } from '../decisions/gate.ts';

/** The words of a review, for every format. */
export const WORDS = {
  verdict: { nl: 'Oordeel', en: 'Verdict' },
  forMe: { nl: 'Voor mij', en: 'For me' },
  map: { nl: 'Kaart', en: 'Map' },
  changes: { nl: 'Wijzigingen', en: 'Changes' },
  quality: { nl: 'Kwaliteit', en: 'Quality' },
  release: { nl: 'Uitgave', en: 'Release' },
  texts: { nl: 'Teksten', en: 'Texts' },
  origin: { nl: 'Herkomst', en: 'Origin' },
  next: { nl: 'Wat er nog moet gebeuren', en: 'What has to be done' },
  nothingNext: { nl: 'Niets.', en: 'Nothing.' },
  problems: { nl: 'Besluiten die niet kloppen', en: 'Decisions that are not right' },
  roles: { nl: 'Rollen', en: 'Roles' },
  client: { nl: 'Ik bouw een client', en: 'I build a client' },
  provider: { nl: 'Ik bouw een register', en: 'I build a register' },
  municipality: { nl: 'Ik ben een gemeente', en: 'I am a municipality' },
  maintainer: { nl: 'Ik beheer de standaard', en: 'I maintain the standard' },
  nothingForYou: { nl: 'Niets voor u.', en: 'Nothing for you.' },
  noBacklog: {
    nl: 'Geen verhalen bekend: er staat geen backlog naast het document.',
    en: 'No stories known: no backlog stands beside the document.',
  },
  noStories: {
    nl: 'Geen verhaal in de backlog gebruikt wat hier wijzigt.',
    en: 'No story of the backlog uses what changes here.',
  },
  completeness: {
    nl: 'Dit zijn de verhalen in de backlog; wie daar niet in staat, kan toch geraakt worden.',
    en: 'These are the stories of the backlog; who is not in it may be concerned all the same.',
  },
  stories: { nl: 'verhalen', en: 'stories' },
  parties: { nl: 'partijen', en: 'parties' },
  decision: { nl: 'besluit', en: 'decision' },
  concern: { nl: 'bezwaar', en: 'concern' },
  notJudgedLint: {
    nl: 'Hier niet beoordeeld. zds lint --base BASIS toont wat de wijziging toevoegt; zds validate houdt de voorbeelden tegen hun schema.',
    en: 'Not judged here. zds lint --base BASE shows what the change adds; zds validate holds the examples against their schemas.',
  },
  notJudgedNote: {
    nl: 'Hier niet beoordeeld: er is geen uitgavetekst naast gelegd.',
    en: 'Not judged here: no release note was held against it.',
  },
  noTexts: { nl: 'Geen teksten gewijzigd.', en: 'No texts changed.' },
  resource: { nl: 'pad', en: 'path' },
  gravest: { nl: 'zwaarste oordeel', en: 'gravest verdict' },
  count: { nl: 'aantal', en: 'number' },
  noChanges: { nl: 'Geen wijzigingen.', en: 'No changes.' },
  search: { nl: 'zoek', en: 'search' },
  all: { nl: 'alles', en: 'all' },
  draft: { nl: 'besluit als YAML', en: 'decision as YAML' },
  agreed: { nl: 'akkoord', en: 'agrees' },
  objected: { nl: 'bezwaar', en: 'objects' },
  silent: { nl: 'open', en: 'open' },
  nothingToSay: { nl: 'niets te besluiten', en: 'nothing to decide' },
  more: {
    nl: 'nog {count} wijzigingen staan in de hele review',
    en: '{count} more changes stand in the whole review',
  },
  mayMerge: { nl: 'kan erin', en: 'may be merged' },
  mayNotMerge: { nl: 'kan er nog niet in', en: 'may not be merged yet' },
} as const satisfies Record<string, Text>;

export const STATES: Readonly<Record<DecisionState, Text>> = {
  'not-needed': { nl: 'geen besluit nodig', en: 'no decision needed' },
  accepted: { nl: 'aanvaard', en: 'accepted' },
  open: { nl: 'open', en: 'open' },
  refused: { nl: 'afgewezen of uitgesteld', en: 'refused or put off' },
  contradictory: { nl: 'tegenstrijdig', en: 'contradictory' },
  expired: { nl: 'verlopen', en: 'expired' },
  incomplete: { nl: 'niet volledig', en: 'incomplete' },
  waiting: { nl: 'wacht', en: 'waits' },
};
