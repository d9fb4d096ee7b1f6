import type { Change, Illustration, PlaceGroup } from '../core/change.ts';
import type { Audience, Evidence, Locus, SourceLocation, Verdict } from '../core/finding.ts';
import type { Report } from '../core/report.ts';
import { fill, type Lang, type Text } from '../core/text.ts';
import { visible } from '../core/visible.ts';
import { beforeAfter } from './before-after.ts';
import { addressOf, besideWords, evidenceOf, outcomeOf, witnessOf } from './evidence.ts';
import { DIRECTION_WORDS, LABELS } from './labels.ts';
import { type Mark, markOf, markText } from './marks.ts';
import { placeOf } from './reporter.ts';

/** Verdicts in the plural, as they stand beside `clients` and `providers`. */
const CLIENTS_WORDS = {
  breaking: { nl: 'breken', en: 'break' },
  warning: { nl: 'lopen risico', en: 'are at risk' },
  info: { nl: 'blijven werken', en: 'keep working' },
  none: { nl: 'merken niets', en: 'are unaffected' },
} as const satisfies Record<Verdict, Text>;

const PROVIDERS_WORDS = {
  breaking: { nl: 'voldoen niet meer', en: 'no longer conform' },
  warning: { nl: 'moeten bouwen', en: 'have to build' },
  info: { nl: 'voldoen', en: 'conform' },
  none: { nl: 'merken niets', en: 'are unaffected' },
} as const satisfies Record<Verdict, Text>;

const WORDS = {
  viaExpand: { nl: 'ook zichtbaar via _expand ({count})', en: 'also visible through _expand ({count})' },
  also: { nl: 'ook geraakt', en: 'also reached' },
  where: { nl: 'waar', en: 'where' },
  evidenceFor: { nl: 'bewijs voor {who}', en: 'evidence for {who}' },
  noWay: {
    nl: 'geen weg gevonden: dit kan alleen in een nieuwe hoofdversie',
    en: 'no way found: this can only be done in a new major version',
  },
  unpromised: { nl: 'nog niet definitief: geen breuk', en: 'not final yet: no break' },
  otherReason: {
    nl: 'zonder deze ingreep wordt het ook al geweigerd, om een andere wijziging',
    en: 'without this edit it is refused as well, for another change',
  },
} as const satisfies Record<string, Text>;

export interface CardPlaces {
  /** What it means there. */
  readonly label: string;
  readonly items: readonly string[];
  /** A remark about places through `_expand`. */
  readonly viaExpand?: string;
}

/** What shows a verdict: a message, or in words what it rests on where no message shows it. */
export interface CardEvidence {
  /** `bewijs`; with the audience that it is for, where a change breaks both. */
  readonly label: string;
  readonly proof?: CardProof;
  readonly ground?: string;
  /** The same without the name of the rule and where it is written, where a line has no room for these. */
  readonly shortGround?: string;
}

interface CardProof {
  /** `POST /zaken, verzoek`. */
  readonly address: string;
  /** `het voorbeeld uit het document, zonder “toelichting”, mocht worden gestuurd en wordt nu geweigerd`. */
  readonly outcome: string;
  readonly remark?: string;
  readonly wire: string;
  /** The lines of the message before (`-`) and after (`+`) the change; none where one of the two is not known. */
  readonly pair: readonly string[];
  /** The smallest message that shows it, as JSON, where the one above is an example of the document. */
  readonly minimal?: string;
}

/** A change in words of one language, a line each, for every format that people read; no markup in it is escaped yet. */
export interface Card {
  readonly id: string;
  readonly mark: Mark;
  readonly word: string;
  readonly title: string;
  /** What happens, where the title does not hold it all. */
  readonly events: readonly string[];
  readonly who: string;
  readonly places: readonly CardPlaces[];
  /** One for each audience that it breaks, or one for the verdict that comes first. */
  readonly evidence: readonly CardEvidence[];
  /** Ways without a break, or that there is none; empty where none was looked for. */
  readonly ways: readonly { readonly recipe: string; readonly text: string }[];
  readonly old?: string;
  readonly new?: string;
  readonly rules: readonly string[];
}

export function cardOf(change: Change, lang: Lang): Card {
  const mark = markOf(change);
  const events = change.events.map(event => visible(event[lang]));
  const title = visible(change.title[lang]);
  return {
    id: change.id,
    mark,
    word: markText(mark, lang),
    title,
    events: isToldBy(title, events) ? [] : events,
    who: whoOf(change, lang),
    places: change.places.map((group, index) => placesOf(group, index, lang)),
    evidence: evidenceIn(change, lang),
    ways: waysOf(change, lang),
    ...(change.old ? { old: shortPlace(change.old) } : {}),
    ...(change.new ? { new: shortPlace(change.new) } : {}),
    rules: change.rules,
  };
}

/** Whether a title tells what happens: it leaves out texts that changed as well, and else says that it leaves things out. */
function isToldBy(title: string, events: readonly string[]): boolean {
  const [, ...phrases] = title.split(' — ');
  const [told, all] = [phrases.join(' — '), events.join('; ')];
  return all === told || all.startsWith(`${told}; `);
}

/** What a change shows: where it breaks both audiences, each has its own, unless the same words are said to both. */
function evidenceIn(change: Change, lang: Lang): CardEvidence[] {
  const { audience, other } = change;
  const first = evidenceFor(change, LABELS.evidence[lang], lang);
  if (!other) return first ? [first] : [];
  const labelled = (who: Audience): string => fill(WORDS.evidenceFor[lang], { who: LABELS[who][lang] });
  // That its verdict rests on a convention stands beside the verdict.
  const isTold = other.illustration !== undefined || other.evidence?.is !== 'assumed';
  const second = isTold ? evidenceFor(other, labelled(other.audience), lang) : undefined;
  const isSame = first?.ground !== undefined && first.ground === second?.ground;
  if (isSame) return [first];
  return [...(first ? [{ ...first, label: labelled(audience) }] : []), ...(second ? [second] : [])];
}

function evidenceFor(
  { illustration, evidence, ground }: Pick<Change, 'illustration' | 'evidence' | 'ground'>,
  label: string,
  lang: Lang,
): CardEvidence | undefined {
  if (illustration) return { label, proof: proofOf(illustration, evidence, lang) };
  if (!evidence) return undefined;
  const why = evidence.is === 'stated' ? ground?.why?.[lang] : undefined;
  return {
    label,
    ground: evidenceOf(evidence, lang, ground),
    ...(why === undefined ? {} : { shortGround: visible(why) }),
  };
}

const waysOf = ({ ways }: Change, lang: Lang): Card['ways'] => {
  if (!ways) return [];
  if (ways.length === 0) return [{ recipe: '–', text: WORDS.noWay[lang] }];
  return ways.map(({ recipe, text }) => ({ recipe, text: text[lang] }));
};

export const cardsOf = (report: Report, lang: Lang): Card[] =>
  (report.changes ?? []).map(change => cardOf(change, lang));

/** `clients blijven werken (C1) · providers moeten bouwen`: the evidence tells of one of the two, so here is the other's. */
function whoOf(change: Change, lang: Lang): string {
  const { audience, assumed, clients, providers, isUnpromised } = change;
  const resting = (one: Audience): string => (one !== audience && assumed ? ` (${assumed})` : '');
  return [
    `${LABELS.clients[lang]} ${CLIENTS_WORDS[clients][lang]}${resting('clients')}`,
    `${LABELS.providers[lang]} ${PROVIDERS_WORDS[providers][lang]}${resting('providers')}`,
    ...(isUnpromised ? [WORDS.unpromised[lang]] : []),
  ].join(' · ');
}

/** A path outside the folder of the user tells nothing more than its end does; what is no file has no other name. */
const shortPlace = (place: SourceLocation): string => placeOf({ ...place, file: shortFile(place.file) });

export function shortFile(file: string): string {
  if (!/^(\.\.\/|\/(?!dev\/))/.test(file)) return file;
  return file
    .split('/')
    .filter(part => part !== '..' && part !== '')
    .slice(-3)
    .join('/');
}

function placesOf(group: PlaceGroup, index: number, lang: Lang): CardPlaces {
  const own = group.places.slice(0, group.places.length - group.viaExpand);
  const shown = own.length > 0 ? own : group.places;
  const verdicts = [
    ...(group.clients === 'none' ? [] : [`clients ${CLIENTS_WORDS[group.clients][lang]}`]),
    ...(group.providers === 'none' ? [] : [`providers ${PROVIDERS_WORDS[group.providers][lang]}`]),
  ];
  const label = index === 0 ? WORDS.where[lang] : verdicts.join(', ') || WORDS.also[lang];
  return {
    label,
    items: byPath(shown, lang),
    ...(group.viaExpand > 0 && own.length > 0
      ? { viaExpand: fill(WORDS.viaExpand[lang], { count: group.viaExpand }) }
      : {}),
  };
}

/** `POST, PUT /zaken, verzoek`: places that differ in the method or status only are one. */
function byPath(places: readonly Locus[], lang: Lang): string[] {
  const found = new Map<string, { methods: Set<string>; statuses: Set<string>; place: Locus }>();
  for (const place of places) {
    const [method = '', ...rest] = (place.operation ?? '').split(' ');
    const key = `${rest.join(' ')} ${place.message}`;
    const known = found.get(key) ?? { methods: new Set(), statuses: new Set(), place };
    known.methods.add(method);
    if (place.status !== undefined) known.statuses.add(place.status);
    found.set(key, known);
  }
  return [...found.values()].map(({ methods, statuses, place }) => {
    const path = (place.operation ?? '').split(' ').slice(1).join(' ');
    const word = place.message && DIRECTION_WORDS[place.message][lang];
    const status = [...statuses].join(', ');
    return visible(
      [
        `${[...methods].join(', ')} ${path}`.trim(),
        ...(word ? [`${word}${status ? ` ${status}` : ''}`] : []),
      ].join(', '),
    );
  });
}

/** What a message is refused for beside its change: by name where that is known. */
function remarkOn({ isOnlyReason, beside = [] }: Illustration, lang: Lang): Pick<CardProof, 'remark'> {
  if (isOnlyReason) return {};
  return { remark: beside.length > 0 ? besideWords(beside, lang) : WORDS.otherReason[lang] };
}

function proofOf(illustration: Illustration, evidence: Evidence | undefined, lang: Lang): CardProof {
  const { at, from, basis, edit, wire } = illustration;
  const isOfSame =
    evidence?.is === 'witness' &&
    evidence.at?.operation === at.operation &&
    evidence.at?.direction === at.message;
  const minimal = basis === 'example' && isOfSame ? witnessOf(evidence, 2) : undefined;
  return {
    address: addressOf(at, lang),
    outcome: outcomeOf({ direction: at.message ?? 'request', from }, lang, edit, basis),
    ...remarkOn(illustration, lang),
    wire,
    pair: beforeAfter(illustration),
    ...(minimal === undefined ? {} : { minimal }),
  };
}
