/** Whether a text is a day that the calendar has, `2026-11-28` (RFC 3339, full-date). */
export function isDay(text: string): boolean {
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().slice(0, 10) === text;
}

/** JSON Schema (2020-12) of a day in a file of our own. */
export const daySchema = (description: string) => ({ type: 'string', format: 'date', description }) as const;

/** The day a number of days on. */
export function plusDays(day: string, days: number): string {
  const time = Date.parse(`${day}T00:00:00Z`);
  return new Date(time + days * 86_400_000).toISOString().slice(0, 10);
}

/** Today, by UTC. */
export const currentDay = (): string => new Date().toISOString().slice(0, 10);
