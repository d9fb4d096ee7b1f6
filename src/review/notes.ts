import type { Change } from '../core/change.ts';
import { groupedBy } from '../core/group.ts';
import { fill, type Lang, type Text } from '../core/text.ts';
import { beforeAfter } from '../report/before-after.ts';
import { addressOf } from '../report/evidence.ts';
import { type Mark, markOf } from '../report/marks.ts';
import { escapeMarkdown, fence } from '../report/markup.ts';
import type { Decision } from './decisions/decision.ts';
import type { ReviewedChange } from './model.ts';
import { BESIDE } from './note-lines.ts';

const HEADS: readonly (readonly [marks: readonly Mark[], title: Text])[] = [
  [['breaking'], { nl: 'Clients moeten wijzigen', en: 'Clients have to change' }],
  [['warning'], { nl: 'Clients letten op', en: 'Clients take care' }],
  [['providers', 'work'], { nl: 'Werk voor registers', en: 'Work for registers' }],
  [['info'], { nl: 'Overig', en: 'Other changes' }],
  [['text'], { nl: 'Teksten', en: 'Texts' }],
];

const NOTHING: Text = { nl: 'Er verandert niets.', en: 'Nothing changes.' };

const OUTCOMES: Readonly<Record<Decision['outcome'], Text>> = {
  aanvaard: { nl: 'aanvaard', en: 'accepted' },
  aangepast: { nl: 'aangepast', en: 'accepted with a change' },
  afgewezen: { nl: 'afgewezen', en: 'refused' },
  uitgesteld: { nl: 'uitgesteld', en: 'put off' },
};

const MORE: Text = { nl: 'en nog {count}', en: 'and {count} more' };

/** Texts are named by their subject; a note names so many. */
const MOST_TEXTS = 10;

/** A change with what a note says of it beside what happens. */
export type NotedChange = Pick<ReviewedChange, 'detail' | 'resources' | 'stories' | 'decision' | 'concerns'>;

/**
 * Release notes from changes, in sentences: by who is concerned, then by API where there are several; each with the stories
 * that need it, what was decided, and for a break the message that shows it.
 */
export function notesOf(changes: readonly NotedChange[], lang: Lang): string {
  if (changes.length === 0) return NOTHING[lang];
  const hasApis = new Set(changes.flatMap(({ resources }) => resources.map(({ api }) => api))).size > 1;
  return HEADS.flatMap(([marks, title]) => {
    const own = changes.filter(({ detail }) => marks.includes(markOf(detail)));
    if (own.length === 0) return [];
    const head = `## ${title[lang]}`;
    if (marks.includes('text')) return [head, textLine(own, lang)];
    return hasApis ? [head, ...byApi(own, lang)] : [head, linesOf(own, lang)];
  }).join('\n\n');
}

const linesOf = (changes: readonly NotedChange[], lang: Lang): string =>
  changes.map(change => lineOf(change, lang)).join('\n');

const SEVERAL: Text = { nl: 'Meer dan één API', en: 'More than one API' };

const WHOLE: Text = { nl: 'Het hele document', en: 'The whole document' };

function byApi(changes: readonly NotedChange[], lang: Lang): string[] {
  const apiOf = ({ resources }: NotedChange): string => {
    const [first, ...others] = new Set(resources.map(({ api }) => api));
    if (first === undefined) return WHOLE[lang];
    return others.length > 0 ? SEVERAL[lang] : first;
  };
  const groups = [...groupedBy(changes, apiOf)];
  const rankOf = (api: string): number => [WHOLE[lang], SEVERAL[lang]].indexOf(api);
  return groups
    .sort(([one], [other]) => rankOf(one) - rankOf(other) || one.localeCompare(other, lang))
    .flatMap(([api, own]) => [`### ${escapeMarkdown(api)}`, linesOf(own, lang)]);
}

function lineOf(change: NotedChange, lang: Lang): string {
  const { detail } = change;
  return [
    whatHappens(detail, lang),
    ...othersConcerned(detail, lang),
    ...waysOf(detail, lang),
    ...besideOf(change, lang),
    ...pairOf(detail, lang),
  ].join('\n');
}

const ALSO = {
  nonconforming: {
    nl: 'Registers voldoen hierdoor niet meer.',
    en: 'Registers no longer conform because of it.',
  },
  work: { nl: 'Registers moeten ook bouwen.', en: 'Registers have to build as well.' },
  risk: {
    nl: 'Clients letten ook op: bij hen kan dit iets breken.',
    en: 'Clients take care as well: this may break something for them.',
  },
} as const satisfies Record<string, Text>;

/** A change stands under one head, and may concern the readers of another one too. */
function othersConcerned({ clients, providers }: Change, lang: Lang): string[] {
  const isForClients = clients === 'breaking' || (clients === 'warning' && providers !== 'breaking');
  const text = isForClients
    ? { breaking: ALSO.nonconforming, warning: ALSO.work, info: undefined, none: undefined }[providers]
    : clients === 'warning'
      ? ALSO.risk
      : undefined;
  return text ? [`  - ${text[lang]}`] : [];
}

/** A line names so many stories. */
const MOST_STORIES = 6;

function besideOf({ stories, decision, concerns }: NotedChange, lang: Lang): string[] {
  const left = stories.length - MOST_STORIES;
  const more = left > 0 ? ` ${fill(MORE[lang], { count: left })}` : '';
  const line = (word: Text, text: string): string => `  - ${word[lang]}: ${escapeMarkdown(oneLine(text))}`;
  return [
    ...(stories.length > 0 ? [line(BESIDE.stories, stories.slice(0, MOST_STORIES).join(', ') + more)] : []),
    ...(decision
      ? [line(BESIDE.decision, `${OUTCOMES[decision.outcome][lang]}, ${decision.date}. ${decision.reason}`)]
      : []),
    ...concerns.map(({ role, party = '', statement = '' }) =>
      line(BESIDE.concern, `${role ?? party}: ${statement}`),
    ),
  ];
}

const oneLine = (text: string): string => text.replaceAll(/\s+/g, ' ').trim();

const PAIR: Text = {
  nl: 'Het bericht voor (−) en na (+) de wijziging, {at}',
  en: 'The message before (−) and after (+) the change, {at}',
};

/** A message longer than this is told by its address alone. */
const MOST_LINES = 40;

/** The message that clients have to change or to expect, as it was and as it is, below the line of its change. */
function pairOf({ illustration }: Change, lang: Lang): string[] {
  if (illustration?.audience !== 'clients') return [];
  const lines = beforeAfter(illustration);
  if (lines.length === 0 || lines.length > MOST_LINES) return [];
  const at = escapeMarkdown(addressOf(illustration.at, lang));
  const block = fence(lines.join('\n'), 'diff').split('\n');
  return [`  - ${PAIR[lang].replace('{at}', () => at)}:`, '', ...block.map(line => `    ${line}`)];
}

/** What happens, and in words the message that shows it. */
function whatHappens({ subject, events, illustration }: Change, lang: Lang): string {
  const what = events.map(event => event[lang]).join('; ');
  const line = `- **${escapeMarkdown(subject[lang])}**: ${escapeMarkdown(what)}.`;
  const edit = illustration?.edit?.[lang];
  if (!illustration || edit === undefined || illustration.audience !== 'clients') return line;
  const at = escapeMarkdown(addressOf(illustration.at, lang));
  const words =
    illustration.from === 'old'
      ? {
          nl: `Geweigerd wordt nu: ${at}, ${escapeMarkdown(edit)}.`,
          en: `Refused from now on: ${at}, ${escapeMarkdown(edit)}.`,
        }
      : {
          nl: `Nieuw mogelijk: ${at}, ${escapeMarkdown(edit)}.`,
          en: `Newly possible: ${at}, ${escapeMarkdown(edit)}.`,
        };
  return `${line} ${words[lang]}`;
}

const WAY: Text = { nl: 'Zonder breuk kon het zo', en: 'Without a break it could be done so' };

/** How it could be done without a break, below the line of the change. */
const waysOf = ({ ways = [] }: Change, lang: Lang): string[] =>
  ways.map(({ text }) => `  - ${WAY[lang]}: ${escapeMarkdown(text[lang])}`);

function textLine(changes: readonly NotedChange[], lang: Lang): string {
  const shown = changes.slice(0, MOST_TEXTS).map(({ detail }) => escapeMarkdown(detail.subject[lang]));
  const left = changes.length - shown.length;
  const more = left > 0 ? [fill(MORE[lang], { count: left })] : [];
  return `- ${[...shown, ...more].join('; ')}.`;
}
