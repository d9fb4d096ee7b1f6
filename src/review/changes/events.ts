import type { Finding } from '../../core/finding.ts';
import { groupedBy } from '../../core/group.ts';
import type { Report } from '../../core/report.ts';
import { type Args, fill, filled, type Lang, type Text } from '../../core/text.ts';
import { messageOf } from '../../core/wording.ts';
import type { Part } from './group.ts';
import { oneLine } from './line.ts';
import { whenOf } from './places.ts';
import type { Subject } from './subject.ts';

/** Stands for the subject in a sentence of the rules until it is taken out: no character, so no text holds it. */
const MARK = '\uffff';

/**
 * The subject at the head of a sentence: `attribuut X vervalt`, `X: maximale lengte …`; of several it stands there twice. In
 * `wie X stuurt` it stands inside.
 */
const HEAD = new RegExp(
  `^(?!wie )(?:(verplichte?|required) )?(?:(?:response |security |form )?[\\p{L}’]+ )?${MARK}(?:, ${MARK})?:? (.*)$`,
  'u',
);

const ANY_MARK = new RegExp(`${MARK}(?:, ${MARK})?`, 'g');

const REQUIRED: Text = { nl: 'verplicht', en: 'required' };

/** Rules that name something else than the subject: a status, a media type, an address. */
const NAMES_OTHER =
  /status|media-type|^branch|^extension|^server|^link|^reference|^operation-id|^component-renamed|^path-parameter|^put-resets|^not-compared|^keyword-void/;

/** Sentences about a whole body, which has no name of its own. */
const BODY: Readonly<Record<string, Text>> = {
  'required-added': { nl: 'inhoud wordt verplicht', en: 'the body becomes required' },
  'required-removed': { nl: 'inhoud is niet meer verplicht', en: 'the body is no longer required' },
  'body-added': { nl: 'inhoud komt erbij', en: 'a body is added' },
  'body-removed': { nl: 'inhoud vervalt', en: 'the body is removed' },
};

/** What a change is about, as its title names it. */
export interface Told {
  readonly subject: Subject;
  /** Whether the title counts others beside it, so that its verbs are in the plural. */
  readonly isSeveral: boolean;
}

/** A sentence for each thing that happens, and how many of these, at the end, are texts that changed. */
export interface Events {
  readonly all: readonly Text[];
  readonly texts: number;
}

/** What happens to a subject, without naming it; what is alike is told together. */
export function eventsOf(report: Report, told: Told, parts: readonly Part[]): Events {
  const { subject } = told;
  const byRule = groupedBy(parts, ({ finding }) => finding.rule);
  const whole = wholeEvents(byRule, told);
  const eventsBy = (rule: string, alike: readonly Part[]): Text[] => {
    const one = whole.find(({ rules }) => rules.includes(rule));
    if (one) return one.rules[0] === rule ? [one.event] : [];
    const body = subject.part === 'inhoud' ? BODY[rule] : undefined;
    return body ? [body] : together(rule, alike).map(part => eventOf(report, told, part));
  };
  const eventsIn = (isText: boolean): Text[] =>
    [...byRule].flatMap(([rule, alike]) =>
      alike.every(({ finding }) => finding.surface === 'text') === isText ? eventsBy(rule, alike) : [],
    );
  const later = parts.flatMap(({ finding }) => [...announced(finding), ...renamed(finding, subject)]);
  // Texts come last: after when something goes, and what takes its place.
  const [others, texts] = [distinct([...eventsIn(false), ...later]), distinct(eventsIn(true))];
  return { all: [...others, ...texts], texts: texts.length };
}

const distinct = (events: readonly Text[]): Text[] =>
  events.filter((event, index) => events.findIndex(({ nl }) => nl === event.nl) === index);

/** What happens in few words, for a title that has no room for the addresses themselves. */
export function inShort(parts: readonly Part[]): Text | undefined {
  const rules = [...new Set(parts.map(({ finding }) => finding.rule))];
  if (!rules.every(rule => rule.startsWith('server-'))) return undefined;
  const [only] = rules;
  return (rules.length === 1 && only ? SERVER[only] : undefined) ?? SERVER_CHANGES;
}

const SERVER: Readonly<Record<string, Text>> = {
  'server-removed': { nl: 'serveradres vervalt', en: 'server address is removed' },
  'server-added': { nl: 'serveradres komt erbij', en: 'server address is added' },
};

const SERVER_CHANGES: Text = { nl: 'serveradres wijzigt', en: 'server address changes' };

/** Whether what goes was announced, and what takes its place. */
function announced({ rule, announced: said }: Finding): Text[] {
  const isUndated = rule === 'operation-retired' && said?.sunset === undefined;
  if (!said) return isUndated ? [UNDATED] : [];
  const { sunset, to, isPast } = said;
  const args = { sunset: sunset ?? '', to: oneLine(to ?? '', 60) };
  return [
    ...(isUndated ? [UNDATED] : []),
    ...(sunset === undefined ? [] : [filled(isPast ? AS_ANNOUNCED : TOO_SOON, args)]),
    ...(to === undefined ? [] : [filled(SUCCEEDED, args)]),
  ];
}

const AS_ANNOUNCED: Text = { nl: 'einddatum was {sunset}', en: 'its end date was {sunset}' };

const UNDATED: Text = { nl: 'zonder einddatum', en: 'without an end date' };

const TOO_SOON: Text = {
  nl: 'eerder dan de einddatum, {sunset}',
  en: 'sooner than its end date, {sunset}',
};

const SUCCEEDED: Text = { nl: 'gebruik {“to”}', en: 'use {“to”}' };

/** What comes in the place of what goes may be the same by another name: whoever reads is asked. */
function renamed({ rule, suggestion, renamings, announced: said }: Finding, subject: Subject): Text[] {
  const isGone = !rule.endsWith('-added');
  const own = suggestion ?? renamings?.find(({ was, now }) => isNameOf(subject, isGone ? was : now));
  if (!own || (isGone && said?.to !== undefined)) return [];
  const { was, now, isAnnounced } = own;
  const comes = isAnnounced ? INSTEAD_OF : ONCE_CALLED;
  return [filled(isGone ? NOW_CALLED : comes, { was: oneLine(was, 60), now: oneLine(now, 60) })];
}

/** Whether a subject goes by a name, as an attribute, a parameter or an operation does. */
const isNameOf = ({ name, part }: Subject, asked: string): boolean =>
  part === undefined ? name === asked : part === asked || /[. ]([^. ]+)$/.exec(part)?.[1] === asked;

const NOW_CALLED: Text = { nl: 'misschien nu {“now”}', en: 'maybe now {“now”}' };

const ONCE_CALLED: Text = { nl: 'was misschien {“was”}', en: 'was maybe {“was”}' };

const INSTEAD_OF: Text = { nl: 'komt in plaats van {“was”}', en: 'takes the place of {“was”}' };

/** The subject in a sentence: one, or several. */
const placeholdersFor = ({ isSeveral }: Told): readonly string[] => (isSeveral ? [MARK, MARK] : [MARK]);

function eventOf(report: Report, told: Told, { finding, places }: Part): Text {
  const called = [finding.args.name]
    .flat()
    .map(name => oneLine(calledIn(finding.rule, String(name ?? '')), longestNameIn(finding.rule)));
  const names = [...new Set(called)];
  // A document is the subject of whatever in it has none.
  const nameless = told.subject.kind === 'document' ? shortList(names) : placeholdersFor(told);
  const own = NAMES_OTHER.test(finding.rule) ? names : nameless;
  const args: Args = { ...shortArgs(finding.args), name: own.length === 1 ? own[0] : own };
  const isInBody = places.every(({ part }) => part === 'body');
  const when = finding.rule.startsWith('required-') && isInBody ? whenOf(places) : undefined;
  const write = (lang: Lang): string => {
    const sentence = messageOf(report, { ...finding, args }, lang).replace(
      HEAD,
      (_, word: string | undefined, rest: string) =>
        word === undefined ? rest : `${rest}, ${REQUIRED[lang]}`,
    );
    const counted = sentence.replaceAll(COUNT, (_, count: string) => fill(MORE[lang], { count }));
    const plain = counted.replaceAll(ANY_MARK, () => names.join(', ')).replaceAll(' | ', OR[lang]);
    return plain + (when?.[lang] ?? '');
  };
  return { nl: write('nl'), en: write('en') };
}

/** A branch, an extension or a keyword goes by its own name: what it belongs to is the subject. */
const calledIn = (rule: string, name: string): string =>
  /^(branch-|extension-|not-compared|keyword-void)/.test(rule)
    ? name.slice(name.indexOf(': ') + 1).trim()
    : name;

/** A value in a sentence is cut to so many characters; a title has room for fewer, and then the sentence stands below it. */
const LONGEST_VALUE = 160;

/** An address tells where it leads at its end. */
const longestNameIn = (rule: string): number => (/^server-/.test(rule) ? LONGEST_VALUE : 40);

const shortArgs = (args: Args): Args =>
  Object.fromEntries(
    Object.entries(args).map(([name, value]) => [
      name,
      typeof value === 'string'
        ? oneLine(value.replaceAll('((', '(').replaceAll('))', ')'), LONGEST_VALUE)
        : typeof value === 'object'
          ? shortList(value)
          : value,
    ]),
  );

/** A title names so many of a list. */
const MOST_LISTED = 3;

const OR: Text = { nl: ' of ', en: ' or ' };

const COUNT = new RegExp(`“?${MARK}(\\d+)${MARK}”?`, 'g');

const MORE: Text = { nl: 'en {count} meer', en: 'and {count} more' };

const shortList = (values: readonly string[]): readonly string[] =>
  values.length <= MOST_LISTED
    ? values.map(value => oneLine(value, 30))
    : [
        ...values.slice(0, MOST_LISTED - 1).map(value => oneLine(value, 30)),
        `${MARK}${values.length - MOST_LISTED + 1}${MARK}`,
      ];

/** Findings that differ in one argument, as one with a list: sixty values of a code list are one event. */
function together(rule: string, parts: readonly Part[]): readonly Part[] {
  const key = LISTED[rule];
  const [first] = parts;
  if (!key || !first || parts.length < 2) return parts;
  const values = [...new Set(parts.flatMap(({ finding }) => [finding.args[key]].flat().map(String)))];
  const finding: Finding = { ...first.finding, args: { ...first.finding.args, [key]: values } };
  return [{ finding, places: parts.flatMap(({ places }) => places) }];
}

const LISTED: Readonly<Record<string, 'name' | 'was' | 'now'>> = {
  'enum-value-removed': 'was',
  'enum-value-added': 'now',
  'success-status-added': 'name',
  'success-status-removed': 'name',
  'status-added': 'name',
  'status-removed': 'name',
  'server-added': 'name',
  'server-removed': 'name',
};

interface WholeEvent {
  /** The event is told where the first stands. */
  readonly rules: readonly string[];
  readonly event: Text;
}

/** One of a kind goes and one comes: the one takes the place of the other. */
const REPLACED: readonly WholeEvent[] = [
  {
    rules: ['success-status-removed', 'success-status-added'],
    event: { nl: 'antwoord {was} wordt {now}', en: 'response {was} becomes {now}' },
  },
  {
    rules: ['server-removed', 'server-added'],
    event: { nl: 'serveradres {was} wordt {now}', en: 'server address {was} becomes {now}' },
  },
  {
    rules: ['response-media-type-removed', 'response-media-type-added'],
    event: { nl: 'antwoord gaat van {was} naar {now}', en: 'response goes from {was} to {now}' },
  },
  {
    rules: ['request-media-type-removed', 'request-media-type-added'],
    event: { nl: 'verzoek gaat van {was} naar {now}', en: 'request goes from {was} to {now}' },
  },
];

/** The name that all findings of a rule are about; `undefined` where they are about several, or there are none. */
function onlyName(parts: readonly Part[]): string | undefined {
  const names = new Set(parts.flatMap(({ finding }) => [finding.args.name].flat().map(String)));
  const [name] = names;
  return names.size === 1 ? name : undefined;
}

/** What several rules tell of one thing: a status that takes the place of another, a reference that becomes a name. */
function wholeEvents(byRule: ReadonlyMap<string, readonly Part[]>, told: Told): WholeEvent[] {
  const argsOf = (rule: string): Args | undefined => {
    const [first, ...others] = byRule.get(rule) ?? [];
    // One edit is two findings where it breaks in one direction and not in the other.
    const isOne = others.every(
      ({ finding: { args } }) => args.was === first?.finding.args.was && args.now === first?.finding.args.now,
    );
    return isOne ? first?.finding.args : undefined;
  };
  const found: WholeEvent[] = [];
  for (const { rules, event } of REPLACED) {
    const [was, now] = rules.map(rule => onlyName(byRule.get(rule) ?? []));
    if (was !== undefined && now !== undefined)
      found.push({ rules, event: filled(event, shortArgs({ was, now })) });
  }
  const [format, length] = [argsOf('format-loosened'), argsOf('max-length-tightened')];
  if (format?.was === 'uri' && length && (length.was === undefined || length.was === '–')) {
    const text = {
      nl: '{name|was|waren} een URI, {name|wordt|worden} tekst van hooguit {now} {now#teken|tekens}',
      en: '{name|was|were} a URI, {name|becomes|become} text of at most {now} {now#character|characters}',
    };
    const event = filled(text, { ...length, name: placeholdersFor(told) });
    found.push({ rules: ['format-loosened', 'max-length-tightened'], event });
  }
  const [shut, open] = [argsOf('security-tightened'), argsOf('security-loosened')];
  if (shut && open && shut.was !== ANYBODY && open.now !== ANYBODY) {
    const access = shortArgs({ was: shut.was, now: open.now });
    found.push({
      rules: ['security-tightened', 'security-loosened'],
      event:
        scopesEvent(String(shut.was), String(open.now)) ??
        filled({ nl: 'toegang met {was} wordt {now}', en: 'access by {was} becomes {now}' }, access),
    });
  }
  return found;
}

/** Of one scheme only the scopes are told: its name is the same on both sides. */
function scopesEvent(was: string, now: string): Text | undefined {
  const [before, after] = [was, now].map(said => /^(\S+) \(([^()|]+)\)$/.exec(said));
  if (!before || !after || before[1] !== after[1]) return undefined;
  const scopes = shortArgs({ was: before[2], now: after[2] });
  return filled(
    { nl: 'vraagt scope {now} in plaats van {was}', en: 'asks for scope {now} instead of {was}' },
    scopes,
  );
}

/** Who comes in without a credential: the sentences of the rules say it in words. */
const ANYBODY = 'anonymous';
