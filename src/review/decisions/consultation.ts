import type { Text } from '../../core/text.ts';
import type { ReviewProposal } from './decision.ts';

type Asked = Pick<ReviewProposal, 'id' | 'consultation'>;

/** What is still to be waited for on a day (`2026-11-28`), of which the last one counts; `undefined` where nothing is. */
export function consultationText({ id, consultation }: Asked, today: string): Text | undefined {
  if (consultation === undefined || consultation.until < today) return undefined;
  const { from, until } = consultation;
  return from > today
    ? {
        nl: `de consultatie over ${id} loopt van ${from} tot en met ${until}`,
        en: `the consultation on ${id} runs from ${from} until ${until}`,
      }
    : {
        nl: `de consultatie over ${id} loopt tot en met ${until}`,
        en: `the consultation on ${id} runs until ${until}`,
      };
}
