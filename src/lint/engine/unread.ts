import { isArray, isString, type Json, member } from '../../core/json.ts';
import type { Node, Resolve } from '../../core/node.ts';
import { join, lastToken, type Pointer, parent } from '../../core/pointer.ts';
import { childOf, type Document, followReference, nodeAt } from '../../source/index.ts';
import { splitReference } from '../../source/references.ts';
import { idOf } from '../../vocabulary/tree.ts';
import { note } from './questions.ts';

/**
 * What a document refers to and does not have: files that were not read, targets that are not there, references that
 * run in circles. A part behind one is neither absent nor empty: it is unknown.
 */
export interface Unread {
  /** False for a document that is whole: then nothing below costs anything. */
  readonly isAny: boolean;
  /** Follows one reference. To an unread part that is a question; it leads to an empty object that notes all others. */
  readonly step: Resolve;
  /** Notes that a question was put to the part, for a node that stands for an unread one; nothing for any other. */
  readonly ask: (node: Node | undefined) => void;
  /**
   * True where one of the unread parts stands in the object that a place belongs to, references followed, or in what
   * the schemas around it are composed of.
   *
   * @param asked keys of unread parts, as `note` gets them
   */
  readonly concerns: (file: string, pointer: Pointer, asked: (part: string) => boolean) => boolean;
}

export function unreadOf(document: Document): Unread {
  const parts = new Set(document.missing.map(idOf));
  const stubs = new Map<string, Node>();
  const keys = new WeakMap<object, string>();
  const stubAt = ({ file, pointer, dialect }: Node): Node => {
    const key = idOf({ file, pointer });
    const known = stubs.get(key);
    if (known) return known;
    const value = emptyObject(() => note(key));
    keys.set(value as object, key);
    const stub = { file, pointer, value, dialect };
    stubs.set(key, stub);
    return stub;
  };
  const ask = (node: Node | undefined): void => {
    const key = node && typeof node.value === 'object' && node.value !== null && keys.get(node.value);
    if (key) note(key);
  };
  return {
    isAny: parts.size > 0,
    step: node => {
      const ref = member(node.value, '$ref');
      if (!isString(ref)) return node;
      const key = idOf(node);
      if (parts.size > 0 && parts.has(key)) {
        note(key);
        return stubAt(node);
      }
      return followReference(document, node.file, ref);
    },
    ask,
    concerns: parts.size > 0 ? surroundings(document, parts) : () => false,
  };
}

/** An object without members that tells whenever it is asked for one. */
function emptyObject(tell: () => void): Json {
  const asked = <Answer>(answer: Answer): Answer => {
    tell();
    return answer;
  };
  return new Proxy(
    {},
    {
      get: (_, name) => (typeof name === 'string' ? asked(undefined) : undefined),
      has: () => asked(false),
      ownKeys: () => asked([]),
      getOwnPropertyDescriptor: () => asked(undefined),
    },
  ) as Json;
}

interface Link {
  readonly pointer: Pointer;
  readonly key: string;
  /** Where it leads; `undefined` for an unread part. */
  readonly target: { readonly file: string; readonly pointer: Pointer } | undefined;
}

/** Finds unread parts from a place on. Links of a file are sorted, so those in a place stand side by side. */
function surroundings(document: Document, parts: ReadonlySet<string>): Unread['concerns'] {
  const links = new Map<string, readonly Link[]>();
  const linksOf = (file: string): readonly Link[] => {
    const known = links.get(file) ?? readLinks(document, parts, file);
    links.set(file, known);
    return known;
  };
  const holds = (
    file: string,
    pointer: Pointer,
    asked: (part: string) => boolean,
    seen: Set<string>,
  ): boolean => {
    const start = idOf({ file, pointer });
    if (seen.has(start)) return false;
    seen.add(start);
    return within(linksOf(file), pointer).some(({ key, target }) =>
      target ? holds(target.file, target.pointer, asked, seen) : asked(key),
    );
  };
  return (file, pointer, asked) => {
    const seen = new Set<string>();
    if (holds(file, objectAround(document, file, pointer), asked, seen)) return true;
    for (let at = pointer; at !== ''; at = parent(at)) {
      const isComposed = compositionsAt(document, file, parent(at)).some(branch =>
        holds(file, branch, asked, seen),
      );
      if (
        isComposed ||
        (parts.has(idOf({ file, pointer: parent(at) })) && asked(idOf({ file, pointer: parent(at) })))
      )
        return true;
    }
    return false;
  };
}

function readLinks(document: Document, parts: ReadonlySet<string>, file: string): Link[] {
  const written = document.files.get(file)?.references ?? [];
  return written
    .map(({ pointer, ref }): Link => {
      const key = idOf({ file, pointer });
      const { file: other, fragment } = splitReference(ref);
      const target = { file: other === '' ? file : document.locateFile(file, other), pointer: fragment };
      return { pointer, key, target: parts.has(key) ? undefined : target };
    })
    .sort((left, right) => (left.pointer < right.pointer ? -1 : 1));
}

/** The links at a place or inside it. */
function within(links: readonly Link[], pointer: Pointer): Link[] {
  const inside = `${pointer}/`;
  const found: Link[] = [];
  for (let index = firstFrom(links, pointer); index < links.length; index++) {
    const link = links[index];
    if (!link?.pointer.startsWith(pointer)) break;
    if (link.pointer === pointer || link.pointer.startsWith(inside)) found.push(link);
  }
  return found;
}

function firstFrom(links: readonly Link[], pointer: Pointer): number {
  let low = 0;
  let high = links.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((links[middle]?.pointer ?? '') < pointer) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The nearest object that says something of its own: `deprecated`, `required` and `discriminator` are about their holder. */
function objectAround(document: Document, file: string, pointer: Pointer): Pointer {
  const source = document.files.get(file);
  let at = pointer;
  while (at !== '' && source) {
    const value = nodeAt(document, source, at)?.value;
    const isPlain = isArray(value) ? !value.some(isNested) : !isNested(value);
    if (!isPlain && lastToken(at) !== 'discriminator') break;
    at = parent(at);
  }
  return at;
}

const isNested = (value: Json | undefined): boolean => typeof value === 'object' && value !== null;

/** What the schema at a place is composed of. */
function compositionsAt(document: Document, file: string, pointer: Pointer): Pointer[] {
  const source = document.files.get(file);
  const node = source && nodeAt(document, source, pointer);
  return ['allOf', 'oneOf', 'anyOf'].flatMap(keyword =>
    node && childOf(node, keyword) ? [join(pointer, keyword)] : [],
  );
}
