import { plus } from './archive.ts';
import { readResources } from './end-state.ts';
import { isMapping } from './examples.ts';
import type { Mapping, Spec } from './spec-reader.ts';
import { inDutch, lastDay, nextDay, plusWorkdays } from './terms.ts';

/** A date of the case: what the examples show, and what law, type or rule makes of it. */
export interface Term {
  /** In Dutch, for the table of `docs/casus.md`. */
  readonly what: string;
  readonly shown: string;
  readonly day: string;
  /** How the day follows from others, in Dutch. */
  readonly from: string;
  /** Article of a law, attribute of a type, or number of a rule. */
  readonly ground: string;
}

const examples = '../spec/apis';

/** Value of an example file. */
const open = (spec: Spec, file: string): Mapping => {
  const { value } = spec.open(`apis/${file}`).value;
  if (!isMapping(value)) throw new Error(`no example in ${file}`);
  return value;
};

const text = (holder: Mapping, key: string): string => String(holder[key]);

const zaaktypeOf = (spec: Spec, zaak: Mapping): Mapping => {
  const found = readResources(spec).find(({ value }) => value.url === zaak.zaaktype);
  if (!found) throw new Error(`no ZAAKTYPE ${text(zaak, 'zaaktype')}`);
  return found.value;
};

/** Dates within the ZAAK of the permit (Omgevingswet, article 16.64, and its ZAAKTYPE). */
const permitTerms = (spec: Spec): readonly Term[] => {
  const zaak = open(spec, 'zaken/examples/Zaak-vergunningzaak.yaml');
  const begin = open(spec, 'zaken/examples/zaak_create-aanmaken-antwoord.yaml');
  const advice = open(spec, 'zaken/examples/Zaak-adviesdeelzaak.yaml');
  const norm = text(zaaktypeOf(spec, zaak), 'servicenorm');
  const adviceTerm = text(zaaktypeOf(spec, advice), 'doorlooptijd');
  const start = text(zaak, 'startdatum');
  const term = lastDay(start, 8);
  const extension = isMapping(zaak.verlenging) ? text(zaak.verlenging, 'duur') : '';
  const workdays = Number(/^P(\d+)D$/.exec(extension)?.[1]);
  return [
    {
      what: `\`einddatumGepland\` van de [vergunningzaak](${examples}/zaken/examples/Zaak-vergunningzaak.yaml)`,
      shown: text(zaak, 'einddatumGepland'),
      day: plus(start, norm),
      from: `\`startdatum\` ${inDutch(start)} plus de servicenorm ${norm}`,
      ground: '`servicenorm` van ZAAKTYPE OMG-DAKKAPEL',
    },
    {
      what: `\`uiterlijkeEinddatumAfdoening\` bij het [aanmaken](${examples}/zaken/examples/zaak_create-aanmaken-antwoord.yaml)`,
      shown: text(begin, 'uiterlijkeEinddatumAfdoening'),
      day: term,
      from: `ontvangst op ${inDutch(start)} plus acht weken is ${inDutch(plus(start, 'P8W'))}, Koningsdag; de dag erna telt`,
      ground: 'Omgevingswet 16.64 lid 1; Algemene termijnenwet 1 lid 1 en 3 lid 1',
    },
    {
      what: '`uiterlijkeEinddatumAfdoening` na de verlenging',
      shown: text(zaak, 'uiterlijkeEinddatumAfdoening'),
      // At most six weeks more than the eight.
      day: [plusWorkdays(term, workdays), lastDay(start, 14)].toSorted()[0] ?? term,
      from: `${inDutch(term)} plus \`verlenging.duur\` ${extension}, in werkdagen en zonder Bevrijdingsdag`,
      ground: 'Omgevingswet 16.64 lid 2; `verlengingstermijn` van het ZAAKTYPE is het hoogste',
    },
    {
      what: `\`uiterlijkeEinddatumAfdoening\` van de [adviesdeelzaak](${examples}/zaken/examples/Zaak-adviesdeelzaak.yaml)`,
      shown: text(advice, 'uiterlijkeEinddatumAfdoening'),
      day: plus(text(advice, 'startdatum'), adviceTerm),
      from: `\`startdatum\` ${inDutch(text(advice, 'startdatum'))} plus de doorlooptijd ${adviceTerm}`,
      ground: '`doorlooptijd` van ZAAKTYPE ADVIES-OMGKWAL',
    },
  ];
};

/** Last day to object to a BESLUIT, or to appeal: six weeks from the day after it was sent. */
const reaction = (besluit: Mapping, what: string, ground: string): Term => ({
  what: `\`uiterlijkeReactiedatum\` van ${what}`,
  shown: text(besluit, 'uiterlijkeReactiedatum'),
  day: lastDay(text(besluit, 'verzenddatum'), 6),
  from: `verzending op ${inDutch(text(besluit, 'verzenddatum'))}, zes weken vanaf de dag erna`,
  ground,
});

const decisionTerms = (spec: Spec): readonly Term[] => {
  const permit = open(spec, 'besluiten/examples/Besluit-vergunningbesluit.yaml');
  const scaffold = open(spec, 'besluiten/examples/Besluit-steigerontheffing.yaml');
  const publication = text(open(spec, 'catalogi/examples/BesluitType-vergunning.yaml'), 'publicatietermijn');
  const latest = plus(text(permit, 'verzenddatum'), publication);
  const published = text(permit, 'publicatiedatum');
  return [
    {
      what: `\`ingangsdatum\` van de [vergunning](${examples}/besluiten/examples/Besluit-vergunningbesluit.yaml)`,
      shown: text(permit, 'ingangsdatum'),
      day: nextDay(text(permit, 'verzenddatum')),
      from: `de dag na de bekendmaking op ${inDutch(text(permit, 'verzenddatum'))}`,
      ground: 'Omgevingswet 16.79 lid 1',
    },
    {
      what: '`publicatiedatum` van de vergunning',
      shown: published,
      day: [published, latest].toSorted()[0] ?? latest,
      from: `niet later dan ${inDutch(latest)}, de verzending plus ${publication}`,
      ground: '`publicatietermijn` van BESLUITTYPE Omgevingsvergunning',
    },
    reaction(permit, 'de vergunning', 'Awb 6:7 en 6:8 lid 1'),
    reaction(
      scaffold,
      `de [ontheffing](${examples}/besluiten/examples/Besluit-steigerontheffing.yaml)`,
      'Awb 6:7 en 6:8 lid 1',
    ),
  ];
};

const objectionTerms = (spec: Spec): readonly Term[] => {
  const zaak = open(spec, 'zaken/examples/Zaak-bezwaarzaak.yaml');
  const permit = open(spec, 'besluiten/examples/Besluit-vergunningbesluit.yaml');
  const decision = open(spec, 'besluiten/examples/Besluit-beslissing-op-bezwaar.yaml');
  const norm = text(zaaktypeOf(spec, zaak), 'servicenorm');
  const start = text(zaak, 'startdatum');
  const objection = lastDay(text(permit, 'verzenddatum'), 6);
  return [
    {
      what: '`einddatumGepland` van de bezwaarzaak',
      shown: text(zaak, 'einddatumGepland'),
      day: plus(start, norm),
      from: `\`startdatum\` ${inDutch(start)} plus de servicenorm ${norm}`,
      ground: '`servicenorm` van ZAAKTYPE BEZWAAR',
    },
    {
      what: `\`uiterlijkeEinddatumAfdoening\` van de [bezwaarzaak](${examples}/zaken/examples/Zaak-bezwaarzaak.yaml)`,
      shown: text(zaak, 'uiterlijkeEinddatumAfdoening'),
      day: lastDay(objection, 12),
      from: `de bezwaartermijn eindigt op ${inDutch(objection)}; twaalf weken vanaf de dag erna, want er is een adviescommissie`,
      ground: 'Awb 7:10 lid 1 en 7:13',
    },
    reaction(
      decision,
      `de [beslissing op bezwaar](${examples}/besluiten/examples/Besluit-beslissing-op-bezwaar.yaml)`,
      'Awb 6:7 en 6:8 lid 1',
    ),
    {
      what: 'archiveren van de dossiers (stap 78 tot en met 80)',
      shown: text(
        open(spec, 'documenten/examples/EnkelvoudigInformatieObject-aanvraag.yaml'),
        'beginRegistratie',
      ).slice(0, 10),
      day: plusWorkdays(lastDay(text(decision, 'verzenddatum'), 6), 1),
      from: `de eerste werkdag na ${inDutch(lastDay(text(decision, 'verzenddatum'), 6))}, als er geen beroep is`,
      ground: 'Awb 6:7; keuze van Nergenshoven',
    },
  ];
};

const archiveTerms = (spec: Spec): readonly Term[] => {
  const permit = open(spec, 'zaken/examples/Zaak-vergunningzaak.yaml');
  const advice = open(spec, 'zaken/examples/Zaak-adviesdeelzaak.yaml');
  const objection = open(spec, 'zaken/examples/Zaak-bezwaarzaak.yaml');
  const dates = ['vergunningbesluit', 'steigerontheffing']
    .map(name => text(open(spec, `besluiten/examples/Besluit-${name}.yaml`), 'ingangsdatum'))
    .toSorted();
  const period = (name: string): string =>
    text(open(spec, `catalogi/examples/ResultaatType-${name}.yaml`), 'archiefactietermijn');
  const row = (zaak: Mapping, name: string, type: string, day: string, from: string, way: string): Term => ({
    what: `\`archiefactiedatum\` van de ${name}`,
    shown: text(zaak, 'archiefactiedatum'),
    day: plus(day, period(type)),
    from: `${from} plus ${period(type)}`,
    ground: `zrc-021, \`${way}\``,
  });
  const last = dates.at(-1) ?? '';
  const ended = text(permit, 'einddatum');
  return [
    row(
      permit,
      'vergunningzaak',
      'verleend',
      last,
      `de laatste \`ingangsdatum\` van haar besluiten (${dates.map(inDutch).join(' en ')})`,
      'ingangsdatum_besluit',
    ),
    row(
      advice,
      'adviesdeelzaak',
      'positief-advies',
      ended,
      `\`einddatum\` ${inDutch(ended)} van de hoofdzaak`,
      'hoofdzaak',
    ),
    row(
      objection,
      'bezwaarzaak',
      'ongegrond',
      text(objection, 'einddatum'),
      `eigen \`einddatum\` ${inDutch(text(objection, 'einddatum'))}`,
      'afgehandeld',
    ),
  ];
};

/** Every date of the case that a law, a type or a rule gives. */
export const termRows = (spec: Spec): readonly Term[] => [
  ...permitTerms(spec),
  ...decisionTerms(spec),
  ...objectionTerms(spec),
  ...archiveTerms(spec),
];

/** The table of `docs/casus.md`, line by line. */
export const termTable = (spec: Spec): readonly string[] => [
  '| dag | gegeven | volgt uit | grond |',
  '| --- | --- | --- | --- |',
  ...termRows(spec).map(
    ({ what, day, from, ground }) => `| ${inDutch(day)} | ${what} | ${from} | ${ground} |`,
  ),
];
