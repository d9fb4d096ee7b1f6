import type { SubjectKind } from '../../core/change.ts';
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
  version: { nl: 'versie', en: 'version' },
  proposalSays: { nl: 'voorstel zegt', en: 'proposal says' },
  next: { nl: 'Wat er nog moet gebeuren', en: 'What has to be done' },
  nextShort: { nl: 'nog te doen', en: 'to be done' },
  nothingNext: { nl: 'Niets.', en: 'Nothing.' },
  problems: { nl: 'Besluiten die niet kloppen', en: 'Decisions that are not right' },
  roles: { nl: 'rollen', en: 'roles' },
  client: { nl: 'Ik bouw een client', en: 'I build a client' },
  provider: { nl: 'Ik bouw een register', en: 'I build a register' },
  municipality: { nl: 'Ik ben een gemeente', en: 'I am a municipality' },
  maintainer: { nl: 'Ik beheer de standaard', en: 'I maintain the standard' },
  choose: { nl: 'kies een gemeente', en: 'choose a municipality' },
  nothingForYou: { nl: 'Niets voor u.', en: 'Nothing for you.' },
  noBacklog: {
    nl: 'Geen verhalen bekend: er staat geen backlog naast het document.',
    en: 'No stories known: no backlog stands beside the document.',
  },
  unknown: { nl: 'niet bekend', en: 'not known' },
  tooMuch: {
    nl: 'Alleen de eerste wijzigingen tonen de regels uit de bestanden en hun hele bericht; de andere noemen bestand en regel. De review in JSON heeft alles.',
    en: 'Only the first changes show the lines of the files and their whole message; the others name file and line. The review in JSON has it all.',
  },
  noStories: {
    nl: 'Geen verhaal in de backlog gebruikt wat hier wijzigt.',
    en: 'No story of the backlog uses what changes here.',
  },
  noOperation: {
    nl: 'Niet te zeggen: deze wijziging raakt geen operatie, en verhalen noemen operaties.',
    en: 'Not known: this change reaches no operation, and stories name operations.',
  },
  completeness: {
    nl: 'Dit zijn de verhalen in de backlog; wie daar niet in staat, kan toch geraakt worden.',
    en: 'These are the stories of the backlog; who is not in it may be concerned all the same.',
  },
  stories: { nl: 'verhalen', en: 'stories' },
  parties: { nl: 'partijen', en: 'parties' },
  decision: { nl: 'besluit', en: 'decision' },
  decisions: { nl: 'besluiten', en: 'decisions' },
  concern: { nl: 'bezwaar', en: 'concern' },
  before: { nl: 'was', en: 'was' },
  after: { nl: 'nu', en: 'now' },
  notThere: { nl: 'staat er niet', en: 'not there' },
  notJudgedQuality: {
    nl: 'Niet beoordeeld in deze review. zds lint --base BASIS toont wat de wijziging toevoegt; zds validate houdt de voorbeelden tegen hun schema.',
    en: 'Not judged in this review. zds lint --base BASE shows what the change adds; zds validate holds the examples against their schemas.',
  },
  lintAdded: { nl: 'nieuwe bevindingen van lint', en: 'new findings of lint' },
  lintRepaired: { nl: 'opgeloste bevindingen van lint', en: 'findings of lint that are mended' },
  examples: { nl: 'voorbeelden die passen bij hun schema', en: 'examples that fit their schema' },
  profile: { nl: 'profiel', en: 'profile' },
  rule: { nl: 'regel', en: 'rule' },
  where: { nl: 'waar', en: 'where' },
  what: { nl: 'wat', en: 'what' },
  edit: { nl: 'tekst', en: 'text' },
  places: { nl: 'plaatsen', en: 'places' },
  notJudgedNote: {
    nl: 'Niet beoordeeld: er is geen uitgavetekst naast gelegd.',
    en: 'Not judged: no release note was held against it.',
  },
  noTexts: { nl: 'Geen teksten gewijzigd.', en: 'No texts changed.' },
  unseenTexts: {
    nl: 'Er zijn teksten gewijzigd; de woorden staan achter een verwijzing en zijn hier niet naast elkaar gezet.',
    en: 'Texts have changed; the words stand behind a reference and are not put side by side here.',
  },
  resource: { nl: 'resource', en: 'resource' },
  gravest: { nl: 'zwaarste oordeel', en: 'gravest verdict' },
  count: { nl: 'aantal', en: 'number' },
  outsideMap: { nl: 'zonder operatie', en: 'without an operation' },
  noChanges: { nl: 'Geen wijzigingen.', en: 'No changes.' },
  search: { nl: 'zoek', en: 'search' },
  forWhom: { nl: 'voor wie', en: 'for whom' },
  kind: { nl: 'soort', en: 'kind' },
  all: { nl: 'alles', en: 'all' },
  read: { nl: 'gelezen', en: 'read' },
  openAll: { nl: 'alles openen', en: 'open all' },
  print: { nl: 'afdrukken', en: 'print' },
  copyLink: { nl: 'kopieer link', en: 'copy link' },
  copy: { nl: 'kopieer', en: 'copy' },
  copied: { nl: 'gekopieerd', en: 'copied' },
  draft: {
    nl: 'YAML voor decisions/ (telt zonder draft)',
    en: 'YAML for decisions/ (counts without draft)',
  },
  agreed: { nl: 'akkoord', en: 'agrees' },
  objected: { nl: 'bezwaar', en: 'objects' },
  silent: { nl: 'open', en: 'open' },
  nothingToSay: { nl: 'niets te besluiten', en: 'nothing to decide' },
  decisionsOpen: { nl: '{open} van {all} open', en: '{open} of {all} open' },
  noDecisions: { nl: 'geen nodig', en: 'none needed' },
  more: {
    nl: 'nog {count} wijzigingen staan in de hele review',
    en: '{count} more changes stand in the whole review',
  },
  was: { nl: 'basis', en: 'base' },
  proposed: { nl: 'voorstel', en: 'proposed' },
  files: { nl: 'bestanden', en: 'files' },
  tool: { nl: 'gereedschap', en: 'tool' },
  policy: { nl: 'versiebeleid', en: 'version policy' },
  day: { nl: 'beoordeeld op', en: 'judged on' },
  conventions: { nl: 'aannames', en: 'conventions' },
  noConventions: { nl: 'Geen oordeel rust op een aanname.', en: 'No verdict rests on a convention.' },
  gaps: { nl: 'niet bewezen', en: 'not proved' },
  noGaps: {
    nl: 'Niets: elk oordeel is bewezen of vastgesteld.',
    en: 'Nothing: each verdict is proved or stated.',
  },
  equivalent: { nl: 'anders geschreven, zonder gevolg', en: 'written differently, to no effect' },
  missing: { nl: 'verwijzingen die nergens heen leiden', en: 'references that lead nowhere' },
  none: { nl: 'geen', en: 'none' },
  language: { nl: 'taal', en: 'language' },
} as const satisfies Record<string, Text>;

export const STATES: Readonly<Record<DecisionState, Text>> = {
  'not-needed': { nl: 'geen besluit nodig', en: 'no decision needed' },
  accepted: { nl: 'aanvaard', en: 'accepted' },
  open: { nl: 'besluit open', en: 'decision open' },
  refused: { nl: 'afgewezen of uitgesteld', en: 'refused or put off' },
  contradictory: { nl: 'besluiten tegenstrijdig', en: 'decisions contradict' },
  expired: { nl: 'besluit verlopen', en: 'decision expired' },
  incomplete: { nl: 'besluit niet volledig', en: 'decision incomplete' },
  waiting: { nl: 'wachttijd loopt', en: 'waiting time runs' },
};

export const KINDS: Readonly<Record<SubjectKind, Text>> = {
  attribute: { nl: 'attribuut', en: 'attribute' },
  object: { nl: 'object', en: 'object' },
  codelist: { nl: 'codelijst', en: 'code list' },
  operation: { nl: 'operatie', en: 'operation' },
  scheme: { nl: 'toegang', en: 'security scheme' },
  document: { nl: 'document', en: 'document' },
};

/** The conventions of docs/engine.md in a sentence each. */
export const CONVENTIONS: Readonly<Record<string, Text>> = {
  C1: {
    nl: 'Wie een object maakt, schrijft de namen die het schema geeft; wie het leest, verdraagt andere.',
    en: 'Who produces an object writes the names that its schema gives; who consumes it tolerates others.',
  },
  C2: {
    nl: 'readOnly hoort niet bij een verzoek, writeOnly niet bij een antwoord.',
    en: 'readOnly leaves the request, writeOnly leaves the response.',
  },
  C3: { nl: 'oneOf telt als vereniging van zijn takken.', en: 'oneOf is read as a union of its branches.' },
  C4: {
    nl: 'Alleen date, date-time, time, uuid, uri, email, ipv4, ipv6, int32 en int64 worden gecontroleerd.',
    en: 'Only date, date-time, time, uuid, uri, email, ipv4, ipv6, int32 and int64 are asserted.',
  },
  C5: {
    nl: 'Succesantwoorden en mediatypes zijn een aanbod: er een weghalen breekt clients, er een bijzetten is werk voor providers.',
    en: 'Success statuses and media types are offers: removing one breaks clients, adding one is work for providers.',
  },
  C6: {
    nl: 'Een codelijst in een antwoord mag groeien; clients lopen daarbij risico.',
    en: 'An enumeration in a response may grow; clients are at risk.',
  },
  C7: {
    nl: 'In een URL, header of formulier staat een waarde als tekst: "5" is ook het getal 5.',
    en: 'In a URL, a header or a form a value is written as text: "5" is the number 5 as well.',
  },
};
