import type { Change } from '../../src/core/change.ts';
import type { Locus } from '../../src/core/finding.ts';
import type { Report } from '../../src/core/report.ts';
import { LANGS, type Lang } from '../../src/core/text.ts';
import { type Recheck, recheckBetween } from '../../src/diff/verify/recheck.ts';
import { type CardEvidence, cardOf } from '../../src/report/cards.ts';
import { addressOf } from '../../src/report/evidence.ts';
import { REPORTERS } from '../../src/report/index.ts';
import { MARK_ORDER, markOf, markText } from '../../src/report/marks.ts';
import { escapeContent, escapeMarkdown } from '../../src/report/markup.ts';
import { stepsOf, valueAt } from '../../src/review/changes/edits.ts';
import type { Document } from '../../src/source/index.ts';

/** Whose verdict the word on a card tells. */
const CARRIER = {
  breaking: 'clients',
  providers: 'providers',
  warning: 'clients',
  work: 'providers',
  info: 'clients',
  text: 'clients',
} as const;

/** A change as it is shown to each audience that it breaks: one, or both. */
function asShown(change: Change): Change[] {
  const { other, evidence: _, ground: __, illustration: ___, ...rest } = change;
  return [change, ...(other ? [{ ...rest, ...other }] : [])];
}

/** Where a message that is shown goes. */
const addressShown = ({ illustration, evidence }: Change): Locus | undefined => {
  if (illustration) return illustration.at;
  if (evidence?.is !== 'witness' || !evidence.at) return undefined;
  const { direction, from: _, ...at } = evidence.at;
  return { ...at, message: direction };
};

/** The places of a change that carry its verdict and have an address. */
const placesWith = ({ places, audience, ...verdicts }: Change, at: Locus): Locus[] =>
  places
    .flatMap(group => group.places)
    .filter(
      place =>
        place[audience] === verdicts[audience] &&
        place.operation === at.operation &&
        place.message === at.message &&
        place.status === at.status &&
        (place.mediaType === undefined || place.mediaType === at.mediaType),
    );

/**
 * What is wrong with the evidence of the changes of a report: it is about other places than those of its change, no
 * validator confirms it there, or a format tells something else. None where all is well.
 */
export function brokenEvidence(report: Report, old: Document, next: Document): string[] {
  const recheck = recheckBetween(old, next);
  const changes = report.changes ?? [];
  return [
    ...changes.flatMap(change =>
      [
        ...wrongPlace(change),
        ...asShown(change).flatMap(one => [
          ...wrongAudience(one),
          ...unconfirmed(one, recheck),
          ...otherEdit(one),
        ]),
        ...LANGS.flatMap(lang => [...otherWords(change, lang), ...unlabelled(change, lang)]),
      ].map(problem => `${problem}: ${change.title.en}`),
    ),
    ...LANGS.flatMap(lang => [...leftOut(report, lang), ...otherCounts(report, lang)]),
  ];
}

/** The headline counts what is listed below it, in every format for people; the terminal leads to each place. */
function otherCounts(report: Report, lang: Lang): string[] {
  const changes = report.changes ?? [];
  if (changes.length === 0) return [];
  const listed = MARK_ORDER.flatMap(mark => {
    const count = changes.filter(change => markOf(change) === mark).length;
    const [shape, ...word] = markText(mark, lang).split(' ');
    return count === 0 ? [] : [`${shape} ${count} × ${word.join(' ')}`];
  }).join(', ');
  const written = FORMATS.map(format => [format, REPORTERS[format](report, { lang })] as const);
  const text = REPORTERS.text(report, { lang });
  return [
    ...written.flatMap(([format, said]) =>
      said.replaceAll(/\s+/g, ' ').includes(listed) ? [] : [`${format} does not say ${listed}`],
    ),
    ...changes.flatMap(({ id, old, new: next }) => {
      const line = text.split('\n').find(one => one.startsWith(`  ${id}`)) ?? '';
      const isLed = [old, next].some(place => place && line.includes(`:${place.line}:${place.column}`));
      return isLed || !(old || next) ? [] : [`${line} leads nowhere`];
    }),
  ];
}

const FORMATS = ['text', 'markdown', 'html', 'github'] as const;

function wrongPlace(change: Change): string[] {
  const { places, audience } = change;
  const [first] = places[0]?.places ?? [];
  const marked = CARRIER[cardOf(change, 'en').mark];
  return [
    ...(audience === marked ? [] : ['evidence for others than the first word speaks of']),
    ...(first && first[audience] !== change[audience] ? ['the first place carries another verdict'] : []),
  ];
}

function wrongAudience(change: Change): string[] {
  const { places, audience, evidence, illustration } = change;
  const at = addressShown(change);
  return [
    ...(at && places.length > 0 && placesWith(change, at).length === 0 ? ['evidence of another place'] : []),
    ...(illustration && (illustration.audience !== audience || change[audience] !== 'breaking')
      ? ['a message for another verdict']
      : []),
    ...(change[audience] === 'breaking' && (evidence?.is === 'safe' || evidence?.is === 'assumed')
      ? [`a break that is ${evidence.is}`]
      : []),
  ];
}

/** By ajv alone: the message is refused for a place of the change, and for no others than those it names. */
function unconfirmed(change: Change, recheck: Recheck): string[] {
  const { audience, evidence, illustration, places } = change;
  const at = addressShown(change);
  if (!at || places.length === 0) return [];
  const own = placesWith(change, at);
  const shown = [
    ...(illustration
      ? [[illustration.message, illustration.beside ?? [], illustration.isOnlyReason] as const]
      : []),
    ...(evidence?.is === 'witness' && !illustration
      ? [[evidence.value, evidence.beside ?? [], true] as const]
      : []),
  ];
  return shown.flatMap(([message, beside, isTold]) => {
    const outcome = recheck(audience, own, message, beside);
    return outcome === 'clean' || (outcome === 'mixed' && !isTold) ? [] : [`ajv says ${outcome}`];
  });
}

/** Before and after differ where the change is. */
function otherEdit(change: Change): string[] {
  const { illustration } = change;
  const pair = illustration?.migration;
  if (!pair) return [];
  const isShown = placesWith(change, illustration.at).some(
    place =>
      JSON.stringify(valueAt(pair.before, stepsOf(place))) !==
      JSON.stringify(valueAt(pair.after, stepsOf(place))),
  );
  return isShown ? [] : ['before and after are the same at the place of the change'];
}

function otherWords(change: Change, lang: Lang): string[] {
  const { evidence, places } = cardOf(change, lang);
  const at = addressShown(change);
  if (!at) return [];
  const address = addressOf(at, lang);
  const said = saidBy(evidence[0]);
  const [first = ''] = places[0]?.items ?? [];
  const [method = '', ...path] = (at.operation ?? '').split(' ');
  const isFirst = places.length === 0 || (first.startsWith(method) && first.includes(` ${path.join(' ')}`));
  return [
    ...(said.startsWith(`${address}: `) ? [] : [`says ${said}`]),
    ...(isFirst || !placesWith(change, at).some(({ property = [] }) => !property.includes('_expand'))
      ? []
      : [`first place ${first}, evidence ${address}`]),
  ];
}

const saidBy = (shown: CardEvidence | undefined): string =>
  shown?.proof ? `${shown.proof.address}: ${shown.proof.outcome}` : (shown?.ground ?? '');

/** What breaks both says whose evidence is whose; the same words for both stand there once. */
function unlabelled(change: Change, lang: Lang): string[] {
  const { evidence } = cardOf(change, lang);
  const isOfBoth = change.clients === 'breaking' && change.providers === 'breaking';
  const isTold = change.assumed === undefined && change.evidence !== undefined;
  if (!isOfBoth || !isTold) return evidence.length > 1 ? ['evidence for who does not break'] : [];
  const [one, other] = evidence.map(({ label }) => label);
  if (evidence.length === 1) {
    const [shown] = asShown(change);
    return shown?.illustration ? ['a break for both with the message of one'] : [];
  }
  return one?.endsWith(change.audience) && other?.endsWith(change.other?.audience ?? '')
    ? []
    : [`evidence for ${one} and ${other}`];
}

/** Sentences that a format does not have; the terminal cuts them short, after the address. */
function leftOut(report: Report, lang: Lang): string[] {
  const evidence = (report.changes ?? []).flatMap(change => {
    const shown = cardOf(change, lang).evidence;
    return asShown(change).flatMap((one, index) => {
      const { proof, ground = '' } = shown[index] ?? {};
      const at = addressShown(one);
      return at ? [{ at: addressOf(at, lang), words: proof ? proof.outcome : ground }] : [];
    });
  });
  const [text, markdown, html] = (['text', 'markdown', 'html'] as const).map(format =>
    REPORTERS[format](report, { lang }).replaceAll(/\s+/g, ' '),
  );
  return evidence.flatMap(({ at, words }) => [
    ...(text?.includes(`: ${at}:`) ? [] : [`not in text: ${at}`]),
    ...(markdown?.includes(escapeMarkdown(words)) ? [] : [`not in markdown: ${words}`]),
    ...(html?.includes(escapeContent(words)) ? [] : [`not in html: ${words}`]),
  ]);
}
