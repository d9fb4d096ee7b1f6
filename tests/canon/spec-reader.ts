import { readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { load } from 'js-yaml';

/** A YAML mapping as js-yaml gives it. */
export type Mapping = { readonly [key: string]: unknown };

/** A mapping and the file it stands in, so that relative references can be followed. */
export interface Place {
  readonly file: string;
  readonly value: Mapping;
}

/** Follows the references of the files under `spec/`, and knows nothing else. */
export interface Spec {
  readonly root: Place;
  /** The mapping at a key, reference followed. What stands beside a reference wins (OpenAPI 3.1, section 4.8.24.1). */
  readonly at: (place: Place, ...keys: readonly string[]) => Place | undefined;
  readonly list: (place: Place, key: string) => readonly Place[];
  readonly open: (file: string) => Place;
}

const isMapping = (value: unknown): value is Mapping =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * Opens the document in its files.
 *
 * @param parse mapping in a file, by its path from the folder of the document
 */
const openSpec = (parse: (file: string) => Mapping): Spec => {
  const open = (file: string): Place => ({ file, value: parse(file) });
  const follow = (place: Place): Place => {
    const { $ref: reference, ...beside } = place.value;
    if (typeof reference !== 'string') return place;
    const target = follow(open(join(dirname(place.file), reference)));
    return Object.keys(beside).length === 0
      ? target
      : { file: target.file, value: { ...target.value, ...beside } };
  };
  const step = (place: Place, key: string): Place | undefined => {
    const value = place.value[key];
    return isMapping(value) ? follow({ file: place.file, value }) : undefined;
  };
  return {
    root: open('openapi.yaml'),
    open,
    at: (place, ...keys) => keys.reduce<Place | undefined>((found, key) => found && step(found, key), place),
    list: (place, key) => {
      const value = place.value[key];
      return Array.isArray(value)
        ? value.filter(isMapping).map(item => follow({ file: place.file, value: item }))
        : [];
    },
  };
};

export const specFolder = fileURLToPath(new URL('../../spec', import.meta.url));

const parsed = new Map<string, Mapping>();

const parseFile = (file: string): Mapping => {
  const known = parsed.get(file);
  if (known) return known;
  const value = load(readText(file)) as Mapping;
  parsed.set(file, value);
  return value;
};

export const readText = (file: string): string => readFileSync(join(specFolder, file), 'utf8');

/** The document as it stands. */
export const readSpec = (): Spec => openSpec(parseFile);

/** The document with other text in one of its files: shows that a check can fail. */
export const readSpecWith = (changed: string, text: string): Spec => {
  const value = load(text) as Mapping;
  return openSpec(file => (file === changed ? value : parseFile(file)));
};

/** Name of the schema in a file of its own: `apis/zaken/schemas/Zaak.yaml` is `Zaak`. */
export const nameOf = (file: string): string => basename(file, '.yaml');
