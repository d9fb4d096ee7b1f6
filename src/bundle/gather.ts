import {
  BaseResolver,
  bundleDocument,
  type Document as CoreDocument,
  createConfig,
  detectSpec,
  getTypes,
  ResolveError,
  Source,
} from '@redocly/openapi-core';
import { isArray, isObject, type Json, type JsonObject, member } from '../core/json.ts';
import type { Node } from '../core/node.ts';
import { lastToken, type Pointer, parent, tokens } from '../core/pointer.ts';
import { UserError } from '../core/user-error.ts';
import { childOf, type Document, locate, resolver, rootNode, type SourceFile } from '../source/index.ts';
import { splitReference } from '../source/references.ts';
import { type Kind, partsOf } from '../vocabulary/openapi.ts';

/** A component that got another name, because two documents use one name for different things. */
export interface Renamed {
  readonly from: string;
  readonly to: string;
}

interface Gathered {
  readonly value: JsonObject;
  readonly renamed: readonly Renamed[];
}

/**
 * Brings the files of a document into one, with openapi-core. What is the target of a reference to another file
 * becomes a component under the name of its pointer or file; what has no section in components is written out.
 *
 * @throws UserError `usage` when a component name would have to be invented
 */
export async function gather(document: Document): Promise<Gathered> {
  const resolver = new FilesResolver(document);
  const root = await resolver.resolveDocument(null, '');
  const { problems } = await bundleDocument({
    document: root,
    config: await createConfig({}),
    types: getTypes(detectSpec(root.parsed)),
    externalRefResolver: resolver,
    componentRenamingConflicts: 'error',
  });
  const renamed = problems.flatMap(({ message }) => {
    const [, from, to] = RENAMED.exec(message) ?? [];
    return from !== undefined && to !== undefined ? [{ from, to }] : [];
  });
  const value = root.parsed as JsonObject;
  refuseInventedNames(document, value, renamed);
  return { value, renamed };
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
  /** By file, then by the file part of a reference in it: the key of the file that it names. */
  readonly #named: ReadonlyMap<string, ReadonlyMap<string, string>>;

  constructor(document: Document) {
    super();
    this.#document = document;
    this.#keys = [...document.files.keys()];
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
    const parsed = (base === null ? rootOf(this.#document, file) : withFileNames(file)) as T;
    const opened = Promise.resolve({ source: new Source(absolute, file.text), parsed });
    this.cache.set(absolute, opened);
    return opened;
  }

  #keyOf(absolute: string): string | undefined {
    return this.#keys[Number(absolute.split('/')[1])];
  }
}

/** YAML reads `openapi: 3.1` as a number, and the bundler knows no version without its third part. */
const rootOf = ({ version }: Document, { value }: SourceFile): Json => ({
  ...(structuredClone(value) as JsonObject),
  openapi: version.replace(/^\d+\.\d+$/, '$&.0'),
});

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
    const holder = at(copy, pointer);
    if (isObject(holder)) Object.assign(holder, { $ref: named });
    else Object.assign(at(copy, parent(pointer)) as object, { [lastToken(pointer)]: named });
  }
  return copy;
}

const at = (value: Json, pointer: Pointer): Json | undefined =>
  tokens(pointer).reduce<Json | undefined>(
    (found, token) => (isArray(found) ? found[Number(token)] : member(found, token)),
    value,
  );

const fileNameOf = (key: string): string => key.split(/[/:]/).at(-1) ?? key;

/**
 * In one description every name is the author's: two things that want one name is a mistake to mend, and a suffix
 * would change generated code with the order of the files. A file that is an OpenAPI document of its own is another
 * matter: its names were chosen apart, nobody here can change them, and a reader wants the bundle. There the
 * bundler's suffix stands (`StatusEnum-2`, by order of first use, so the same files always give the same names).
 */
function refuseInventedNames(document: Document, bundled: JsonObject, renamed: readonly Renamed[]): void {
  const components = bundled.components ?? {};
  for (const { from, to } of renamed) {
    const kind = partsOf('components', components).find(({ path: [, name] }) => name === to)?.kind;
    const places = placesReferredTo(document).filter(
      place => place.kind === kind && componentNameOf(place) === from,
    );
    if (places.some(({ file }) => file !== document.root && isWholeDocument(document, file))) continue;
    const where = places.map(({ file, pointer }) => {
      const { line, column } = locate(document, file, pointer);
      return `${file}:${line}:${column}`;
    });
    throw new UserError(
      'usage',
      `two different components would be named '${from}': ${where.join(' and ')}`,
      'Rename one of them: a bundle does not invent names.',
    );
  }
}

const isWholeDocument = (document: Document, key: string): boolean =>
  member(document.files.get(key)?.value, 'openapi') !== undefined;

interface Place {
  readonly kind: Kind;
  readonly file: string;
  readonly pointer: Pointer;
}

/** Everything that a reference leads to, in the order of first use. */
function placesReferredTo(document: Document): Place[] {
  const resolve = resolver(document);
  const places = new Map<string, Place>();
  const visit = (kind: Kind, node: Node): void => {
    const target = resolve(node);
    if (target && target !== node) {
      const key = `${kind} ${target.file}#${target.pointer}`;
      if (places.has(key)) return;
      places.set(key, { kind, file: target.file, pointer: target.pointer });
      visit(kind, target);
    }
    for (const part of partsOf(kind, node.value)) {
      const child = part.path.reduce<Node | undefined>((from, token) => from && childOf(from, token), node);
      if (child) visit(part.kind, child);
    }
  };
  visit('openapi', rootNode(document));
  return [...places.values()];
}

const componentNameOf = ({ file, pointer }: Place): string =>
  pointer === '' ? fileNameOf(file).replace(/\.[^.]+$/, '') : lastToken(pointer);
