import { CORE_SCHEMA, type LoadOptions, load, type State, Type, YAMLException } from 'js-yaml';
import { isObject, type Json } from '../core/json.ts';
import type { Text } from '../core/text.ts';
import { UserError } from '../core/user-error.ts';
import { lineStarts, positionAt } from './lines.ts';
import { yamlReason } from './yaml-reasons.ts';

/** Limits on what is read, checked before any other library sees the text. */
const LIMITS = {
  /** Mebibytes of one file where `ZDS_MAX_MIB` sets no other number. */
  fileMebibytes: 32,
  /** Levels of nesting. */
  depth: 500,
  /** JSON values of one file once every YAML alias is written out. */
  values: 4_000_000,
} as const;

/** V8 holds no text of more than 2^29 characters. */
const LARGEST_MIB = 511;

/**
 * Mebibytes that one file may hold: `ZDS_MAX_MIB`, else the limit.
 *
 * @throws UserError `usage` where it is set to what is no whole number from 1 to 511
 */
export function mostMebibytes(set = globalThis.process?.env?.ZDS_MAX_MIB): number {
  if (set === undefined || set === '') return LIMITS.fileMebibytes;
  const most = /^\d{1,3}$/.test(set) ? Number(set) : 0;
  if (most >= 1 && most <= LARGEST_MIB) return most;
  throw new UserError(
    'usage',
    { nl: `ZDS_MAX_MIB is ${JSON.stringify(set)}`, en: `ZDS_MAX_MIB is ${JSON.stringify(set)}` },
    {
      nl: `Geef een geheel getal van 1 tot en met ${LARGEST_MIB}.`,
      en: `Give a whole number from 1 to ${LARGEST_MIB}.`,
    },
  );
}

/** As {@link mostMebibytes}, in bytes. */
export const mostBytes = (): number => mostMebibytes() * 1024 * 1024;

/** `<<` of YAML 1.1, which published documents use. */
const MERGE = new Type('tag:yaml.org,2002:merge', { kind: 'scalar', resolve: text => text === '<<' });

/** Numbers that JSON can hold too, as OpenAPI asks (3.1.0, 4.3): `.nan` and `.inf` stay strings. */
const FINITE = new Type('tag:yaml.org,2002:float', {
  kind: 'scalar',
  resolve: text =>
    /^[-+]?(\d+(\.\d*)?|\.\d+)([eE][-+]?\d+)?$/.test(String(text)) && Number.isFinite(Number(text)),
  construct: Number,
});

/** The core schema of YAML 1.2 (section 10.3): dates stay strings. */
const SCHEMA = CORE_SCHEMA.extend({ implicit: [FINITE, MERGE] });

/** The parser's own bound on nesting is 100; `maxDepth` is not in its published types yet. */
const OPTIONS: LoadOptions & { readonly maxDepth: number } = {
  schema: SCHEMA,
  maxDepth: LIMITS.depth,
};

/**
 * The nodes of a text in the order in which they open: node `i` starts at offset `starts[i]`, stands for `values[i]`,
 * and its parts (keys and values in turn, or items) are the nodes after it and before `ends[i]`.
 */
export interface Marks {
  readonly starts: readonly number[];
  readonly ends: readonly number[];
  readonly values: readonly Json[];
}

/** A value, and where its parts stand in the text. */
export interface Parsed {
  readonly value: Json;
  readonly marks: Marks;
}

/**
 * Parses YAML 1.2 or JSON.
 *
 * @param key what messages call the file
 * @throws UserError `unreadable` for text that is empty, not YAML, too large, too deep, cyclic through aliases, or
 *   that names a key twice
 */
export const parse = (key: string, text: string): Json => parseMarked(key, text).value;

/** As {@link parse}, with the places of the nodes: the parser passes them anyway, and a second parse costs as much. */
export function parseMarked(key: string, text: string): Parsed {
  if (Buffer.byteLength(text) > mostBytes()) {
    const most = `${mostMebibytes()} MiB`;
    throw new UserError(
      'unreadable',
      { nl: `${key}: groter dan ${most}`, en: `${key}: larger than ${most}` },
      { nl: 'Stel ZDS_MAX_MIB hoger in.', en: 'Set ZDS_MAX_MIB higher.' },
    );
  }
  if (text.trim() === '') {
    throw new UserError(
      'unreadable',
      { nl: `${key}: het bestand is leeg`, en: `${key}: the file is empty` },
      { nl: 'Geef een bestand met een OpenAPI-document.', en: 'Give a file with an OpenAPI document.' },
    );
  }
  refuseConflict(key, text);
  const parsed = parseYaml(key, text);
  if (ALIAS.test(text) && ANCHOR.test(text)) checkSize(key, text, parsed);
  return parsed;
}

function parseYaml(key: string, text: string): Parsed {
  const starts: number[] = [];
  const ends: number[] = [];
  const values: Json[] = [];
  const open: number[] = [];
  // The parser strips a byte order mark and counts from there.
  const shift = text.startsWith('\uFEFF') ? 1 : 0;
  const listener = (event: 'open' | 'close', state: State): void => {
    if (event === 'open') {
      open.push(starts.push(state.position + shift) - 1);
      ends.push(0);
      values.push(null);
      return;
    }
    const node = open.pop() ?? 0;
    ends[node] = starts.length;
    values[node] = state.result as Json;
  };
  try {
    return { value: load(text, { ...OPTIONS, listener }) as Json, marks: { starts, ends, values } };
  } catch (error) {
    if (error instanceof YAMLException) throw notYaml(key, text, error);
    if (error instanceof RangeError) throw tooDeep(key);
    throw error;
  }
}

/** What a person takes a file for: by its name, and without a telling one by how it starts. */
const formOf = (key: string, text: string): 'JSON' | 'YAML' =>
  /\.json$/i.test(key) || (!/\.ya?ml$/i.test(key) && /^\s*[{[]\s*["{[]/.test(text)) ? 'JSON' : 'YAML';

function notYaml(key: string, text: string, error: YAMLException): UserError {
  const place = placeIn(key, text, offsetOf(text, error));
  if (error.reason.includes('maxDepth')) return tooDeep(place);
  const form = formOf(key, text);
  const reason = yamlReason(error.reason);
  return new UserError(
    'unreadable',
    {
      nl: `${place}: geen geldige ${form}: ${reason.nl}`,
      en: `${place}: not valid ${form}: ${reason.en}`,
    },
    adviceOn(error),
  );
}

/** The parser gives no place for what it finds before or after it reads: a null byte, and a second document. */
function offsetOf(text: string, { reason, mark }: YAMLException): number {
  if (reason.startsWith('null byte')) return text.indexOf('\0');
  if (!reason.includes('single document')) return mark?.position ?? 0;
  const starts = [...text.matchAll(/^---(?=\s|$)/gm)].map(({ index }) => index);
  const before = text.slice(0, starts[0]).split(/\r\n?|\n/);
  const isFirst = before.every(line => /^\uFEFF?\s*([#%].*)?$/.test(line));
  return starts[isFirst ? 1 : 0] ?? 0;
}

function adviceOn({ reason }: YAMLException): Text {
  if (reason.includes('duplicated mapping key'))
    return { nl: 'Houd een van de twee sleutels.', en: 'Keep one of the two keys.' };
  if (reason.includes('single document'))
    return {
      nl: 'Geef elk document een eigen bestand.',
      en: 'Give each document a file of its own.',
    };
  return {
    nl: 'Verbeter de tekst daar, of geef een YAML- of JSON-bestand.',
    en: 'Fix the text there, or give a YAML or JSON file.',
  };
}

/** `file:line:column` of an offset in the text of a file. */
function placeIn(key: string, text: string, offset: number): string {
  const { line, column } = positionAt(lineStarts(text), offset);
  return `${key}:${line}:${column}`;
}

/** What git leaves in a file that it could not merge (git-merge(1)), of which YAML may make keys and texts. */
const CONFLICT = [/^<{7}( |$)/m, /^={7}$/m, /^>{7}( |$)/m];

/** Where the first marker stands, which the others follow; each is looked for once. */
function conflictIn(text: string): number | undefined {
  let rest = 0;
  let start: number | undefined;
  for (const marker of CONFLICT) {
    const found = text.slice(rest).search(marker);
    if (found < 0) return undefined;
    rest += found;
    start ??= rest;
  }
  return start;
}

function refuseConflict(key: string, text: string): void {
  const at = text.includes('<<<<<<<') ? conflictIn(text) : undefined;
  if (at === undefined) return;
  const place = placeIn(key, text, at);
  throw new UserError(
    'unreadable',
    {
      nl: `${place}: het bestand heeft conflictmarkeringen van git`,
      en: `${place}: the file has conflict markers of git`,
    },
    {
      nl: 'Kies wat blijft tussen <<<<<<< en >>>>>>>, en haal de markeringen weg.',
      en: 'Choose what stays between <<<<<<< and >>>>>>>, and remove the markers.',
    },
  );
}

const tooDeep = (key: string) =>
  new UserError(
    'unreadable',
    {
      nl: `${key}: meer dan ${LIMITS.depth} niveaus diep`,
      en: `${key}: nested deeper than ${LIMITS.depth} levels`,
    },
    { nl: 'Splits het, of maak het vlakker.', en: 'Split or flatten it.' },
  );

/** What an alias looks like (YAML 1.2, section 7.1); without one, a text holds no more values than its size allows. */
const ALIAS = /(^|[[{,:]|[?-]\s)\s*\*[^\s,[\]{}]/m;

/** What it refers to. Texts in Markdown are full of what looks like an alias, and have no anchor. */
const ANCHOR = /&[^\s,[\]{}]/;

const USE_REFERENCES: Text = {
  nl: 'Gebruik $ref in plaats van YAML-aliassen.',
  en: 'Use $ref in place of YAML aliases.',
};

/**
 * An alias costs nothing to the parser, which shares the value, and everything to whoever walks the result: nine
 * lines can stand for a billion values. So the written-out size is counted on the shared form.
 */
function checkSize(key: string, text: string, { value: root, marks }: Parsed): void {
  const sizes = new Map<object, number>();
  const open = new Set<object>();
  const measure = (value: Json, depth: number): number => {
    if (typeof value !== 'object' || value === null) return 1;
    if (depth > LIMITS.depth) throw tooDeep(key);
    const known = sizes.get(value);
    if (known !== undefined) return known;
    if (open.has(value)) {
      const place = placeIn(key, text, marks.starts[marks.values.indexOf(value)] ?? 0);
      throw new UserError(
        'unreadable',
        {
          nl: `${place}: een YAML-alias verwijst naar deze waarde, waar hij zelf in staat`,
          en: `${place}: a YAML alias refers to this value, which contains it`,
        },
        USE_REFERENCES,
      );
    }
    open.add(value);
    const children: Json[] = isObject(value) ? (Object.values(value) as Json[]) : [...value];
    const size = children.reduce<number>((sum, child) => sum + measure(child, depth + 1), 1);
    open.delete(value);
    if (size > LIMITS.values) {
      throw new UserError(
        'unreadable',
        {
          nl: `${key}: de YAML-aliassen staan voor meer dan ${LIMITS.values} waarden`,
          en: `${key}: its YAML aliases stand for more than ${LIMITS.values} values`,
        },
        USE_REFERENCES,
      );
    }
    sizes.set(value, size);
    return size;
  };
  measure(root, 0);
}
