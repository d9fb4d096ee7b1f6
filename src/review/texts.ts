import { diffWordsWithSpace } from 'diff';
import { isArray, isObject, isString, type Json } from '../core/json.ts';
import type { Node } from '../core/node.ts';
import { lastToken } from '../core/pointer.ts';
import type { AssessedChange as Difference } from '../diff/change.ts';
import { idOf } from '../json-schema/reading.ts';

/** A piece of a text that changed. */
export interface TextPiece {
  readonly text: string;
  readonly is: 'same' | 'removed' | 'added';
}

/** One edit of a text, however many places it was made at. */
export interface TextEdit {
  /** The text of the first place, in pieces; what is far from the edit is left out as `…`. */
  readonly pieces: readonly TextPiece[];
  /** Names of what the texts belong to, each once. */
  readonly names: readonly string[];
  /** Places in the files that have it. */
  readonly places: number;
}

/** Members that hold words for people (OpenAPI 3.1.0, section 4.8; JSON Schema 2020-12 validation, section 9.1). */
const WORDS = ['title', 'summary', 'description', 'externalDocs', 'x-enumDescriptions', 'tags'];

/** A text shows so many characters on either side of what changed. */
const CONTEXT = 60;

/** Texts longer than this are compared as a whole: words of a megabyte take minutes. */
const LONGEST = 20_000;

/** The edits of texts among what differs; those at most places first. */
export function textEditsOf(differences: readonly Difference[]): TextEdit[] {
  const seen = new Set<string>();
  const edits = new Map<string, { pieces: readonly TextPiece[]; names: Set<string>; places: number }>();
  for (const { rule, name, old, next } of differences) {
    const place = `${idOf(old)} ${idOf(next)}`;
    if (rule !== 'text-changed' || seen.has(place)) continue;
    seen.add(place);
    for (const [was, now] of textPairs(old, next)) {
      const pieces = piecesOf(was, now);
      const key = JSON.stringify(pieces.filter(({ is }) => is !== 'same'));
      const edit = edits.get(key) ?? { pieces: shortened(pieces), names: new Set(), places: 0 };
      edit.names.add(name);
      edits.set(key, { ...edit, places: edit.places + 1 });
    }
  }
  return [...edits.values()]
    .map(({ pieces, names, places }) => ({ pieces, names: [...names], places }))
    .sort((one, other) => other.places - one.places);
}

/** Texts of both sides that differ, by where they stand in the object; `''` for a side that does not have it. */
function textPairs(old: Node, next: Node): [string, string][] {
  const [before, after] = [textsIn(old), textsIn(next)];
  return [...new Set([...before.keys(), ...after.keys()])].flatMap(path => {
    const [was, now] = [before.get(path) ?? '', after.get(path) ?? ''];
    return was === now ? [] : [[was, now] as [string, string]];
  });
}

/** The words of an object, or of what is itself one of its texts. */
const textsIn = ({ value, pointer }: Node): ReadonlyMap<string, string> =>
  isObject(value) && !WORDS.includes(lastToken(pointer))
    ? new Map(WORDS.flatMap(word => (isGroups(word, value[word]) ? [] : [...strings(value[word], word)])))
    : new Map([...strings(value, '')]);

/** The tags of an operation are names of groups: what becomes of them is told of the operation. */
const isGroups = (word: string, value: Json | undefined): boolean =>
  word === 'tags' && isArray(value) && value.every(isString);

function* strings(value: Json | undefined, path: string): Generator<[string, string]> {
  if (isString(value)) yield [path, value.replaceAll(/\s+/g, ' ').trim()];
  else if (isArray(value) || isObject(value))
    for (const [name, inner] of Object.entries(value)) yield* strings(inner, `${path}/${name}`);
}

function piecesOf(was: string, now: string): TextPiece[] {
  if (was.length + now.length > LONGEST) {
    const whole: TextPiece[] = [
      { text: was, is: 'removed' },
      { text: now, is: 'added' },
    ];
    return whole.filter(({ text }) => text !== '');
  }
  const pieces = diffWordsWithSpace(was, now).map(
    ({ value, added, removed }): TextPiece => ({
      text: value,
      is: added ? 'added' : removed ? 'removed' : 'same',
    }),
  );
  return togetherAgain(pieces);
}

/** Between two changes, so few words that both texts share are chance, and are read with the changes. */
const CHANCE = 2;

const wordsIn = (text: string): number => text.split(/\s+/).filter(word => word !== '').length;

/** Changes next to each other as one: first all that went, then all that came. */
function togetherAgain(pieces: readonly TextPiece[]): TextPiece[] {
  const joined: TextPiece[] = [];
  let [removed, added] = ['', ''];
  const close = (): void => {
    if (removed !== '') joined.push({ text: removed, is: 'removed' });
    if (added !== '') joined.push({ text: added, is: 'added' });
    [removed, added] = ['', ''];
  };
  for (const [index, { text, is }] of pieces.entries()) {
    const isBetween = index > 0 && index < pieces.length - 1 && removed + added !== '';
    if (is === 'same' && !(isBetween && wordsIn(text) <= CHANCE)) {
      close();
      joined.push({ text, is });
    } else {
      if (is !== 'added') removed += text;
      if (is !== 'removed') added += text;
    }
  }
  close();
  return joined;
}

/** The longest that a removed or added piece is shown. */
const LONGEST_PIECE = 600;

const shortened = (pieces: readonly TextPiece[]): TextPiece[] =>
  pieces.map(({ text, is }, index) => {
    if (is !== 'same')
      return { is, text: text.length > LONGEST_PIECE ? `${text.slice(0, LONGEST_PIECE)}…` : text };
    const [isFirst, isLast] = [index === 0, index === pieces.length - 1];
    const before = isFirst ? '' : text.slice(0, CONTEXT);
    const after = isLast ? '' : text.slice(-CONTEXT);
    const most = (isFirst || isLast ? 1 : 2) * CONTEXT;
    return { is, text: text.length <= most ? text : `${before}…${after}` };
  });
