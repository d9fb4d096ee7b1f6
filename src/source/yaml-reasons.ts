import { filled, type Text, verbatim } from '../core/text.ts';

type Reason = readonly [said: RegExp, nl: string, en: string];

/** What js-yaml says most, and what it means; `{1}` is what its sentence names. */
const REASONS: readonly Reason[] = [
  [/^null byte/, 'er staat een nulbyte', 'there is a null byte'],
  [/^duplicated mapping key/, 'deze sleutel staat er twee keer', 'this key stands there twice'],
  [
    /^bad indentation of a mapping entry/,
    'deze regel past niet bij wat erboven staat: let op het inspringen, en zet tekst met : @ of { tussen aanhalingstekens',
    'this line does not fit what stands above it: mind the indentation, and put text with : @ or { between quotes',
  ],
  [
    /^bad indentation of a sequence entry/,
    'dit item springt anders in dan de lijst waar het bij hoort',
    'this item is indented otherwise than the list that it belongs to',
  ],
  [
    /^tab characters must not be used in indentation/,
    'er wordt ingesprongen met een tab; YAML kent alleen spaties',
    'a tab is used for indentation; YAML knows spaces alone',
  ],
  [
    /^missed comma between flow collection entries/,
    'er ontbreekt een komma, of er is een aanhalingsteken of haakje niet gesloten',
    'a comma is missing, or a quote or bracket is not closed',
  ],
  [/^expected the node content, but found ','/, 'er staat een komma te veel', 'there is a comma too many'],
  [
    /^unidentified alias "(.*)"/s,
    'er is geen anker &{1} voor deze alias',
    'there is no anchor &{1} for this alias',
  ],
  [
    /^unknown tag !<(?:tag:yaml\.org,2002:)?(.*)>/s,
    'de tag {1} is hier niet bekend',
    'the tag {1} is not known here',
  ],
  [
    /within a (?:double|single) quoted scalar/,
    'een aanhalingsteken is niet gesloten',
    'a quote is not closed',
  ],
  [
    /^unexpected end of the stream within a flow collection/,
    'een { of [ is niet gesloten',
    'a { or [ is not closed',
  ],
  [
    /^can not read an implicit mapping pair; a colon is missed/,
    'er ontbreekt een dubbele punt achter een sleutel',
    'a colon is missing after a key',
  ],
  [
    /^can not read a block mapping entry; a multiline key/,
    'hier wordt een sleutel met een dubbele punt verwacht',
    'a key with a colon is expected here',
  ],
  [
    /^a whitespace character is expected after the key-value separator/,
    'er hoort een spatie achter de dubbele punt',
    'a space belongs after the colon',
  ],
  [
    /^end of the stream or a document separator is expected/,
    'hier hoort het document op te houden: wat volgt past niet bij wat erboven staat',
    'the document should end here: what follows does not fit what stands above it',
  ],
  [
    /^expected a single document/,
    'er staan meer documenten in dit bestand',
    'there is more than one document in this file',
  ],
  [
    /^unknown escape sequence/,
    'na \\ staat een teken dat daar niets betekent; schrijf \\\\ voor een backslash',
    'the character after \\ means nothing there; write \\\\ for a backslash',
  ],
  [
    /^expected hexadecimal character/,
    'na \\x of \\u staan te weinig hexadecimale cijfers',
    'there are too few hexadecimal digits after \\x or \\u',
  ],
  [
    /^expected valid JSON character/,
    'tussen aanhalingstekens staat een stuurteken',
    'there is a control character between quotes',
  ],
  [
    /^the stream contains non-printable characters/,
    'er staat een teken in dat YAML niet toelaat',
    'there is a character in it that YAML does not allow',
  ],
  [/^cannot merge mappings/, 'wat achter << staat is geen object', 'what stands after << is no object'],
  [
    /^(?:bad explicit indentation width|missing indentation|repeat of (?:a chomping|an indentation))/,
    'achter | of > staat geen goede aanduiding van het inspringen',
    'what stands after | or > is no good indication of indentation',
  ],
  [/^nested arrays are not supported inside keys/, 'een lijst kan geen sleutel zijn', 'a list can be no key'],
];

/**
 * Why a text is no YAML, in both languages.
 *
 * @param said what js-yaml says; a reason that is not known here stays as it is, in English
 */
export function yamlReason(said: string): Text {
  for (const [pattern, nl, en] of REASONS) {
    const found = pattern.exec(said);
    if (found) return filled({ nl, en }, { 1: found[1] });
  }
  return verbatim(said);
}
