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
import { isObject, type JsonObject, member } from '../model/json.ts';
import { lastToken } from '../model/pointer.ts';
import { UserError } from '../model/user-error.ts';
import { type Document, followReference, locate } from '../source/index.ts';

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
  refuseInventedNames(document, renamed);
  return { value: root.parsed as JsonObject, renamed };
}

/** The one problem of the bundler that is not about a missing target; those are known before it starts. */
const RENAMED = /Renamed (\S+) to (\S+)\.$/;

/**
 * Gives openapi-core the files of a document, and nothing else: no disk, no network. Each gets an absolute path of
 * its own, since a key may be a path, a URL or `REV:path`; the last segment stays, because names come from it. The
 * bundler writes into what it gets, hence the clones.
 */
class FilesResolver extends BaseResolver {
  readonly #document: Document;
  readonly #keys: readonly string[];

  constructor(document: Document) {
    super();
    this.#document = document;
    this.#keys = [...document.files.keys()];
  }

  override resolveExternalRef(base: string | null, ref: string): string {
    const from = base === null ? this.#document.root : this.#keyOf(base);
    const key = ref === '' || from === undefined ? this.#document.root : this.#document.locateFile(from, ref);
    return `/${this.#keys.indexOf(key)}/${key.split(/[/:]/).at(-1)}`;
  }

  // The type parameter is the library's: whoever asks says what the file holds.
  override async resolveDocument<T = unknown>(base: string | null, ref: string): Promise<CoreDocument<T>> {
    const absolute = this.resolveExternalRef(base, ref);
    const known = this.cache.get(absolute);
    if (known) return known as Promise<CoreDocument<T>>;
    const file = this.#document.files.get(this.#keyOf(absolute) ?? '');
    if (!file) throw new ResolveError(new Error(`no file ${ref}`));
    const parsed = structuredClone(file.value) as T;
    const opened = Promise.resolve({ source: new Source(absolute, file.text), parsed });
    this.cache.set(absolute, opened);
    return opened;
  }

  #keyOf(absolute: string): string | undefined {
    return this.#keys[Number(absolute.split('/')[1])];
  }
}

/**
 * In one description every name is the author's: two things that want one name is a mistake to mend, and a suffix
 * would change generated code with the order of the files. A file that is an OpenAPI document of its own is another
 * matter: its names were chosen apart, nobody here can change them, and a reader wants the bundle. There the
 * bundler's suffix stands (`StatusEnum-2`, by order of first use, so the same files always give the same names).
 */
function refuseInventedNames(document: Document, renamed: readonly Renamed[]): void {
  for (const { from } of renamed) {
    const places = placesNamed(document, from);
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
  readonly file: string;
  readonly pointer: string;
}

/** Where the things stand that references would name so. */
function placesNamed(document: Document, name: string): Place[] {
  const places = new Map<string, Place>();
  for (const file of document.files.values()) {
    for (const { ref } of file.references) {
      const target = followReference(document, file.key, ref);
      if (!target || componentNameOf(target) !== name || !isObject(target.value)) continue;
      places.set(`${target.file}#${target.pointer}`, { file: target.file, pointer: target.pointer });
    }
  }
  return [...places.values()].sort((a, b) => (a.file < b.file ? -1 : 1));
}

const componentNameOf = ({ file, pointer }: Place): string =>
  pointer === '' ? (file.split(/[/:]/).at(-1) ?? file).replace(/\.[^.]+$/, '') : lastToken(pointer);
