import type { ErrorObject } from 'ajv';
import { Ajv2020 } from 'ajv/dist/2020.js';
import type { Json } from '../model/json.ts';
import { join, type Pointer } from '../model/pointer.ts';
import { UserError } from '../model/user-error.ts';
import type { Document } from '../source/document.ts';
import { parse } from '../source/parse.ts';
import { positionIn } from '../source/positions.ts';
import { BACKLOG_FILES, type Backlog, type BacklogFile, codeOf, type NamedText } from './backlog.ts';
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
 * The backlog beside a document: `backlog/parties.yaml`, `stories.yaml` and `rules.yaml` in the folder of its root,
 * at the same revision.
 *
 * @throws UserError `unreadable` when one of the files is not there; otherwise as {@link readBacklog}
 */
export async function backlogOf(document: Document): Promise<Backlog> {
  const texts = await Promise.all(
    BACKLOG_FILES.map(async name => {
      const file = `backlog/${name}.yaml`;
      const text = await document.readBeside(file);
      const key = document.locateFile(document.root, file);
      if (text === undefined) {
        throw new UserError(
          'unreadable',
          `${key}: no such file`,
          `The backlog of a document lies in the folder backlog/ beside its root (${document.root}).`,
        );
      }
      return [name, { file: key, text }] as const;
    }),
  );
  return readBacklog(Object.fromEntries(texts) as Record<BacklogFile, NamedText>);
}

/**
 * Reads the texts of a backlog and holds them against {@link BACKLOG_SCHEMAS} and against each other.
 *
 * @throws UserError `unreadable` for text that is no YAML; `usage`, a line for each place (file:line:column), for what
 *   a schema refuses, a name that stands twice, or a party that parties.yaml does not have
 */
export function readBacklog(files: Readonly<Record<BacklogFile, NamedText>>): Backlog {
  const values = BACKLOG_FILES.map(name => [name, parse(files[name].file, files[name].text)] as const);
  refuse(values.flatMap(([name, value]) => againstSchema(name, files[name], value)));
  const lists = Object.assign({}, ...values.map(([, value]) => value)) as Omit<Backlog, 'files'>;
  const backlog: Backlog = { ...lists, files };
  refuse([...repeatedNames(backlog), ...unknownParties(backlog)]);
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
    'zds schema backlog-stories, backlog-parties or backlog-rules shows what can stand there.',
  );
}

function againstSchema(name: BacklogFile, file: NamedText, value: Json): Refusal[] {
  const validate = new Ajv2020({ allErrors: true, strict: true, strictRequired: false }).compile(
    BACKLOG_SCHEMAS[name],
  );
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

function repeatedNames({ parties, stories, rules, files }: Backlog): Refusal[] {
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
  ];
}

const repeated = (file: NamedText, list: Pointer, key: string, names: readonly string[]): Refusal[] =>
  names.flatMap((name, index) =>
    names.indexOf(name) < index
      ? [{ file, pointer: join(list, index, key), what: `'${name}' stands in this file twice` }]
      : [],
  );

function unknownParties({ parties, stories, files }: Backlog): Refusal[] {
  const known = new Set(parties.map(({ name }) => name));
  const unions = new Set(
    parties.filter(({ kind }) => kind === 'samenwerkingsverband').map(({ name }) => name),
  );
  const inStories = stories.flatMap((story, index) =>
    (['party', 'sharedWith'] as const).flatMap(key => {
      const name = story[key];
      return name === undefined || known.has(name)
        ? []
        : [
            {
              file: files.stories,
              pointer: join('/stories', index, key),
              what: `${files.parties.file} has no party '${name}'`,
            },
          ];
    }),
  );
  const inParties = parties.flatMap(({ memberOf }, index) =>
    memberOf === undefined || unions.has(memberOf)
      ? []
      : [
          {
            file: files.parties,
            pointer: join('/parties', index, 'memberOf'),
            what: `there is no samenwerkingsverband '${memberOf}'`,
          },
        ],
  );
  return [...inStories, ...inParties];
}
