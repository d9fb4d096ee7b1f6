import { fill, type Text } from '../../core/text.ts';
import type { Bump } from '../../core/version-policy.ts';
import { countsOfMarks, type Mark, markOf } from '../../report/marks.ts';
import { escapeMarkup } from '../../report/markup.ts';
import { stepsFor } from '../decisions/decided-change.ts';
import type { Review, RoleState } from '../model.ts';
import { supportedText } from '../supported.ts';
import { isRefused } from '../version.ts';
import { bullets, facts, foldedBullets, say } from './markup.ts';
import { WORDS } from './words.ts';

/** The first block: may it be merged, as which version, and who must still act. */
export function verdictBlock(review: Review): string {
  const { mayMerge, sentence, versionText, version } = review;
  const problems = untold(review);
  const rows: [Text, string][] = [
    [WORDS.version, `${isRefused(version) ? '✗' : '✓'} ${say(versionText)}`],
    ...(review.supported ? [[WORDS.supported, say(supportedText(review.supported))] as [Text, string]] : []),
    ...claimRows(review),
    [WORDS.changesShort, say(countsText(review))],
    [WORDS.decisions, say(decisionsText(review))],
    [
      WORDS.roles,
      review.roles
        .map(role => `<span class="dim">${roleMark(role)}</span> ${say(roleText(role))}`)
        .join(' · '),
    ],
    ...concernRows(review),
    [WORDS.nextShort, stepsHtml(review)],
  ];
  if (problems.length > 0) {
    const items = problems.map(
      ({ rule, text }) => `<span class="no"><code>${rule}</code> ${say(text)}</span>`,
    );
    rows.push([WORDS.problems, foldedBullets(items, 2)]);
  }
  return `<section id="oordeel" aria-labelledby="h-oordeel"><h2 id="h-oordeel" class="${mayMerge ? 'yes' : 'no'}"><span class="hide">${say(WORDS.verdict)}: </span>${mayMerge ? '✓' : '✗'} ${say(sentence)}</h2>
${facts(rows)}</section>`;
}

/** What is wrong in the decisions and no step tells already. */
export const untold = ({ problems, nextSteps }: Review): Review['problems'] =>
  problems.filter(({ text }) => nextSteps.every(({ nl }) => nl !== text.nl));

/** How many changes there are of each verdict. */
export const countsText = ({ changes }: Review): Text =>
  marksText(changes.map(({ detail }) => markOf(detail)));

export const marksText = (marks: readonly Mark[]): Text =>
  marks.length === 0 ? WORDS.noChanges : { nl: countsOfMarks(marks, 'nl'), en: countsOfMarks(marks, 'en') };

/** How many decisions are open, of those that are needed. */
export function decisionsText({ changes }: Review): Text {
  const asked = changes.filter(({ state }) => state !== 'not-needed');
  if (asked.length === 0) return WORDS.noDecisions;
  const open = asked.filter(({ state }) => state !== 'accepted').length;
  const write = (lang: 'nl' | 'en'): string => fill(WORDS.decisionsOpen[lang], { open, all: asked.length });
  return { nl: write('nl'), en: write('en') };
}

export function roleText({ role, agreed, objected, abstained, silent }: RoleState): Text {
  const write = (lang: 'nl' | 'en'): string => {
    const said = [
      ...(agreed > 0 ? [`${WORDS.agreed[lang]} ${agreed}`] : []),
      ...(objected > 0 ? [`${WORDS.objected[lang]} ${objected}`] : []),
      ...(abstained > 0 ? [`${WORDS.abstained[lang]} ${abstained}`] : []),
      ...(silent > 0 ? [`${WORDS.silent[lang]} ${silent}`] : []),
    ];
    return `${role}: ${said.length > 0 ? said.join(', ') : WORDS.nothingToSay[lang]}`;
  };
  return { nl: write('nl'), en: write('en') };
}

const roleMark = ({ agreed, objected, abstained, silent }: RoleState): string =>
  objected > 0 ? '◐' : silent > 0 ? '○' : agreed + abstained > 0 ? '●' : '–';

export const BUMP_NAMES: Readonly<Record<Bump, Text>> = {
  major: { nl: 'hoofdversie', en: 'major version' },
  minor: { nl: 'minorversie', en: 'minor version' },
  patch: { nl: 'patchversie', en: 'patch version' },
  none: { nl: 'geen nieuwe versie', en: 'no new version' },
};

/** What the proposal says of itself, each claim right or wrong. */
export function claimTexts({ claims, version }: Pick<Review, 'claims' | 'version'>): Text[] {
  if (!claims) return [];
  const { version: claim, unnamed, unfounded, contradicted } = claims;
  const listed = (names: readonly string[]): string => names.join('; ');
  const [claimed, needed] = [claim && BUMP_NAMES[claim.claimed], BUMP_NAMES[version.bump]];
  return [
    ...(claimed && claim?.isRight ? [{ nl: `zegt ${claimed.nl} ✓`, en: `says ${claimed.en} ✓` }] : []),
    ...(claimed && !claim?.isRight
      ? [
          {
            nl: `zegt ${claimed.nl} ✗, nodig is: ${needed.nl}`,
            en: `says ${claimed.en} ✗, needed is: ${needed.en}`,
          },
        ]
      : []),
    ...(unnamed.length > 0
      ? [
          {
            nl: `✗ noemt niet wat breekt: ${listed(unnamed.map(({ nl }) => nl))}`,
            en: `✗ does not name what breaks: ${listed(unnamed.map(({ en }) => en))}`,
          },
        ]
      : []),
    ...(unfounded.length > 0
      ? [
          {
            nl: `✗ noemt wat niet breekt: ${listed(unfounded)}`,
            en: `✗ names what does not break: ${listed(unfounded)}`,
          },
        ]
      : []),
    ...contradicted.map(({ what, because }) => ({
      nl: `✗ zegt “${what}”, en dat is niet zo: ${because.nl}`,
      en: `✗ says “${what}”, and that is not so: ${because.en}`,
    })),
  ];
}

function claimRows(review: Review): [Text, string][] {
  const { proposal, claims } = review;
  if (!proposal) return [];
  const texts = claimTexts(review).map(text => say(text));
  const statement = claims?.statement === undefined ? [] : [`“${escapeMarkup(claims.statement)}”`];
  const said = [...texts, ...statement];
  return [[WORDS.proposalSays, said.length > 0 ? said.join(' · ') : say(WORDS.noClaims)]];
}

/** Who objects, where to and why: a concern stands on the first screen, whatever was decided. */
function concernRows({ changes }: Review): [Text, string][] {
  const items = changes.flatMap(({ detail, concerns }) =>
    concerns.map(
      ({ role, party = '', statement = '' }) =>
        `${escapeMarkup(role ?? party)}, <a href="#w-${detail.id}">${say(detail.subject)}</a>: ${escapeMarkup(statement)}`,
    ),
  );
  return items.length === 0 ? [] : [[WORDS.concerns, foldedBullets(items, 2)]];
}

/** Decisions that are open are one step, whoever many there are: each is a link to its change. */
function stepsHtml({ nextSteps, changes, roles }: Review): string {
  const open = changes.filter(({ state }) => state === 'open');
  const asked = new Set(open.flatMap(one => stepsFor(one.detail, one).map(({ nl }) => nl)));
  const others = nextSteps.filter(({ nl }) => !asked.has(nl)).map(text => say(text));
  if (open.length === 0) return others.length > 0 ? foldedBullets(others, 4) : say(WORDS.nothingNext);
  const names = roles.map(({ role }) => role).join(', ');
  const links = open.map(({ detail }) => `<a href="#w-${detail.id}">${say(detail.subject)}</a>`);
  const more = links.length > 4 ? ` +${links.length - 4}` : '';
  const text = { nl: `${names}: besluit over`, en: `${names}: decide on` };
  return (
    bullets([`${say(text)} ${links.slice(0, 4).join(', ')}${more}`]) +
    (others.length > 0 ? foldedBullets(others, 3) : '')
  );
}
