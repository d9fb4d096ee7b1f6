import { isString, type Json } from '../../core/json.ts';
import type { Text } from '../../core/text.ts';
import type { VisitorCheck } from '../rule.ts';

/** Whether a field says nothing: it is not there, or holds a text of white space alone. */
export const saysNothing = (field: Json | undefined): boolean =>
  field === undefined || field === null || (isString(field) && field.trim() === '');

/** Tells of each object of a type that lacks a text, or has one that says nothing. */
export const checkText =
  (type: string, field: string): VisitorCheck =>
  ({ report }) => ({
    [type](value, { location }) {
      if (saysNothing(value[field])) report(location.child(field), { name: field });
    },
  });

export const checkParameterDescriptions: VisitorCheck = ({ report }) => ({
  Parameter({ description, name }, { location }) {
    if (description === undefined) report(location, { parameter: String(name) });
    else if (saysNothing(description)) report(location.child('description'), { parameter: String(name) });
  },
});

export const checkTagDescriptions: VisitorCheck = ({ report }) => ({
  Tag({ description, name }, { location }) {
    if (saysNothing(description)) report(location.child('description'), { tag: String(name) });
  },
});

/** Code is shown and not run, in a line or as a block between backticks (CommonMark 0.31.2, sections 4.5 and 6.1). */
const CODE = /(?<!`)(`+)(?!`).*?(?<!`)\1(?!`)/gs;

/** What a page that shows Markdown must not run. */
const UNSAFE: readonly (readonly [pattern: RegExp, said: Text])[] = [
  [/<script\b/i, { nl: "een element 'script'.", en: "an element 'script'." }],
  [
    /<[a-z][^>]*\bon[a-z]+\s*=/i,
    { nl: 'een attribuut dat een script start.', en: 'an attribute that starts a script.' },
  ],
  [
    /(?:\]\(\s*|\b(?:href|src)\s*=\s*["']?\s*)javascript:/i,
    { nl: "een adres met 'javascript:'.", en: "an address with 'javascript:'." },
  ],
];

export const checkMarkdown: VisitorCheck = ({ report }) => ({
  any({ description }, { location }) {
    if (!isString(description) || !/[<:]/.test(description)) return;
    const text = description.replace(CODE, '');
    for (const [pattern, { nl, en }] of UNSAFE)
      if (pattern.test(text))
        report(location.child('description'), { name: 'description', detail: en, uitleg: nl });
  },
});

export const checkExampleSources: VisitorCheck = ({ report }) => ({
  Example({ value, externalValue }, { location }) {
    if (value !== undefined && externalValue !== undefined)
      report(location.child('value'), { name: 'value' });
  },
});
