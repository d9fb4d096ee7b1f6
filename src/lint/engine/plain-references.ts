import type { Document as ParsedFile, resolveDocument } from '@redocly/openapi-core';
import { isArray, isObject, isString, type Json, member } from '../../core/json.ts';
import type { LocateFile } from '../../source/document.ts';

type References = Awaited<ReturnType<typeof resolveDocument>>;

/** A file, where one is named, and a pointer in it without anything that has to be decoded. */
const PLAIN = /^([^#]*)#((?:\/[\w.-]+)+)$/;

/** The keywords by which openapi-core finds what is no plain reference: other files, and names of schemas. */
const OTHER_WAYS = new Set(['externalValue', '$anchor', '$dynamicAnchor', '$id', '$self']);

/**
 * Where each reference of a document leads, as `resolveDocument` of openapi-core tells it, for files whose references
 * are all pointers to something that is no reference itself. That goes through the document once more for every type
 * that a part can have, and waits for each reference; most documents need neither.
 *
 * @returns `undefined` where one of them is another kind of reference, or leads nowhere
 */
export function plainReferences(
  files: ReadonlyMap<string, ParsedFile>,
  locateFile: LocateFile,
): References | undefined {
  const references: References = new Map();
  for (const file of files.values()) {
    const refs = new Set<string>();
    if (!collect(file.parsed as Json, refs)) return undefined;
    for (const ref of refs) {
      const found = plainReference(files, locateFile, file, ref);
      if (!found) return undefined;
      references.set(`${file.source.absoluteRef}::${ref}`, found);
    }
  }
  return references;
}

function plainReference(
  files: ReadonlyMap<string, ParsedFile>,
  locateFile: LocateFile,
  from: ParsedFile,
  ref: string,
) {
  const [, name, pointer] = PLAIN.exec(ref) ?? [];
  const document = name ? files.get(locateFile(from.source.absoluteRef, name)) : from;
  const node = document && pointer ? plainTarget(document.parsed as Json, pointer) : undefined;
  if (!document || node === undefined || isString(member(node, '$ref'))) return undefined;
  const isRemote = document !== from;
  return { resolved: true as const, isRemote, document, node, nodePointer: `#${pointer}` };
}

/** What stands at a pointer, where no reference stands on the way. */
function plainTarget(value: Json, pointer: string): Json | undefined {
  let target: Json | undefined = value;
  for (const token of pointer.slice(1).split('/')) {
    if (isString(member(target, '$ref'))) return undefined;
    target = isArray(target) ? target[Number(token)] : member(target, token);
  }
  return target;
}

/** Collects what may be a reference, wherever it stands; false where the document knows other ways to refer. */
function collect(value: Json | undefined, refs: Set<string>): boolean {
  if (isArray(value)) return value.every(item => collect(item, refs));
  if (!isObject(value)) return true;
  for (const key of Object.keys(value)) {
    const child = value[key];
    if (OTHER_WAYS.has(key)) return false;
    if (key === '$ref' && isString(child)) refs.add(child);
    if (key === 'mapping') addTargets(child, refs);
    if (typeof child === 'object' && !collect(child, refs)) return false;
  }
  return true;
}

/** What a discriminator names is a reference to openapi-core, whatever it looks like. */
function addTargets(mapping: Json | undefined, refs: Set<string>): void {
  if (!isObject(mapping)) return;
  for (const target of Object.values(mapping)) if (isString(target)) refs.add(target);
}
