import { type Args, fill, type Lang, type Text } from '../core/text.ts';
import type { Basis, PartyKind } from './backlog.ts';
import type { Service } from './story-ranking.ts';

/** The words of the pages. */
export const LABELS = {
  title: { nl: 'Backlog en {document}', en: 'Backlog and {document}' },
  totals: {
    nl: '{parties} {parties#partij|partijen}, {stories} {stories#verhaal|verhalen}, {operations} {operations#operatie|operaties} en {rules} geldende {rules#regel|regels}.',
    en: '{parties} {parties#party|parties}, {stories} {stories#story|stories}, {operations} {operations#operation|operations} and {rules} {rules#rule|rules} in force.',
  },
  apis: { nl: 'Dekking per API', en: 'Coverage per API' },
  api: {
    nl: '{api}: {operations} {operations#operatie|operaties}, {withStory} met een verhaal, {withRule} met een regel',
    en: '{api}: {operations} {operations#operation|operations}, {withStory} with a story, {withRule} with a rule',
  },
  parties: { nl: 'Partijen', en: 'Parties' },
  partyLine: {
    nl: '{name}: {stories} ingebracht, {shared} van een ander gedeeld; {operations} nodig',
    en: '{name}: {stories} brought, {shared} of others shared; {operations} needed',
  },
  noParty: { nl: '{stories} zonder genoemde partij', en: '{stories} without a named party' },
  ranking: { nl: 'Waarde', en: 'Value' },
  rankingLegend: {
    nl: 'Operaties die een verhaal nodig heeft: eerst voor de meeste partijen, dan voor de meeste verhalen. Een samenwerkingsverband telt als zijn leden. "Genoemd" telt de verhalen waarvan de bron de operaties zelf noemt; bij de andere is het verband helemaal of deels afgeleid.',
    en: 'Operations that a story needs: most parties first, then most stories. A partnership counts as its members. "Stated" counts the stories whose source names the operations itself; for the others the link is inferred, wholly or in part.',
  },
  rank: {
    nl: '{parties}, {stories} ({stated} genoemd): {operation}, {label}',
    en: '{parties}, {stories} ({stated} stated): {operation}, {label}',
  },
  rankParties: { nl: ' — {names}', en: ' — {names}' },
  storyRanking: { nl: 'Verhalen naar waarde', en: 'Stories by value' },
  storyRankingLegend: {
    nl: 'Alle verhalen, bediend of niet: eerst voor de meeste partijen, dan wat het minst bediend is. Verhalen zonder genoemde partij staan achteraan; dat zegt niets over hun belang.',
    en: 'Every story, served or not: most parties first, then what is served least. Stories that name no party come last, which says nothing of their weight.',
  },
  storyLine: { nl: '{parties}, {service}: {story}, {title}', en: '{parties}, {service}: {story}, {title}' },
  storyMissing: { nl: '. Ontbreekt: {missing}', en: '. Missing: {missing}' },
  storyProposals: { nl: ' Voorstel: {proposals}.', en: ' Proposal: {proposals}.' },
  proposals: { nl: 'Voorstellen', en: 'Proposals' },
  proposalsLegend: {
    nl: 'Wijzigingen op weg naar de standaard; de waarde is het aantal verhalen maal het aantal partijen erachter, met wie het voorstelt.',
    en: 'Changes on their way into the standard; the value is the number of stories times the parties behind them, the proposer included.',
  },
  proposalLine: {
    nl: 'waarde {value} ({stories} × {parties}): {proposal}, {title} — {party}',
    en: 'value {value} ({stories} × {parties}): {proposal}, {title} — {party}',
  },
  storiesWithoutOperation: { nl: 'Verhalen zonder operatie', en: 'Stories without an operation' },
  operationsWithoutStory: { nl: 'Operaties zonder verhaal', en: 'Operations without a story' },
  rulesWithoutOperation: { nl: 'Regels zonder operatie', en: 'Rules without an operation' },
  brokenLinks: { nl: 'Verbroken verbanden', en: 'Broken links' },
  none: { nl: 'Geen.', en: 'None.' },
  noApi: { nl: 'buiten elke API', en: 'in no API' },

  direct: {
    nl: '{name} is een {kind} en doet zelf mee aan de samenwerking.',
    en: '{name} is a {kind} and takes part in the collaboration itself.',
  },
  indirect: {
    nl: '{name} is een {kind} en doet mee aan de samenwerking via {union}.',
    en: '{name} is a {kind} and takes part in the collaboration through {union}.',
  },
  both: {
    nl: '{name} is een {kind} en doet mee aan de samenwerking, zelf en via {union}.',
    en: '{name} is a {kind} and takes part in the collaboration, itself and through {union}.',
  },
  neither: { nl: '{name} is een {kind}.', en: '{name} is a {kind}.' },
  roles: { nl: 'Rol: {roles}.', en: 'Role: {roles}.' },
  provides: {
    nl: 'Maakt een implementatie van: {apis}{product}.',
    en: 'Makes an implementation of: {apis}{product}.',
  },
  onItsApis: {
    nl: 'Daarvoor telt de backlog {stories}: {ids}.',
    en: 'For these the backlog counts {stories}: {ids}.',
  },
  members: { nl: 'Leden ({count}): {names}.', en: 'Members ({count}): {names}.' },
  source: { nl: 'Bron: {source}.', en: 'Source: {source}.' },
  summary: { nl: 'In het kort', en: 'In short' },
  summaryBrought: { nl: '{stories} zelf ingebracht.', en: '{stories} brought by the party itself.' },
  summaryShared: {
    nl: '{stories} van een ander die ook in de eigen processen voorkomen.',
    en: '{stories} of others that its own processes cover too.',
  },
  summaryOperations: {
    nl: 'Die verhalen hebben samen {operations} nodig, in: {apis}.',
    en: 'Together those stories need {operations}, in: {apis}.',
  },
  summaryRules: { nl: 'Voor die operaties gelden {rules}.', en: '{rules} apply to those operations.' },
  noStories: {
    nl: 'De backlog heeft geen verhaal dat {name} noemt.',
    en: 'The backlog has no story that names {name}.',
  },
  basisLegend: {
    nl: 'Bij elk verhaal staat of de bron de operaties noemt. Wat afgeleid is, is een oordeel van wie de backlog bijhoudt en geen uitspraak van {name}. Attributen komen uit de regels die voor de operaties gelden; een verhaal noemt ze zelf niet.',
    en: 'Each story says whether its source names the operations. What is inferred is a judgement of whoever keeps the backlog and no statement of {name}. Attributes come from the rules on the operations; a story names none itself. Stories, operations and rules are quoted in Dutch, the language of the standard.',
  },
  stories: { nl: 'Verhalen', en: 'Stories' },
  throughMembership: {
    nl: 'Verhalen via {union}',
    en: 'Stories through {union}',
  },
  throughMembershipLegend: {
    nl: '{name} is lid van {union}. Deze verhalen noemen {union} en niet {name}.',
    en: '{name} is a member of {union}. These stories name {union}, not {name}.',
  },
  /** A story is Dutch in every language: its parts are. Goals are clauses or infinitives, so no "zodat". */
  wish: { nl: 'Als {role} wil ik {wish}.', en: 'Als {role} wil ik {wish}.' },
  goal: { nl: ' Het doel: {goal}.', en: ' Het doel: {goal}.' },
  process: { nl: 'Proces: {process}.', en: 'Process: {process}.' },
  broughtBy: { nl: 'Ingebracht door {party}.', en: 'Brought by {party}.' },
  sharedWith: { nl: 'Ook in een proces van {party}.', en: 'Also in a process of {party}.' },
  missing: { nl: 'Ontbreekt nog: {missing}', en: 'Still missing: {missing}' },
  sprint: { nl: 'Sprint {sprint}.', en: 'Sprint {sprint}.' },
  alsoFor: { nl: ' Ook nodig voor {names}.', en: ' Also needed by {names}.' },
  noOperation: {
    nl: 'Bij dit verhaal staat geen operatie.',
    en: 'This story names no operation.',
  },
  unknownOperations: {
    nl: 'Het document heeft deze operaties niet: {operations}.',
    en: 'The document does not have these operations: {operations}.',
  },
  storyRules: { nl: 'Regels: {rules}.', en: 'Rules: {rules}.' },
  storyAttributes: {
    nl: 'Attributen in die regels: {attributes}.',
    en: 'Attributes in those rules: {attributes}.',
  },
  rules: { nl: 'Regels bij deze verhalen', en: 'Rules that these stories meet' },
  statuses: {
    nl: ' Bij overtreding: status {statuses}{open}.',
    en: ' When violated: status {statuses}{open}.',
  },
  statusOpen: { nl: ' (de regel laat dit open)', en: ' (the rule leaves this open)' },
  errorCode: { nl: ' Foutcode: {code}.', en: ' Error code: {code}.' },
  attributes: { nl: ' Attributen: {attributes}.', en: ' Attributes: {attributes}.' },
} as const satisfies Record<string, Text>;

export const BASIS_WORDS = {
  stated: { nl: 'Operaties, door de bron genoemd:', en: 'Operations, stated by the source:' },
  inferred: { nl: 'Operaties (afgeleid):', en: 'Operations (inferred):' },
  both: {
    nl: 'Operaties (deels afgeleid, deels door de bron genoemd):',
    en: 'Operations (partly inferred, partly stated by the source):',
  },
} as const satisfies Record<Basis, Text>;

export const SERVICE_WORDS = {
  served: { nl: 'bediend', en: 'served' },
  partly: { nl: 'deels bediend', en: 'partly served' },
  unserved: { nl: 'niet bediend', en: 'unserved' },
  unknown: { nl: 'onbekend wat nodig is', en: 'unknown what it needs' },
} as const satisfies Record<Service, Text>;

export const KIND_WORDS = {
  gemeente: { nl: 'gemeente', en: 'municipality (gemeente)' },
  samenwerkingsverband: {
    nl: 'samenwerkingsverband',
    en: 'partnership of municipalities (samenwerkingsverband)',
  },
  leverancier: { nl: 'leverancier', en: 'vendor (leverancier)' },
  facilitator: { nl: 'facilitator', en: 'facilitator' },
} as const satisfies Record<PartyKind, Text>;

const COUNTED = {
  party: { nl: ['partij', 'partijen'], en: ['party', 'parties'] },
  story: { nl: ['verhaal', 'verhalen'], en: ['story', 'stories'] },
  operation: { nl: ['operatie', 'operaties'], en: ['operation', 'operations'] },
  rule: { nl: ['regel', 'regels'], en: ['rule', 'rules'] },
} as const satisfies Record<string, Readonly<Record<Lang, readonly [string, string]>>>;

/** `1 verhaal`, `2 verhalen`. */
export const count = (number: number, what: keyof typeof COUNTED, lang: Lang): string =>
  `${number} ${COUNTED[what][lang][number === 1 ? 0 : 1]}`;

export const say = (label: keyof typeof LABELS, lang: Lang, args: Args = {}): string =>
  fill(LABELS[label][lang], args);
