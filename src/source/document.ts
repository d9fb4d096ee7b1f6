import type { SourceLocation } from '../core/finding.ts';
import { isObject, isString, type Json, type JsonObject, member } from '../core/json.ts';
import { type Dialect, isRemote, type Node } from '../core/node.ts';
import { oncePerText } from '../core/once.ts';
import type { Pointer } from '../core/pointer.ts';
import type { Text } from '../core/text.ts';
import { UserError } from '../core/user-error.ts';
import { idOf } from '../vocabulary/tree.ts';
import { type Circle, circleBehind, followReference } from './follow.ts';
import { type Marks, parseMarked } from './parse.ts';
import { positionIn } from './positions.ts';
import { splitReference, type WrittenReference, writtenReferences } from './references.ts';
import { byPlace } from './schema-resources.ts';
import { openapiVersion, requireSupported, whatItIs } from './versions.ts';

export interface SourceFile {
  /** What the file is called: its path from the working directory, `REV:path` in git, a URL, or `<stdin>`. */
  readonly key: string;
  readonly text: string;
  readonly value: Json;
  readonly dialect: Dialect;
  readonly marks: Marks;
  readonly references: readonly WrittenReference[];
}

/** A file before it is known to which document it belongs. */
export type ParsedFile = Omit<SourceFile, 'key' | 'dialect'>;

/** The keywords by which a schema is called something else than its place. */
const NAMES = /\$id\b|\$dynamicAnchor\b/;

/**
 * Parses the text of a file.
 *
 * @throws UserError `unreadable`, as `parse` does
 */
export function parseFile(key: string, text: string): ParsedFile {
  const { value, marks } = parseMarked(key, text);
  const references = writtenReferences(value);
  return { text, marks, ...(NAMES.test(text) ? byPlace(value, references) : { value, references }) };
}

/** Why a reference leads nowhere; `circle`: by way of other references it comes back to itself. */
type MissingReason = 'no-file' | 'no-target' | 'remote' | 'outside' | 'unreadable' | 'circle';

export interface MissingReference {
  readonly file: string;
  /** Of the object that holds the `$ref`. */
  readonly pointer: Pointer;
  readonly ref: string;
  /** The file that was looked for, and the fragment when the file is there but the target is not. */
  readonly tried: string;
  readonly reason: MissingReason;
  /** What else there is to say, such as why the file cannot be parsed. */
  readonly detail?: Text;
  /** What to do about it, where more is known than the reason. */
  readonly hint?: Text;
  /** Of the references that lead to one circle, one in it stands for all; these are the others. */
  readonly isRepeat?: boolean;
}

/** The key of the file that a reference in a file names. */
export type LocateFile = (from: string, file: string) => string;

/**
 * An OpenAPI document of one or more files: each parsed once, references kept as they are. What is marked internal is
 * left out of the types that the package publishes.
 */
export interface Document {
  /** What the user called it. */
  readonly label: string;
  /** The `openapi` field: `3.0.3`, `3.1.0`; the `swagger` field of a document that has that instead. */
  readonly version: string;
  /** @internal Key of the file that holds the OpenAPI Object. */
  readonly root: string;
  /** @internal */
  readonly files: ReadonlyMap<string, SourceFile>;
  /** @internal */
  readonly missing: readonly MissingReference[];
  /** @internal */
  readonly locateFile: LocateFile;
  /**
   * @internal The text of a file beside the root that no reference names, such as its exceptions; `undefined` without
   * one.
   */
  readonly readBeside: (file: string) => Promise<string | undefined>;
  /** @internal Names of the files in a folder beside the root, in order; none where there is no such folder. */
  readonly listBeside: (folder: string) => Promise<readonly string[]>;
}

/** Why a file could not be had, where that is known. */
export interface Absence {
  readonly reason: MissingReason;
  readonly detail?: Text;
  /** What to do about it. */
  readonly hint?: Text;
}

const inMemory = (from: string, file: string): string =>
  !isRemote(file) && URL.canParse(file, `memory:///${from}`)
    ? new URL(file, `memory:///${from}`).pathname.slice(1)
    : file;

/**
 * A document from texts in memory.
 *
 * @throws UserError `unreadable` when a text is no YAML or the root is no OpenAPI 3.x
 */
export function documentOf(label: string, texts: Readonly<Record<string, string>>, root?: string): Document {
  const rootKey = root ?? Object.keys(texts)[0];
  if (rootKey === undefined)
    throw new UserError('unreadable', {
      nl: `${label}: geen bestand gegeven`,
      en: `${label}: no file given`,
    });
  const values = new Map(Object.entries(texts).map(([key, text]) => [key, parseFile(key, text)]));
  const readBeside = async (file: string) => texts[inMemory(rootKey, file)];
  const listBeside = async (folder: string) => {
    const prefix = `${inMemory(rootKey, folder)}/`;
    const inside = Object.keys(texts).filter(key => key.startsWith(prefix));
    return inside
      .map(key => key.slice(prefix.length))
      .filter(name => !name.includes('/'))
      .sort();
  };
  const site = { locateFile: inMemory, readBeside, listBeside };
  return requireSupported(assemble(label, rootKey, values, new Map(), site));
}

/** A document that is one value in memory, such as a bundle: its references are followed, and its places have no text. */
export function documentOfValue(value: JsonObject): Document {
  const file: ParsedFile = { text: '', value, marks: { starts: [], ends: [], values: [] }, references: [] };
  const site = { locateFile: inMemory, readBeside: async () => undefined, listBeside: async () => [] };
  return assemble('', '', new Map([['', file]]), new Map(), site);
}

/** Puts parsed files together, of whatever version, and finds out which references lead nowhere. */
export function assemble(
  label: string,
  root: string,
  parsed: ReadonlyMap<string, ParsedFile>,
  absent: ReadonlyMap<string, Absence>,
  site: Pick<Document, 'locateFile' | 'readBeside' | 'listBeside'>,
): Document {
  const version = openapiVersion(root, parsed.get(root)?.value);
  const files = new Map<string, SourceFile>();
  for (const [key, file] of parsed) {
    const dialect = dialectOf(member(file.value, 'openapi')) ?? dialectOf(version) ?? '3.1';
    files.set(key, { key, dialect, ...file });
  }
  const locateFile = locatorBySelf(files, locatingOnce(site.locateFile));
  const document: Document = { label, root, version, files, missing: [], ...site, locateFile };
  return { ...document, missing: findMissing(document, absent) };
}

/**
 * The URI that a file calls itself by, without which it is known by its place alone: `$self` of a document (OpenAPI 3.2.0,
 * 4.1.2.2), `$id` of a schema (JSON Schema 2020-12 Core, 8.2.1).
 */
const selfOf = (value: Json | undefined): string | undefined => {
  const self = member(value, member(value, 'openapi') === undefined ? '$id' : '$self');
  return isString(self) ? self : undefined;
};

/** The file part of a reference as a URI, where the file that it stands in calls itself by one. */
const uriOf = (value: Json | undefined, file: string): string => {
  const self = selfOf(value);
  return self !== undefined && URL.canParse(file, self) ? new URL(file, self).href : file;
};

/** Whether the file part of a reference leads back to the file that it stands in, by the URI that this calls itself by. */
export const leadsToItself = (value: Json, file: string): boolean =>
  selfOf(value) !== undefined && uriOf(value, file) === uriOf(value, '');

/** Files are found by the URI that they call themselves by first, then by their place. */
function locatorBySelf(files: ReadonlyMap<string, SourceFile>, locateFile: LocateFile): LocateFile {
  const named = new Map<string, string>();
  for (const { key, value } of files.values())
    if (selfOf(value) !== undefined) named.set(uriOf(value, ''), key);
  if (named.size === 0) return locateFile;
  return (from, file) => named.get(uriOf(files.get(from)?.value, file)) ?? locateFile(from, file);
}

/** Most references of a file name few others. */
function locatingOnce(locateFile: LocateFile): LocateFile {
  const from = oncePerText(key => oncePerText(file => locateFile(key, file)));
  return (key, file) => from(key)(file);
}

const dialectOf = (version: Json | undefined): Dialect | undefined =>
  isString(version) ? (version.startsWith('3.0') ? '3.0' : '3.1') : undefined;

function findMissing(document: Document, absent: ReadonlyMap<string, Absence>): MissingReference[] {
  const missing: MissingReference[] = [];
  const circling: Circling[] = [];
  for (const file of document.files.values()) {
    const lackingBehind = oncePerText(ref => lackingTarget(document, file.key, ref, absent));
    for (const written of file.references) {
      const reference = { file: file.key, pointer: written.pointer, ref: written.written ?? written.ref };
      const circle = circleBehind(document, file.key, written.ref);
      const lacking = lackingBehind(written.ref);
      if (circle && (!lacking || lacking.reason === 'no-target')) circling.push({ ...reference, circle });
      else if (lacking) missing.push({ ...reference, ...lacking });
    }
  }
  return [...missing, ...inCircles(circling)];
}

/** What a reference leads to where there is nothing, and why; `undefined` where there is something. */
function lackingTarget(
  document: Document,
  from: string,
  ref: string,
  absent: ReadonlyMap<string, Absence>,
): (Absence & { readonly tried: string }) | undefined {
  const { file, fragment } = splitReference(ref);
  const key = file === '' ? from : document.locateFile(from, file);
  if (!document.files.has(key)) {
    const why = absent.get(key) ?? { reason: isRemote(key) ? ('remote' as const) : ('no-file' as const) };
    return { tried: key, ...why };
  }
  return followReference(document, from, ref) === undefined
    ? { tried: `${key}#${fragment}`, reason: 'no-target', ...describedFile(document.files.get(key)?.value) }
    : undefined;
}

/** A page in HTML in the place of what it was asked for, as a server gives that wants its readers to log in, has no parts. */
function describedFile(value: Json | undefined): Pick<Absence, 'detail' | 'hint'> {
  if (isObject(value)) return {};
  const [{ nl, en }, hint] = whatItIs(value);
  return { detail: { nl: `het is ${nl}`, en: `it is ${en}` }, ...(hint && { hint }) };
}

interface Circling extends WrittenReference {
  readonly file: string;
  readonly circle: Circle;
}

/** Each circle is told at the first reference in it, or else at the first that leads to it. */
function inCircles(circling: readonly Circling[]): MissingReference[] {
  const told = new Map<Circle, Circling>();
  for (const reference of circling) {
    const known = told.get(reference.circle);
    const isInside = ({ circle, ...place }: Circling): boolean => circle.places.has(idOf(place));
    if (!known || (!isInside(known) && isInside(reference))) told.set(reference.circle, reference);
  }
  return circling.map(reference => {
    const { circle, file, pointer, ref } = reference;
    const isRepeat = told.get(circle) !== reference;
    return { file, pointer, ref, tried: ref, reason: 'circle', ...(isRepeat ? { isRepeat } : {}) };
  });
}

export function rootNode(document: Document): Node {
  const file = document.files.get(document.root);
  if (!file) throw new Error(`the root ${document.root} is not among the files of ${document.label}`);
  return { file: file.key, pointer: '', value: file.value, dialect: file.dialect };
}

/**
 * Line and column of what a pointer leads to: of the key where the parent is an object, of the item in an array.
 * Where the pointer leads nowhere, that of its nearest ancestor. Positions are computed only when asked for.
 */
export function locate(document: Document, file: string, pointer: Pointer): SourceLocation {
  const source = document.files.get(file);
  return { file, ...(source ? positionIn(source, pointer) : { line: 1, column: 1 }), pointer };
}
