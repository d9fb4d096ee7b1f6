import type { Text } from '../../core/text.ts';

/** The words around versions and what changed between them. */
export const VERSION_LABELS = {
  versions: { nl: 'Versies', en: 'Versions' },
  versionsIntro: { nl: 'Elke versie die is uitgegeven.', en: 'Every version that was released.' },
  versionsCompared: {
    nl: 'Wat er sinds een versie is gewijzigd, staat ook op elke pagina zelf: kies die versie bovenaan bij “Vergelijk met”.',
    en: 'What changed since a version is shown on every page itself too: choose that version at the top, at “Compare with”.',
  },
  versionsAged: {
    nl: 'Elke pagina zegt sinds welke versie iets er is, en in welke het voor het laatst is gewijzigd.',
    en: 'Every page says since which version a thing is there, and in which it changed last.',
  },
  broughtBy: { nl: 'Wat {version} bracht', en: 'What {version} brought' },
  compareWith: { nl: 'Vergelijk met', en: 'Compare with' },
  noComparison: { nl: 'niets', en: 'nothing' },
  support: { nl: 'Ondersteuning', en: 'Support' },
  supported: { nl: 'ondersteund', en: 'supported' },
  notSupported: { nl: 'niet meer ondersteund', en: 'no longer supported' },
  supportedUntil: { nl: 'ondersteund tot en met {date}', en: 'supported until {date}' },
  feeds: { nl: 'Op de hoogte blijven', en: 'Stay informed' },
  feedsIntro: {
    nl: 'Een feed (Atom) noemt elke versie met wat er is gewijzigd; die van een partij noemt alleen wat haar verhalen raakt.',
    en: 'A feed (Atom) tells of each version what changed; that of a party tells only what touches its stories.',
  },
  feedNew: { nl: 'nieuw: {name}', en: 'new: {name}' },
  feedChanged: { nl: 'gewijzigd: {name}', en: 'changed: {name}' },
  feedGone: { nl: 'vervallen: {name}', en: 'gone: {name}' },
  feedOfAll: { nl: 'Alle versies', en: 'All versions' },
  published: { nl: 'Uitgegeven', en: 'Released' },
  changes: { nl: 'Wijzigingen', en: 'Changes' },
  changesSince: { nl: 'wat is gewijzigd sinds {version}', en: 'what changed since {version}' },
  changesBetween: { nl: 'Van {old} naar {new}', en: 'From {old} to {new}' },
  notesOf: { nl: 'Toelichting bij {version}', en: 'Notes of {version}' },
  clientsAct: { nl: 'Clients moeten wijzigen', en: 'Clients have to change' },
  clientsCare: { nl: 'Clients letten op', en: 'Clients take care' },
  providersAct: { nl: 'Werk voor registers', en: 'Work for providers' },
  textsOnly: { nl: 'Alleen teksten', en: 'Texts only' },
  otherChanges: { nl: 'Overige wijzigingen', en: 'Other changes' },
  changedPlaces: { nl: 'Waar dat op de pagina’s staat', en: 'Where that stands on the pages' },
  nothingChanged: { nl: 'Op geen pagina is iets gewijzigd.', en: 'No page changed.' },
  newCount: { nl: '{n} nieuw', en: '{n} new' },
  changedCount: { nl: '{n} gewijzigd', en: '{n} changed' },
  textCount: { nl: '{n} alleen tekst', en: '{n} text only' },
  sinceVersion: { nl: 'sinds {version}', en: 'since {version}' },
  changedIn: { nl: 'gewijzigd in {version}', en: 'changed in {version}' },
  unreleased: { nl: 'nieuw, nog niet uitgegeven', en: 'new, not yet released' },
  pageSince: {
    nl: 'Alles op deze pagina is er sinds {version}, behalve waar iets anders staat.',
    en: 'Everything on this page is there since {version}, except where it says otherwise.',
  },
  gonePage: {
    nl: 'Deze pagina was er tot en met {version}. Wat erop stond, is vervallen of heeft nu een andere naam.',
    en: 'This page was there up to and including {version}. What it told of is gone, or has another name now.',
  },
  nowHere: { nl: 'Staat nu hier', en: 'Stands here now' },
  removedCount: { nl: '{n} vervallen', en: '{n} gone' },
} as const satisfies Record<string, Text>;

/** What the script of the versions writes on a page. */
export const CHANGE_TEXTS = {
  new: { nl: 'nieuw sinds {version}', en: 'new since {version}' },
  changed: { nl: 'gewijzigd sinds {version}', en: 'changed since {version}' },
  text: { nl: 'tekst gewijzigd', en: 'text changed' },
  removed: { nl: 'vervallen sinds {version}', en: 'gone since {version}' },
  newCount: VERSION_LABELS.newCount,
  changedCount: VERSION_LABELS.changedCount,
  textCount: VERSION_LABELS.textCount,
  removedCount: VERSION_LABELS.removedCount,
  since: { nl: 'Sinds {version}:', en: 'Since {version}:' },
  same: {
    nl: 'Op deze pagina is sinds {version} niets gewijzigd.',
    en: 'Nothing changed on this page since {version}.',
  },
  all: { nl: 'alle wijzigingen', en: 'all changes' },
  absentThere: { nl: '{name} bestaat niet in {version}.', en: '{name} does not exist in {version}.' },
} as const satisfies Record<string, Text>;
