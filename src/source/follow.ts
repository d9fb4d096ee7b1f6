import { isObject, isString, type Json, member } from '../core/json.ts';
import type { Dialect, Node, Resolve } from '../core/node.ts';
import { type Pointer, tokens } from '../core/pointer.ts';
import { childNode, idOf } from '../vocabulary/tree.ts';
import { splitReference } from './references.ts';

interface LinkedFile {
  readonly key: string;
  readonly value: Json;
  readonly dialect: Dialect;
}

/** What following references asks of a document. */
interface Linked {
  readonly files: ReadonlyMap<string, LinkedFile>;
  readonly locateFile: (from: string, file: string) => string;
}

/** References that lead to each other, or through each other, and so to nothing: by place, as `file#pointer`. */
export interface Circle {
  readonly places: ReadonlySet<string>;
}

/** What following a reference comes to: a node, nothing, or a circle. */
interface Link {
  readonly target?: Node | undefined;
  readonly circle?: Circle | undefined;
}

/**
 * What is known of the references of a document, by the file and then the text: most are written many times, and a key
 * of both would be made and hashed each time that one is followed.
 */
interface Links {
  readonly known: Map<string, Map<string, Link>>;
  /** References that are being followed, each with the place that it was met at. */
  readonly open: Map<string, string>;
}

const linksOfFiles = new WeakMap<Linked['files'], Links>();

function linksOf({ files }: Linked): Links {
  const links = linksOfFiles.get(files) ?? { known: new Map(), open: new Map() };
  linksOfFiles.set(files, links);
  return links;
}

/** The node that a reference leads to, one step; `undefined` where there is none, as behind a circle of references. */
export const followReference = (document: Linked, from: string, ref: string): Node | undefined =>
  follow(document, linksOf(document), from, ref).target;

/** The circle of references that a reference ends in, if it does. */
export const circleBehind = (document: Linked, from: string, ref: string): Circle | undefined =>
  follow(document, linksOf(document), from, ref).circle;

/** Follows a chain to its end, so that each of its references is known, and each is followed once. */
function follow(document: Linked, links: Links, from: string, ref: string, met = ''): Link {
  const before = links.known.get(from)?.get(ref);
  if (before) return before;
  const trail: (Step & { readonly target?: Node | undefined })[] = [];
  let circle: Circle | undefined;
  for (let step: Step | undefined = { from, ref, met }; step; ) {
    const key = keyOf(step.from, step.ref);
    const known = links.known.get(step.from)?.get(step.ref);
    if (known || links.open.has(key)) {
      circle = known ? known.circle : circleFrom(links.open, key, step.met);
      break;
    }
    links.open.set(key, step.met);
    const link = findTarget(document, links, step.from, step.ref);
    trail.push({ ...step, target: link.target });
    circle = link.circle;
    step = nextOf(link);
  }
  for (const step of trail) {
    links.open.delete(keyOf(step.from, step.ref));
    const inFile = links.known.get(step.from) ?? new Map<string, Link>();
    links.known.set(step.from, inFile.set(step.ref, circle ? { circle } : { target: step.target }));
  }
  return links.known.get(from)?.get(ref) ?? { circle };
}

interface Step {
  readonly from: string;
  readonly ref: string;
  /** The place that holds the reference; `''` for the one to start from. */
  readonly met: string;
}

const keyOf = (from: string, ref: string): string => `${from}\n${ref}`;

function nextOf({ target }: Link): Step | undefined {
  const ref = target && member(target.value, '$ref');
  return target && isString(ref) ? { from: target.file, ref, met: idOf(target) } : undefined;
}

/** What is open from a reference on, which is met again at a place. */
function circleFrom(open: ReadonlyMap<string, string>, key: string, met: string): Circle {
  const keys = [...open.keys()];
  const inside = keys.slice(keys.indexOf(key) + 1).map(one => open.get(one) ?? '');
  return { places: new Set([met, ...inside]) };
}

function findTarget(document: Linked, links: Links, from: string, ref: string): Link {
  const { file, fragment } = splitReference(ref);
  const key = file === '' ? from : document.locateFile(from, file);
  const target = document.files.get(key);
  if (!target) return {};
  if (fragment !== '' && !fragment.startsWith('/')) return { target: findAnchor(target, fragment) };
  return walkTo(document, links, target, fragment);
}

/** The node at a pointer. A reference met on the way is followed, as published documents point through them. */
export const nodeAt = (document: Linked, file: LinkedFile, pointer: Pointer): Node | undefined =>
  walkTo(document, linksOf(document), file, pointer).target;

function walkTo(document: Linked, links: Links, file: LinkedFile, pointer: Pointer): Link {
  let node = wholeOf(file);
  for (const token of tokens(pointer)) {
    let child = childNode(node, token);
    for (let step = nextOf({ target: node }); step && !child; ) {
      const { target, circle } = follow(document, links, step.from, step.ref, step.met);
      if (!target) return { circle };
      child = childNode(target, token);
      step = nextOf({ target });
    }
    if (!child) return {};
    node = child;
  }
  return { target: node };
}

const wholeOf = (file: LinkedFile): Node => ({
  file: file.key,
  pointer: '',
  value: file.value,
  dialect: file.dialect,
});

/** `$anchor` (JSON Schema 2020-12 core, section 8.2.2). */
function findAnchor(file: LinkedFile, anchor: string): Node | undefined {
  const search = (node: Node): Node | undefined => {
    if (isObject(node.value) && node.value.$anchor === anchor) return node;
    if (typeof node.value !== 'object' || node.value === null) return undefined;
    for (const key of Object.keys(node.value)) {
      const child = childNode(node, key);
      const found = child && search(child);
      if (found) return found;
    }
    return undefined;
  };
  return search(wholeOf(file));
}

/** Follows references of one document, one step a call: the same function for the same document. */
export function resolver(document: Linked): Resolve {
  const known = resolvers.get(document.files);
  if (known) return known;
  const resolve: Resolve = node => {
    const ref = member(node.value, '$ref');
    return isString(ref) ? followReference(document, node.file, ref) : node;
  };
  resolvers.set(document.files, resolve);
  return resolve;
}

const resolvers = new WeakMap<Linked['files'], Resolve>();
