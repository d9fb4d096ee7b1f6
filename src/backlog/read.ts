import type { ErrorObject } from 'ajv';
import { Ajv2020 } from 'ajv/dist/2020.js';
import type { Json } from '../model/json.ts';
import { join, type Pointer } from '../model/pointer.ts';
import { UserError } from '../model/user-error.ts';
import type { Document } from '../source/document.ts';
import { parse } from '../source/parse.ts';
import { positionIn } from '../source/positions.ts';
import {
  BACKLOG_FILES,
  type Backlog,
  type BacklogFile,
  type BacklogTexts,
  codeOf,
  type NamedText,
} from './backlog.ts';
import { BACKLOG_SCHEMAS } from './schemas.ts';

/** Something wrong at a place in one of the files. */
interface Refusal {
  readonly file: NamedText;
  readonly pointer: Pointer;
  readonly what: string;
}

/** So many refusals are told; whoever has more mends these first. */
const MOST_TOLD = 10;

/**
 * The backlog beside a document: `backlog/parties.yaml`, `stories.yaml`, `rules.yaml` and, if it is there,
 * `deviations.yaml` in the folder of its root, at the same revision.
 *
 * @throws UserError `unreadable` when one of the first three is not there; otherwise as {@link readBacklog}
 */
export async function backlogOf(document: Document): Promise<Backlog> {
  const textOf = async (name: BacklogFile): Promise<NamedText | undefined> => {
    const file = `backlog/${name}.yaml`;
    const text = await document.readBeside(file);
    return text === undefined ? undefined : { file: document.locateFile(document.root, file), text };
  };
  const needed = async (name: BacklogFile): Promise<NamedText> => {
    const text = await textOf(name);
    if (text) return text;
    throw new UserError(
      'unreadable',
      `${document.locateFile(document.root, `backlog/${name}.yaml`)}: no such file`,
      `The backlog of a document lies in the folder backlog/ beside its root (${document.root}).`,
    );
  };
  const deviations = await textOf('deviations');
  return readBacklog({
    parties: await needed('parties'),
    stories: await needed('stories'),
    rules: await needed('rules'),
    ...(deviations ? { deviations } : {}),
  });
}

/**
 * Reads the texts of a backlog and holds them against {@link BACKLOG_SCHEMAS} and against each other.
 *
 * @throws UserError `unreadable` for text that is no YAML; `usage`, a line for each place (file:line:column), for what
 *   a schema refuses, a name that stands twice, or a party or deviation that another entry names and no list has
 */
export function readBacklog(files: BacklogTexts): Backlog {
  const read = BACKLOG_FILES.flatMap(name => {
    const file = files[name];
    return file ? [{ name, file, value: parse(file.file, file.text) }] : [];
  });
  refuse(read.flatMap(({ name, file, value }) => againstSchema(name, file, value)));
  const lists = Object.assign({ deviations: [], contradictions: [] }, ...read.map(({ value }) => value));
  const backlog: Backlog = { ...(lists as Omit<Backlog, 'files'>), files };
  refuse([...repeatedNames(backlog), ...unknownNames(backlog)]);
  return backlog;
}

function refuse(refusals: readonly Refusal[]): void {
  if (refusals.length === 0) return;
  const lines = refusals.slice(0, MOST_TOLD).map(({ file, pointer, what }) => {
    const { line, column } = positionIn(file, pointer);
    return `${file.file}:${line}:${column}: ${what}`;
  });
  if (refusals.length > MOST_TOLD) lines.push(`and ${refusals.length - MOST_TOLD} more`);
  throw new UserError(
    'usage',
    lines.join('\n'),
    'zds schema backlog-stories (-parties, -rules, -deviations) shows what can stand there.',
  );
}

function againstSchema(name: BacklogFile, file: NamedText, value: Json): Refusal[] {
  const validate = new Ajv2020({ allErrors: true, strictRequired: false }).compile(BACKLOG_SCHEMAS[name]);
  validate(value);
  // `if` only repeats that its `then` failed, which stands in the list itself.
  return (validate.errors ?? [])
    .filter(({ keyword }) => keyword !== 'if')
    .map(error => ({ file, ...whatFails(error) }));
}

function whatFails(error: ErrorObject): Omit<Refusal, 'file'> {
  const { instancePath, keyword, params, message } = error;
  if (keyword === 'additionalProperties') {
    return {
      pointer: join(instancePath, params.additionalProperty),
      what: `unknown key '${params.additionalProperty}'`,
    };
  }
  if (keyword === 'false schema') return { pointer: instancePath, what: 'this key has no place here' };
  const allowed = keyword === 'enum' ? `: ${params.allowedValues.join(', ')}` : '';
  return { pointer: instancePath, what: `${message}${allowed}` };
}

function repeatedNames({ parties, stories, rules, deviations, contradictions, files }: Backlog): Refusal[] {
  const inDeviations = files.deviations
    ? [
        ...repeated(
          files.deviations,
          '/deviations',
          'id',
          deviations.map(({ id }) => id),
        ),
        ...repeated(
          files.deviations,
          '/contradictions',
          'id',
          contradictions.map(({ id }) => id),
        ),
      ]
    : [];
  return [
    ...repeated(
      files.parties,
      '/parties',
      'name',
      parties.map(({ name }) => name),
    ),
    ...repeated(
      files.stories,
      '/stories',
      'id',
      stories.map(({ id }) => id),
    ),
    ...repeated(files.rules, '/rules', 'id', rules.map(codeOf)),
    ...inDeviations,
  ];
}

const repeated = (file: NamedText, list: Pointer, key: string, names: readonly string[]): Refusal[] =>
  names.flatMap((name, index) =>
    names.indexOf(name) < index
      ? [{ file, pointer: join(list, index, key), what: `'${name}' stands in this file twice` }]
      : [],
  );

/** Names of parties and deviations that lead nowhere. */
function unknownNames({ parties, stories, deviations, contradictions, files }: Backlog): Refusal[] {
  const names = parties.map(({ name }) => name);
  const unions = parties.filter(({ kind }) => kind === 'samenwerkingsverband').map(({ name }) => name);
  const ids = deviations.map(({ id }) => id);
  const noParty = `${files.parties.file} has no party`;
  const inDeviations = files.deviations
    ? unknown(files.deviations, '/contradictions', 'deviation', contradictions, ids, 'there is no deviation')
    : [];
  return [
    ...unknown(files.stories, '/stories', 'party', stories, names, noParty),
    ...unknown(files.stories, '/stories', 'sharedWith', stories, names, noParty),
    ...unknown(files.parties, '/parties', 'memberOf', parties, unions, 'there is no samenwerkingsverband'),
    ...inDeviations,
  ];
}

const unknown = <Key extends string>(
  file: NamedText,
  list: Pointer,
  key: Key,
  entries: readonly { readonly [key in Key]?: string }[],
  known: readonly string[],
  what: string,
): Refusal[] =>
  entries.flatMap((entry, index) => {
    const name: string | undefined = entry[key];
    return name === undefined || known.includes(name)
      ? []
      : [{ file, pointer: join(list, index, key), what: `${what} '${name}'` }];
  });
