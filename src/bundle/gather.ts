import {
  BaseResolver,
  bundleDocument,
  type Document as CoreDocument,
  detectSpec,
  ResolveError,
  Source,
} from '@redocly/openapi-core';
import { isObject, isString, type Json, type JsonObject, member } from '../core/json.ts';
import type { Node } from '../core/node.ts';
import { join, lastToken, type Pointer, parent, valueAt } from '../core/pointer.ts';
import { UserError } from '../core/user-error.ts';
import { type Document, locate, nodeAt, type SourceFile } from '../source/index.ts';
import {
  longChains,
  restoreReferences,
  type ShortenedReference,
  shortened,
} from '../source/reference-chains.ts';
import { splitReference } from '../source/references.ts';
import { ownConfig, typesFor } from './openapi-core.ts';
import { rootOf } from './own-bundle.ts';

/** A component that got another name, because two files use one name for different things. */
export interface Renamed {
  readonly from: string;
  readonly to: string;
}

export interface Gathered {
  readonly value: JsonObject;
  readonly renamed: readonly Renamed[];
}

/**
 * Brings the files of a document into one, with openapi-core. What is the target of a reference to another file
 * becomes a component under the name of its pointer or file; what has no section in components is written out.
 * Of two things that want one name the second gets a number (`version-2`), in the order of first use, so that the same
 * files give the same names.
 *
 * @throws UserError `unreadable` for a document whose structure the bundler cannot follow
 */
export async function gather(document: Document): Promise<Gathered> {
  const resolver = new FilesResolver(document);
  const root = await resolver.resolveDocument(null, '');
  const { problems } = await bundled(document, {
    document: root,
    config: await ownConfig(),
    types: typesFor(detectSpec(root.parsed)),
    externalRefResolver: resolver,
    componentRenamingConflicts: 'error',
  });
  const renamed = problems.flatMap(({ message }) => {
    const [, from, to] = RENAMED.exec(message) ?? [];
    return from !== undefined && to !== undefined ? [{ from, to }] : [];
  });
  const value = root.parsed as JsonObject;
  restoreReferences(value, resolver.chains);
  refuseEndless(document, value);
  return { value, renamed };
}

type BundlerOptions = Parameters<typeof bundleDocument>[0];

/** The bundler takes the structure for granted: where it is not that of OpenAPI it stumbles, and lint says where. */
async function bundled(document: Document, options: BundlerOptions): ReturnType<typeof bundleDocument> {
  try {
    return await bundleDocument(options);
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    throw unfollowable(document.label);
  }
}

const unfollowable = (where: string): UserError =>
  new UserError(
    'unreadable',
    {
      nl: `${where}: de opbouw is niet die van OpenAPI, dus een bundel is niet te maken`,
      en: `${where}: the structure is not that of OpenAPI, so it cannot be bundled`,
    },
    { nl: 'zds lint zegt wat er mis is, en waar.', en: 'zds lint says what is wrong, and where.' },
  );

/**
 * Where OpenAPI has no references, the bundler puts the target in the place of one: a value that holds itself, when it
 * stands in its own target.
 *
 * @throws UserError `unreadable` with the place of such a reference
 */
function refuseEndless(document: Document, value: JsonObject): void {
  const pointer = findItself(value, '', new Set(), new Set());
  if (pointer === undefined) return;
  const reference = referenceAbove(document, pointer);
  const at = reference && locate(document, reference.file, reference.pointer);
  throw unfollowable(at ? `${at.file}:${at.line}:${at.column}` : document.label);
}

/** The reference that a place of a bundle is reached through; `undefined` for what got another place in it. */
function referenceAbove(document: Document, pointer: Pointer): Node | undefined {
  const root = document.files.get(document.root);
  const node = root && nodeAt(document, root, pointer);
  if (node && isString(member(node.value, '$ref'))) return node;
  return pointer === '' ? undefined : referenceAbove(document, parent(pointer));
}

/** Where a value holds one that it stands in itself; `undefined` where it is finite. */
function findItself(value: Json, at: Pointer, around: Set<Json>, finite: Set<Json>): Pointer | undefined {
  if (typeof value !== 'object' || value === null || finite.has(value)) return undefined;
  if (around.has(value)) return at;
  around.add(value);
  for (const [name, child] of Object.entries(value)) {
    const found = child === undefined ? undefined : findItself(child, join(at, name), around, finite);
    if (found !== undefined) return found;
  }
  around.delete(value);
  finite.add(value);
  return undefined;
}

/** The one problem of the bundler that is not about a missing target; those are known before it starts. */
const RENAMED = /Renamed (\S+) to (\S+)\.$/;

/**
 * Gives openapi-core the files of a document, and nothing else: no disk, no network. It also looks up what is no
 * reference to us, such as a `$ref` in an extension; that leads nowhere, and stays as it is written. Each file gets an
 * absolute path of its own, since a key may be a path, a URL or `REV:path`; the last segment stays, because names come
 * from it. The bundler writes into what it gets, hence the copies.
 */
class FilesResolver extends BaseResolver {
  readonly #document: Document;
  readonly #keys: readonly string[];
  /** In the root; there the references of a bundle are those of the document. */
  readonly chains: readonly ShortenedReference[];
  /** By file, then by the file part of a reference in it: the key of the file that it names. */
  readonly #named: ReadonlyMap<string, ReadonlyMap<string, string>>;

  constructor(document: Document) {
    super();
    this.#document = document;
    this.#keys = [...document.files.keys()];
    const root = document.files.get(document.root);
    this.chains = root ? longChains(root.value, root.references) : [];
    this.#named = new Map(
      [...document.files.values()].map(({ key, references }) => {
        const parts = references.map(({ ref }) => splitReference(ref).file).filter(part => part !== '');
        const named = parts.map(part => [part, document.locateFile(key, part)] as const);
        return [key, new Map([...named, [fileNameOf(key), key]])];
      }),
    );
  }

  override resolveExternalRef(base: string | null, ref: string): string {
    const from = base === null ? this.#document.root : (this.#keyOf(base) ?? '');
    const key = base === null ? from : (this.#named.get(from)?.get(ref) ?? '');
    return `/${this.#keys.indexOf(key)}/${fileNameOf(key)}`;
  }

  // The type parameter is the library's: whoever asks says what the file holds.
  override async resolveDocument<T = unknown>(base: string | null, ref: string): Promise<CoreDocument<T>> {
    const absolute = this.resolveExternalRef(base, ref);
    const known = this.cache.get(absolute);
    if (known) return known as Promise<CoreDocument<T>>;
    const file = this.#document.files.get(this.#keyOf(absolute) ?? '');
    if (!file) throw new ResolveError(new Error(`no file ${ref}`));
    const parsed = (
      base === null ? rootOf(this.#document, shortened(file.value, this.chains)) : withFileNames(file)
    ) as T;
    const opened = Promise.resolve({ source: new Source(absolute, file.text), parsed });
    this.cache.set(absolute, opened);
    return opened;
  }

  #keyOf(absolute: string): string | undefined {
    return this.#keys[Number(absolute.split('/')[1])];
  }
}

/**
 * A copy in which references within the file name the file. The bundler takes two components for one when their
 * text is equal, and within a cycle it compares before it has rewritten: `#/components/schemas/X` of two files
 * would then be one X. It also keeps a reference that leads nowhere from hitting something in the root.
 */
function withFileNames(file: SourceFile): Json {
  const copy = structuredClone(file.value);
  for (const { pointer, ref } of file.references) {
    if (!ref.startsWith('#')) continue;
    const named = fileNameOf(file.key) + ref;
    const holder = valueAt(copy, pointer);
    if (isObject(holder)) Object.assign(holder, { $ref: named });
    else Object.assign(valueAt(copy, parent(pointer)) as object, { [lastToken(pointer)]: named });
  }
  return copy;
}

const fileNameOf = (key: string): string => key.split(/[/:]/).at(-1) ?? key;
