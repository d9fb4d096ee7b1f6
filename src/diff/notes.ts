import {
  canonicalText,
  equalJson,
  isArray,
  isObject,
  isString,
  type Json,
  type JsonObject,
} from '../core/json.ts';
import type { Node } from '../core/node.ts';
import { assertsNumber, assertsString } from '../json-schema/algebra/formats.ts';
import { isSaidByBranches } from '../json-schema/compare/said-by-branches.ts';
import { nameBehind, selectingValues } from '../json-schema/discriminator.ts';
import { childNodes, type HidingKeyword, type Position, keyword as read } from '../json-schema/reading.ts';
import {
  annotationAt,
  isWhole,
  nodesStating,
  pointAt,
  schemasAt,
  valuesStated,
} from '../json-schema/view.ts';
import { hiddenIn } from '../openapi/exchange.ts';
import { PACKED } from '../vocabulary/schema.ts';
import { STATED, type StatedChange } from './change.ts';
import type { Comparison } from './comparison.ts';
import type { MessagePair, MessagePlace } from './message-pair.ts';
import { locusAt, nameAt } from './naming.ts';
import { sunsetOf } from './policies.ts';
import type { StatedRule } from './rules/index.ts';
import { statedChange, valueTexts } from './stated-change.ts';
import { isXmlNoted, xmlNotesAt } from './xml.ts';

/** An annotation (JSON Schema 2020-12 Validation, section 9): it limits no value, but people and programs go by it. */
interface Note {
  readonly keyword: string;
  readonly rule: (
    was: Json | undefined,
    now: Json | undefined,
    serverConsumes: boolean,
    /** Whether the place is deprecated no longer. */
    isLifted: boolean,
  ) => StatedRule;
  /** What a place says of it; by default the value of the keyword. */
  readonly read?: (position: Position) => Json | undefined;
  /** Whether a place says the same without it, so that nothing is told where one side alone has it. */
  readonly isSaidOtherwise?: (position: Position) => boolean;
  /** Whether the finding shows the values; a text is too long for that. */
  readonly isShown: boolean;
}

const NOTES: readonly Note[] = [
  { keyword: 'default', rule: () => 'body-default-changed', isShown: true },
  {
    keyword: 'format',
    rule: () => 'format-annotation-changed',
    read: formatOf,
    isShown: true,
  },
  { keyword: 'contentEncoding', rule: () => 'content-changed', read: contentOf, isShown: true },
  {
    keyword: 'discriminator',
    rule: () => 'discriminator-changed',
    read: discriminatorOf,
    isSaidOtherwise: isDiscriminatorSaid,
    isShown: true,
  },
  {
    keyword: 'x-extensible-enum',
    rule: (was, now, serverConsumes) =>
      serverConsumes && losesValue(was, now) ? 'extensible-enum-narrowed' : 'extensible-enum-changed',
    isShown: true,
  },
  {
    keyword: 'deprecated',
    rule: (_, now) => (now === true ? 'deprecated' : 'deprecation-lifted'),
    read: position => annotationAt(position, 'deprecated') === true,
    isShown: false,
  },
  {
    keyword: 'x-sunset',
    rule: (was, now, _, isLifted) =>
      was === undefined
        ? 'sunset-announced'
        : now === undefined && isLifted
          ? 'sunset-withdrawn'
          : 'sunset-changed',
    read: position => sunsetOf(annotationAt(position, 'x-sunset')),
    isShown: true,
  },
  { keyword: 'title', rule: () => 'text-changed', isShown: false },
  { keyword: 'description', rule: () => 'text-changed', isShown: false },
  { keyword: 'externalDocs', rule: () => 'text-changed', isShown: false },
  { keyword: 'x-enumDescriptions', rule: () => 'text-changed', isShown: false },
];

const losesValue = (was: Json | undefined, now: Json | undefined): boolean =>
  isArray(was) && isArray(now) && was.some(value => !now.some(other => equalJson(value, other)));

/** C4: the asserted formats are compared as sets, and `byte` and `binary` are what 3.1 calls content. */
function formatOf(position: Position): Json | undefined {
  const formats = valuesStated(position, 'format')
    .filter(isString)
    .filter(format => format !== 'byte' && format !== 'binary')
    .filter(format => !assertsString(format) && !assertsNumber(format));
  return formats.length === 0 ? undefined : [...new Set(formats)].sort().join(', ');
}

/** What is packed in a string (JSON Schema 2020-12 Validation, 8), in 3.0's spelling too (OpenAPI 3.1.0, 4.8.24.6). */
function contentOf(position: Position): Json | undefined {
  const format = annotationAt(position, 'format');
  const encoding = annotationAt(position, 'contentEncoding') ?? (format === 'byte' ? 'base64' : undefined);
  const type =
    annotationAt(position, 'contentMediaType') ??
    annotationAt(position, PACKED) ??
    (format === 'binary' ? 'application/octet-stream' : undefined);
  // "binary" is no encoding (RFC 2045, section 6.2): the bytes as they are, which 3.0 calls `format: binary`.
  if (encoding === 'binary' && type === undefined) return 'application/octet-stream';
  const schema = annotationAt(position, 'contentSchema');
  const said = [encoding, type, schema].filter(one => one !== undefined);
  return said.length === 0
    ? undefined
    : said.map(one => (isString(one) ? one : canonicalText(one))).join(' ');
}

/**
 * Without branches a mapping names the schemas that extend this one; with them the sets compare it, but for what falls to
 * the schema of all other values (OpenAPI 3.2.0, 4.25), which no set has.
 */
function discriminatorOf(position: Position): Json | undefined {
  const node = nodesStating(position, 'discriminator');
  const discriminator = node && read(node, 'discriminator');
  if (!node || !isObject(discriminator)) return undefined;
  const { propertyName, mapping } = discriminator;
  const hasBranches = read(node, 'oneOf') !== undefined || read(node, 'anyOf') !== undefined;
  const isOwn = position.some(term => isWhole(term, node));
  const fallback = discriminator.defaultMapping;
  const otherwise = isString(fallback) ? `, otherwise ${nameBehind(fallback)}` : '';
  if (hasBranches && otherwise !== '')
    return `${propertyName} (${selectedIn(node, discriminator).sort().join(', ')}${otherwise})`;
  if (hasBranches || !isOwn || !isObject(mapping)) return `${propertyName}${otherwise}`;
  const entries = Object.entries(mapping).map(([value, target]) => `${value}: ${nameBehind(String(target))}`);
  return `${propertyName} (${entries.sort().join(', ')}${otherwise})`;
}

/** The values that select a branch, with what it is called. */
const selectedIn = (node: Node, discriminator: JsonObject): string[] =>
  [...childNodes(node, 'oneOf'), ...childNodes(node, 'anyOf')].flatMap(branch => {
    const reference = read(branch, '$ref');
    if (!isString(reference)) return [];
    return selectingValues(discriminator, reference).map(value => `${value}: ${nameBehind(reference)}`);
  });

function isDiscriminatorSaid(position: Position): boolean {
  const [term] = position;
  const node = nodesStating(position, 'discriminator');
  if (!term || !node || (read(node, 'oneOf') ?? read(node, 'anyOf')) === undefined) return false;
  return isSaidByBranches(node, term.reading.resolve);
}

interface DifferingNote {
  readonly note: Note;
  readonly was: Json | undefined;
  readonly now: Json | undefined;
}

/** One pair of schemas stands in many messages: what they note is compared once. */
const knownNotes = new WeakMap<Position, WeakMap<Position, readonly DifferingNote[]>>();

function differingNotes(old: Position, next: Position): readonly DifferingNote[] {
  const known = knownNotes.get(old) ?? new WeakMap<Position, readonly DifferingNote[]>();
  knownNotes.set(old, known);
  const found =
    known.get(next) ??
    NOTES.flatMap(note => {
      const read = note.read ?? (position => annotationAt(position, note.keyword));
      const [was, now] = [read(old), read(next)];
      const isOnce = note.isSaidOtherwise?.(was === undefined ? next : old) ?? false;
      const isSame = equalJson(was, now) || (isOnce && (was === undefined || now === undefined));
      return isSame ? [] : [{ note, was, now }];
    });
  known.set(next, found);
  return found;
}

/** Whether a place says anything else than it did, beside which values may stand there. */
export const isNoted = (old: Position, next: Position): boolean =>
  differingNotes(old, next).length > 0 ||
  isXmlNoted(old, next) ||
  FLAGS.some(flag => isFlaggedAt(old, flag) !== isFlaggedAt(next, flag));

const FLAGS: readonly HidingKeyword[] = ['readOnly', 'writeOnly'];

const isFlaggedAt = (position: Position, flag: HidingKeyword): boolean =>
  schemasAt(position).some(node => read(node, flag) === true);

/** What a place says beside which values may stand there. */
export function notesAt(comparison: Comparison, message: MessagePair, place: MessagePlace): StatedChange[] {
  const { steps, old, next } = place;
  const [before, after] = [pointAt(old), pointAt(next)];
  if (!before || !after || steps.length === 0) return [];
  // What a parameter itself says is compared with the parameter, where its `required` is known.
  const isParameter = steps[0] !== 'body' && steps.length === 2;
  const about = { name: nameAt(steps, old, next), locus: locusAt(message, steps) };
  const serverConsumes = hiddenIn(message.kind, message.isOutbound) === 'readOnly';
  const [wasDeprecated, isDeprecated] = [old, next].map(one => annotationAt(one, 'deprecated') === true);
  const isLifted = wasDeprecated === true && isDeprecated === false;
  const notes = differingNotes(old, next).flatMap(({ note: { keyword, rule, isShown }, was, now }) => {
    if (isParameter && keyword === 'default') return [];
    return [
      statedChange(rule(was, now, serverConsumes, isLifted), {
        ...about,
        ...(isShown ? valueTexts(was, now) : {}),
        old: pointAt(old, keyword) ?? before,
        next: pointAt(next, keyword) ?? after,
      }),
    ];
  });
  return [...notes, ...xmlNotesAt(comparison, message, place, about), ...flagsAt(message, place)];
}

const FLAG_RULES: Readonly<Record<HidingKeyword, readonly [set: string, lifted: string]>> = {
  readOnly: ['read-only-set', 'read-only-lifted'],
  writeOnly: ['write-only-set', 'write-only-lifted'],
};

/** C2: a flag that takes a property out of the other message only. Where both have it, it is the same finding. */
function flagsAt(message: MessagePair, { steps, old, next }: MessagePlace): StatedChange[] {
  const name = steps.at(-1) ?? '';
  if (steps[0] !== 'body' || steps.length < 2 || /^[[{]/.test(name)) return [];
  const hides = hiddenIn(message.kind, message.isOutbound);
  const flag: HidingKeyword = hides === 'readOnly' ? 'writeOnly' : 'readOnly';
  const [wasSet, willBeSet] = [isFlaggedAt(old, flag), isFlaggedAt(next, flag)];
  const [before, after] = [pointAt(old, flag), pointAt(next, flag)];
  if (wasSet === willBeSet || !before || !after) return [];
  return [
    {
      rule: FLAG_RULES[flag][willBeSet ? 0 : 1],
      name: nameAt(steps, old, next),
      now: name,
      locus: locusAt(message, steps),
      clients: 'info',
      providers: 'info',
      evidence: STATED,
      old: before,
      next: after,
    },
  ];
}
