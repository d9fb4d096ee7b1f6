import type { Text } from '../core/text.ts';

/** Lines that tell of people, and claim nothing of the contract. */
export const BESIDE = {
  stories: { nl: 'Verhalen', en: 'Stories' },
  decision: { nl: 'Besluit', en: 'Decision' },
  concern: { nl: 'Bezwaar', en: 'Concern' },
} as const satisfies Record<string, Text>;

const BESIDE_WORDS = Object.values(BESIDE).flatMap(({ nl, en }) => [nl, en]);

/** Whether a line of a note tells of stories or decisions: their words are those of people, and not of the changes. */
export const isBeside = (line: string): boolean =>
  BESIDE_WORDS.some(word => line.trimStart().startsWith(`- ${word}: `));
