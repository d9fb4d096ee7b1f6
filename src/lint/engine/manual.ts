import type { RuleText } from '../rule.ts';

/** Rules that no document can show: questions for the reviewer. The message is the question. */
export const manualTexts: readonly RuleText[] = [
  {
    id: 'adr-nested-child',
    severity: 'info',
    profiles: {},
    source: 'ADR /core/nested-child',
    message: {
      nl: 'Staat elke resource die niet zonder zijn ouder kan bestaan onder het pad van die ouder?',
      en: 'Does each resource that cannot exist without its parent have a path below that of the parent?',
    },
    why: {
      nl: 'Of iets op zichzelf kan bestaan staat in het informatiemodel, niet in de paden.',
      en: 'Whether a thing can exist by itself is written in the information model, not in the paths.',
    },
  },
  {
    id: 'adr-transition-period',
    severity: 'info',
    profiles: {},
    source: 'ADR /core/transition-period',
    message: {
      nl: 'Zijn er hooguit twee hoofdversies tegelijk in de lucht, en is bekend tot wanneer?',
      en: 'Are at most two major versions live at once, and is it known until when?',
    },
    why: {
      nl: 'Een document beschrijft één versie; welke andere er nog draaien ziet alleen wie ze aanbiedt.',
      en: 'A document describes one version; which others still run is known only to who offers them.',
    },
  },
  {
    id: 'geo-ensemble-member-crs',
    severity: 'info',
    profiles: {},
    source: 'ADR /geo/ensemble-member-crs',
    message: {
      nl: 'Staat bij elk ensemble-referentiestelsel dat de API noemt ook een lid van dat ensemble?',
      en: 'Does each ensemble reference system that the API lists come with a member of the ensemble?',
    },
    why: {
      nl: 'De lijst met stelsels komt pas van de draaiende API.',
      en: 'The list of systems comes from the running API only.',
    },
  },
  {
    id: 'sign-algorithm',
    severity: 'info',
    profiles: {},
    source: 'ADR /signing/algorithm',
    message: {
      nl: 'Is PS256 een van de algoritmen waarmee de ondertekening werkt?',
      en: 'Is PS256 among the algorithms that signing works with?',
    },
    why: {
      nl: 'Het algoritme staat in het sleutelbeheer en de ondertekening zelf, niet in de beschrijving.',
      en: 'The algorithm is in the key management and the signature itself, not in the description.',
    },
  },
  {
    id: 'pag-sorting',
    severity: 'info',
    profiles: {},
    source: 'ADR /pagination/sorting',
    message: {
      nl: 'Komen de elementen van opeenvolgende pagina’s in een vaste volgorde?',
      en: 'Do the items of successive pages come in a stable order?',
    },
    why: {
      nl: 'Zonder vaste volgorde mist of dubbelt een afnemer elementen, en dat blijkt pas bij het bladeren.',
      en: 'Without a stable order a consumer misses or repeats items, which shows only while paging.',
    },
  },
  {
    id: 'nam-abbreviations',
    severity: 'info',
    profiles: {},
    source: 'ADR /naming/abbreviations',
    message: {
      nl: 'Zijn de namen in de paden voluit geschreven, of als afkorting bij iedereen bekend?',
      en: 'Are the names in the paths written out, or abbreviations that everyone knows?',
    },
    why: {
      nl: 'Of een afkorting gangbaar is, weet de lezer en niet het document.',
      en: 'Whether an abbreviation is common is known to the reader, not to the document.',
    },
  },
];
