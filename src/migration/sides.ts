/** Who has something to do, with the sentences that say what. */
export interface AdviceBySide {
  readonly client: readonly string[];
  readonly provider: readonly string[];
  /** What is said to everybody: that there is nothing to do, or only in generated code. */
  readonly everybody: readonly string[];
}

const SUBJECTS: readonly (readonly [keyof AdviceBySide, RegExp])[] = [
  ['everybody', /^(Niets\b|Alleen namen)/],
  ['client', /^(Een client|Een testrapport|Wie )/],
  ['provider', /^(Een register|Het register|De ontvanger|Bij .*het register)/],
];

/** Sentences end before a capital; `Het doel: a; b.` is one. */
const sentencesOf = (text: string): string[] => text.trim().split(/(?<=[.!?])\s+(?=[A-Z`])/);

/** The advice of a row to a vendor, by the subject of each sentence. */
export function sidesOf(vendor: string): AdviceBySide {
  const told = sentencesOf(vendor).map(sentence => ({
    sentence,
    side: SUBJECTS.find(([, pattern]) => pattern.test(sentence))?.[0] ?? 'everybody',
  }));
  const of = (side: keyof AdviceBySide): string[] =>
    told.filter(one => one.side === side).map(({ sentence }) => sentence);
  return { client: of('client'), provider: of('provider'), everybody: of('everybody') };
}
