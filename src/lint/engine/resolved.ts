import {
  BaseResolver,
  type NormalizedNodeType,
  type Document as ParsedFile,
  ResolveError,
  resolveDocument,
  Source,
} from '@redocly/openapi-core';
import type { Json } from '../../core/json.ts';
import { valueAt } from '../../core/pointer.ts';
import type { Document } from '../../source/index.ts';
import { longChains, shortened } from '../../source/reference-chains.ts';
import { plainReferences } from './plain-references.ts';
import { isInCircle, type ReferenceCycle, withoutCircles } from './reference-cycles.ts';

type Files = ReadonlyMap<string, ParsedFile>;
type References = Awaited<ReturnType<typeof resolveDocument>>;

/** Knows the files of the document and nothing else: no disk, no network. */
class ClosedResolver extends BaseResolver {
  readonly #document: Document;
  readonly #files: Files;

  constructor(document: Document, files: Files) {
    super();
    this.#document = document;
    this.#files = files;
  }

  override resolveExternalRef(base: string | null, ref: string): string {
    return base === null ? ref : this.#document.locateFile(base, ref);
  }

  override async resolveDocument<T>(base: string | null, ref: string): Promise<ParsedFile<T>> {
    const key = this.resolveExternalRef(base, ref);
    const found = this.#files.get(key);
    if (!found) throw new ResolveError(new Error(`${key} is not among the files`));
    return found as ParsedFile<T>;
  }
}

/** A document as openapi-core walks it. */
interface ResolvedDocument {
  readonly root: ParsedFile;
  readonly references: References;
}

/**
 * The root, and where each reference leads: found at once where all are plain, else by openapi-core. That goes through
 * a chain of references anew for each of them: where chains are long it is given files whose references lead to their
 * ends at once, and what it finds is then told of the files as they are.
 */
export async function resolved(
  document: Document,
  circles: readonly ReferenceCycle[],
  rootType: NormalizedNodeType,
): Promise<ResolvedDocument> {
  const files: Files = new Map(
    [...document.files.values()].map(file => [
      file.key,
      { source: new Source(file.key, file.text), parsed: withoutCircles(file, circles) },
    ]),
  );
  const root = fileIn(files, document.root);
  const plain = plainReferences(files, document.locateFile);
  if (plain) return { root, references: plain };
  const chains = [...document.files.values()].flatMap(({ key, references }) => {
    const open = references.filter(({ pointer }) => !isInCircle({ file: key, pointer }, circles));
    const found = longChains(fileIn(files, key).parsed as Json, open);
    return found.length > 0 ? [{ key, found }] : [];
  });
  const short = new Map(files);
  for (const { key, found } of chains) {
    const file = fileIn(files, key);
    short.set(key, { ...file, parsed: shortened(file.parsed as Json, found) });
  }
  const references = await resolveDocument({
    rootDocument: fileIn(short, document.root),
    rootType,
    externalRefResolver: new ClosedResolver(document, short),
  });
  for (const { key, found } of chains) {
    for (const { ref, end } of found) {
      const target = references.get(`${key}::${end}`);
      if (target) references.set(`${key}::${ref}`, target);
    }
  }
  return { root, references: chains.length > 0 ? inFiles(references, files) : references };
}

/** The same targets, each as it stands in its file. */
function inFiles(references: References, files: Files): References {
  const entries = [...references].map(([id, target]): [typeof id, typeof target] => {
    // Where nothing is found, the pointer is that of what was looked in.
    if (!target.resolved || target.node === undefined || !target.nodePointer.startsWith('#/'))
      return [id, target];
    const document = fileIn(files, target.document.source.absoluteRef);
    const pointer = target.nodePointer === '#/' ? '' : target.nodePointer.slice(1);
    return [id, { ...target, document, node: valueAt(document.parsed as Json, pointer) }];
  });
  return new Map(entries);
}

function fileIn(files: Files, key: string): ParsedFile {
  const found = files.get(key);
  if (!found) throw new ResolveError(new Error(`${key} is not among the files`));
  return found;
}
