import { type Json, member } from '../../core/json.ts';

/** A date, or a word about what comes in its place. */
const SCHEDULE =
  /\b\d{4}(-\d{2}){0,2}\b|vervang|vervallen per|vervalt (per|in|na)|in plaats (van|daarvan)|opvolger|gebruik\b|replaced|instead|successor|superseded|\buse\b|removed (in|after|on)/i;

/** `do not use` and `niet meer in gebruik` name no successor. */
const NOT_USED = /\b(not|n't|no longer|niet)( meer)?( in| to be| be)? (use|gebruik)\b/gi;

/** True where something that is deprecated says until when, or what comes in its place. */
export const saysWhen = (value: Json | undefined): boolean =>
  Object.keys(Object(value)).some(key => /^x-.*(sunset|deprecat|replaced|successor)/i.test(key)) ||
  ['description', 'summary'].some(key =>
    SCHEDULE.test(String(member(value, key) ?? '').replace(NOT_USED, '')),
  );
