/**
 * What generated validators need when they run, as code: the formats that are asserted (docs/engine.md, C4) and that
 * no expression describes, and what
 * ajv takes from modules of its own. So the module that a vendor gets imports nothing.
 */
export const RUNTIME = `
const DAYS = [0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const isDate = text => {
  const [, year, month, day] = /^(\\d{4})-(\\d\\d)-(\\d\\d)$/.exec(text) ?? [];
  if (day === undefined || +month < 1 || +month > 12 || +day < 1) return false;
  const isLeap = +year % 4 === 0 && (+year % 100 !== 0 || +year % 400 === 0);
  return +day <= (+month === 2 && isLeap ? 29 : DAYS[+month]);
};
const TIME = /^(\\d\\d):(\\d\\d):(\\d\\d)(?:\\.\\d+)?(?:z|([+-])(\\d\\d):?(\\d\\d)?)$/i;
const isTime = text => {
  const [whole, hours, minutes, seconds, sign, awayHours = 0, awayMinutes = 0] = TIME.exec(text) ?? [];
  if (whole === undefined || +awayHours > 23 || +awayMinutes > 59) return false;
  if (+hours <= 23 && +minutes <= 59 && +seconds < 60) return true;
  // A leap second comes at the end of a day, UTC.
  const direction = sign === '-' ? -1 : 1;
  const minute = +minutes - +awayMinutes * direction;
  const hour = +hours - +awayHours * direction - (minute < 0 ? 1 : 0);
  return (hour === 23 || hour === -1) && (minute === 59 || minute === -1) && +seconds < 61;
};
const isDateTime = text => {
  const [date, time, ...more] = text.split(/t|\\s/i);
  return more.length === 0 && time !== undefined && isDate(date) && isTime(time);
};
const URI = /^[a-z][a-z\\d+.-]*:[^\\s<>"{}|\\\\^\`]*$/i;
const formats = {
  date: isDate,
  time: isTime,
  'date-time': isDateTime,
  uri: text => URI.test(text) && !/%(?![\\da-f]{2})/i.test(text) && /[/:]/.test(text),
  int32: { validate: number => Number.isInteger(number) && number <= 2147483647 && number >= -2147483648 },
  int64: { validate: number => Number.isInteger(number) && Math.abs(number) <= 2 ** 63 },
};
const ucs2length = text => {
  let length = 0;
  for (const _ of text) length += 1;
  return length;
};
const equal = (one, other) => {
  if (one === other) return true;
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return false;
  const names = Object.keys(one);
  return (
    Array.isArray(one) === Array.isArray(other) &&
    names.length === Object.keys(other).length &&
    names.every(name => Object.hasOwn(other, name) && equal(one[name], other[name]))
  );
};
const sentenceOf = ({ keyword, message, params }) =>
  keyword === 'enum'
    ? \`must be one of \${params.allowedValues.map(value => JSON.stringify(value)).join(', ')}\`
    : keyword === 'const'
      ? \`must be \${JSON.stringify(params.allowedValue)}\`
      : keyword === 'false schema'
        ? 'must not be given'
        : keyword === 'additionalProperties'
          ? \`must not have '\${params.additionalProperty}'\`
          : message;
const problems = (validate, value) =>
  validate(value)
    ? []
    : validate.errors.map(error => ({ path: error.instancePath, keyword: error.keyword, message: sentenceOf(error) }));
`;
