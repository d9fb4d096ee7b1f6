import type { Finding } from '../core/finding.ts';
import type { Text } from '../core/text.ts';
import type { MessageValidator } from '../openapi/message-validator.ts';
import { type Document, locate } from '../source/index.ts';
import { findingOf } from './report.ts';
import { unjudged } from './rules.ts';

/** What of the schemas that were met could not be checked: said, never silence. */
export const uncheckedSchemas = (document: Document, validator: MessageValidator): Finding[] => [
  ...missing(document),
  ...unreadable(document, validator),
];

/** References without an end, or with nothing there: what they stand for holds no value to anything. */
const missing = (document: Document): Finding[] =>
  document.missing
    .filter(({ isRepeat }) => !isRepeat)
    .map(({ file, pointer, ref, reason }) => {
      const why =
        reason === 'circle'
          ? {
              nl: `de verwijzing '${ref}' komt op zichzelf uit`,
              en: `the reference '${ref}' comes back to itself`,
            }
          : { nl: `de verwijzing '${ref}' leidt nergens heen`, en: `the reference '${ref}' leads nowhere` };
      return findingOf(unjudged, ref, why, locate(document, file, `${pointer}/$ref`));
    });

const unreadable = (document: Document, validator: MessageValidator): Finding[] =>
  validator.unreadable().map(({ node, why }) => {
    const pointer =
      why.is === 'pattern'
        ? `${node.pointer}/pattern`
        : why.is === 'keyword'
          ? `${node.pointer}/${why.keyword}`
          : node.pointer;
    return findingOf(unjudged, why.is, whyNot(why), locate(document, node.file, pointer));
  });

function whyNot(why: ReturnType<MessageValidator['unreadable']>[number]['why']): Text {
  if (why.is === 'pattern')
    return {
      nl: `het patroon ${why.pattern} kan niet zonder terugzoeken worden uitgevoerd`,
      en: `the pattern ${why.pattern} cannot be run without backtracking`,
    };
  if (why.is === 'keyword')
    return {
      nl: `'${why.keyword}' heeft een waarde die het niet kan hebben, en zegt zo niets`,
      en: `'${why.keyword}' has a value that it cannot have, and so says nothing`,
    };
  return GIVEN_UP[why.is];
}

const GIVEN_UP = {
  endless: {
    nl: 'het schema verwijst voor dezelfde waarde naar zichzelf',
    en: 'the schema refers to itself for the same value',
  },
  large: {
    nl: 'het schema heeft te veel alternatieven om code van te maken',
    en: 'the schema has too many alternatives to make code of',
  },
  ways: {
    nl: 'er zijn te veel wegen door alternatieven die in elkaar staan',
    en: 'there are too many ways through alternatives inside each other',
  },
} as const;
