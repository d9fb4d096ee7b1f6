import { plus } from './archive.ts';

/*
 * Terms of the Algemene wet bestuursrecht and the Omgevingswet, and how the Algemene termijnenwet moves their last day.
 */

const weekday = (day: string): number => new Date(`${day}T00:00:00Z`).getUTCDay();

/** Easter Sunday, Gregorian computus (Meeus, Astronomical Algorithms, chapter 8). */
export const easter = (year: number): string => {
  const a = year % 19;
  const [b, c] = [Math.floor(year / 100), year % 100];
  const [d, e] = [Math.floor(b / 4), b % 4];
  const g = Math.floor((8 * b + 13) / 25);
  const h = (19 * a + b - d - g + 15) % 30;
  const [i, k] = [Math.floor(c / 4), c % 4];
  const l = (32 + 2 * e + 2 * i - h - k) % 7;
  const m = Math.floor((a + 11 * h + 19 * l) / 433);
  const month = Math.floor((h + l - 7 * m + 90) / 25);
  const day = (h + l - 7 * m + 33 * month + 19) % 32;
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
};

const offset = (day: string, days: number): string => {
  const moved = new Date(`${day}T00:00:00Z`);
  moved.setUTCDate(moved.getUTCDate() + days);
  return moved.toISOString().slice(0, 10);
};

/** General holidays (Algemene termijnenwet, article 3), with Good Friday, which counts as one. */
export const holidays = (year: number): ReadonlySet<string> => {
  const sunday = easter(year);
  const king = `${year}-04-27`;
  return new Set([
    `${year}-01-01`,
    offset(sunday, -2),
    offset(sunday, 1),
    offset(sunday, 39),
    offset(sunday, 50),
    // The birthday is celebrated a day earlier when it falls on a Sunday.
    weekday(king) === 0 ? `${year}-04-26` : king,
    `${year}-05-05`,
    `${year}-12-25`,
    `${year}-12-26`,
  ]);
};

const isWorkday = (day: string): boolean =>
  ![0, 6].includes(weekday(day)) && !holidays(Number(day.slice(0, 4))).has(day);

/** The first workday on or after a day (Algemene termijnenwet, article 1). */
const firstWorkday = (day: string): string => (isWorkday(day) ? day : firstWorkday(offset(day, 1)));

/**
 * Last day of a statutory term of at most twelve weeks. It begins the day after the event; a term that would end in a
 * weekend or on a holiday ends on the next workday (Algemene termijnenwet, articles 1 and 4).
 */
export const lastDay = (event: string, weeks: number): string => firstWorkday(plus(event, `P${weeks}W`));

/** A day that lies a number of workdays later. */
export const plusWorkdays = (day: string, count: number): string => {
  if (count === 0) return day;
  const next = offset(day, 1);
  return plusWorkdays(next, isWorkday(next) ? count - 1 : count);
};

export const nextDay = (day: string): string => offset(day, 1);

const months =
  'januari februari maart april mei juni juli augustus september oktober november december'.split(' ');

/** `2026-03-02` is `2 maart 2026`. */
export const inDutch = (day: string): string => {
  const [year, month = '', date] = day.split('-');
  return `${Number(date)} ${months[Number(month) - 1]} ${year}`;
};
