import type { Lang, Text } from '../../core/text.ts';
import type { Guide } from '../../site/index.ts';
import type { Document } from '../../source/index.ts';
import type { Decision } from '../decisions/decision.ts';
import { readDecisions, readProposals } from '../decisions/read.ts';

const TITLE: Text = { nl: 'Voorstellen en besluiten', en: 'Proposals and decisions' };

const WORDS = {
  from: { nl: 'Van', en: 'From' },
  stories: { nl: 'Verhalen', en: 'Stories' },
  claims: { nl: 'Stelt', en: 'Claims' },
  consultation: { nl: 'Consultatie', en: 'Consultation' },
  decisions: { nl: 'Besluiten', en: 'Decisions' },
  none: { nl: 'Er is nog niets besloten.', en: 'Nothing has been decided yet.' },
  until: { nl: 'geldt tot', en: 'holds until' },
} as const satisfies Record<string, Text>;

const inText = (text: string): string => text.replaceAll(/\s+/g, ' ').replaceAll('<', '&lt;').trim();

function decisionLines(
  { rule, place, outcome, reason, positions, date, expires }: Decision,
  lang: Lang,
): string {
  const about = [rule, place].filter(part => part !== undefined).map(part => `\`${part}\``);
  const said = positions.map(({ role, party, position, statement }) => {
    const who = role ?? party ?? '';
    return `  - ${who}: ${position}${statement ? `. ${inText(statement)}` : ''}`;
  });
  return [
    `- **${outcome}** ${about.join(' ')} (${date}, ${WORDS.until[lang]} ${expires}): ${inText(reason)}`,
    ...said,
  ].join('\n');
}

/** What is proposed beside a document, and what was decided on it; `undefined` where there are no proposals. */
export async function proposalsGuide(document: Document, lang: Lang): Promise<Guide | undefined> {
  const [proposals, decided] = await Promise.all([readProposals(document), readDecisions(document)]);
  if (proposals.length === 0) return undefined;
  const blocks = proposals.flatMap(({ value }) => {
    const own = decided.filter(one => one.value.proposal === value.id).flatMap(one => one.value.decisions);
    const facts = [
      `- ${WORDS.from[lang]}: ${value.party}`,
      ...(value.stories.length > 0 ? [`- ${WORDS.stories[lang]}: ${value.stories.join(', ')}`] : []),
      ...(value.claims.statement ? [`- ${WORDS.claims[lang]}: ${inText(value.claims.statement)}`] : []),
      ...(value.consultation
        ? [`- ${WORDS.consultation[lang]}: ${value.consultation.from} – ${value.consultation.until}`]
        : []),
    ];
    const lines = own.map(decision => decisionLines(decision, lang));
    return [
      `## ${value.title}`,
      facts.join('\n'),
      `### ${WORDS.decisions[lang]}: ${value.id}`,
      lines.join('\n') || WORDS.none[lang],
    ];
  });
  return { slug: 'proposals', door: 'judge', title: TITLE[lang], markdown: blocks.join('\n\n') };
}
