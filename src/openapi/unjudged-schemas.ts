import type { Pointer } from '../core/pointer.ts';
import type { Text } from '../core/text.ts';
import type { MessageValidator } from './message-validator.ts';

/** A part of a schema that values were not held against, and why not. */
export interface UnjudgedSchema {
  readonly file: string;
  readonly pointer: Pointer;
  readonly is: Why['is'];
  readonly reason: Text;
}

type Why = ReturnType<MessageValidator['unreadable']>[number]['why'];

/** What a validator met so far and did not hold values against. */
export const unjudgedSchemas = (validator: MessageValidator): UnjudgedSchema[] =>
  validator.unreadable().map(({ node, why }) => ({
    file: node.file,
    pointer: node.pointer + keywordOf(why),
    is: why.is,
    reason: reasonFor(why),
  }));

function keywordOf(why: Why): Pointer {
  if (why.is === 'pattern') return '/pattern';
  return why.is === 'keyword' ? `/${why.keyword}` : '';
}

function reasonFor(why: Why): Text {
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
