import type { RuleInfo } from '../core/rule.ts';

const why = {
  nl: 'Leveranciers bouwen op een uitgebrachte versie: wat daarin staat, verandert niet meer.',
  en: 'Vendors build on a released version: what is in it never changes.',
};

const promised = {
  nl: 'Wie op een versie bouwt, moet weten hoe lang dat kan, en wat ervoor in de plaats komt.',
  en: 'Whoever builds on a version has to know how long that lasts, and what takes its place.',
};

const source = 'Semantic Versioning 2.0.0, rule 3';

/** The catalogue rows of this feature. */
export const releaseRules = [
  {
    id: 'release-changed',
    kind: 'release',
    severity: 'error',
    message: {
      nl: '{path} is veranderd sinds de versie uitkwam: haal het bestand terug',
      en: '{path} changed since the version was released: take the file back',
    },
    why,
    source,
  },
  {
    id: 'release-missing',
    kind: 'release',
    severity: 'error',
    message: {
      nl: '{path} hoort bij een uitgebrachte versie en is er niet: haal het bestand terug',
      en: '{path} belongs to a released version and is not there: take the file back',
    },
    why,
    source,
  },
  {
    id: 'release-unlisted',
    kind: 'release',
    severity: 'error',
    message: {
      nl: '{path} staat niet in checksums.json: haal het weg, of breng de versie uit met het gereedschap',
      en: '{path} is not in checksums.json: remove it, or cut the release with the tool',
    },
    why,
    source,
  },
  {
    id: 'support-unlisted',
    kind: 'release',
    severity: 'error',
    message: {
      nl: '{version} is uitgegeven en staat niet in support.yaml: zet de uitgave erin, met haar status',
      en: '{version} is released and not in support.yaml: list it there, with its status',
    },
    why: promised,
    source: 'zds schema support',
  },
  {
    id: 'support-without-release',
    kind: 'release',
    severity: 'error',
    message: {
      nl: 'support.yaml noemt {version}, en die uitgave is er niet',
      en: 'support.yaml names {version}, and there is no such release',
    },
    why: promised,
    source: 'zds schema support',
  },
  {
    id: 'support-status-version',
    kind: 'release',
    severity: 'error',
    message: {
      nl: "{version} en status '{status}' horen niet bij elkaar; bij die status hoort: {tags}",
      en: "{version} and status '{status}' do not belong together; that status goes with: {tags}",
    },
    why: promised,
    source: 'zds schema support',
  },
  {
    id: 'support-withdrawn-incomplete',
    kind: 'release',
    severity: 'error',
    message: {
      nl: '{version} is ingetrokken en noemt geen {missing}',
      en: '{version} is withdrawn and names no {missing}',
    },
    why: promised,
    source: 'zds schema support',
  },
  {
    id: 'support-past-end',
    kind: 'release',
    severity: 'error',
    message: {
      nl: '{version} heet ondersteund, en de ondersteuning liep tot en met {date}',
      en: '{version} is called supported, and its support ended on {date}',
    },
    why: promised,
    source: 'zds schema support',
  },
  {
    id: 'support-successor-unknown',
    kind: 'release',
    severity: 'error',
    message: {
      nl: '{version} noemt als opvolger {successor}: dat is geen latere uitgave in deze lijst',
      en: '{version} names {successor} as its successor: that is no later release in this list',
    },
    why: promised,
    source: 'zds schema support',
  },
  {
    id: 'support-too-short',
    kind: 'release',
    severity: 'error',
    message: {
      nl: '{version} moet ondersteund blijven tot en met {until}: een jaar nadat {next} uitkwam',
      en: '{version} has to stay supported until {until}: a year after {next} came out',
    },
    why: promised,
    source: 'zds schema support',
  },
  {
    id: 'major-too-soon',
    kind: 'release',
    severity: 'error',
    message: {
      nl: '{version} komt te snel na {previous}: hoogstens één hoofdversie per jaar, dus niet voor {earliest}',
      en: '{version} comes too soon after {previous}: at most one major version a year, so not before {earliest}',
    },
    why: promised,
    source: 'zds schema support',
  },
] as const satisfies readonly RuleInfo[];

export type ReleaseRule = (typeof releaseRules)[number]['id'];
