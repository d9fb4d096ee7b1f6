import { join, type Pointer } from '../core/pointer.ts';
import { joined, type Text, verbatim } from '../core/text.ts';
import { noSuchFile } from '../core/user-error.ts';
import { againstSchema, type NamedText, refuseViolations, type Violation } from '../source/config-file.ts';
import type { Document } from '../source/document.ts';
import { parse } from '../source/parse.ts';
import { BACKLOG_FILES, type Backlog, type BacklogFile, type BacklogTexts, codeOf } from './backlog.ts';
import { BACKLOG_SCHEMAS } from './schemas.ts';

const HINT: Text = {
  nl: 'zds schema backlog-stories (-parties, -rules, -deviations) toont wat er kan staan.',
  en: 'zds schema backlog-stories (-parties, -rules, -deviations) shows what can stand there.',
};

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
    throw noSuchFile(document.locateFile(document.root, `backlog/${name}.yaml`), {
      nl: `De backlog van een document staat in de map backlog/ naast het hoofdbestand (${document.root}).`,
      en: `The backlog of a document lies in the folder backlog/ beside its root (${document.root}).`,
    });
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
async function readBacklog(files: BacklogTexts): Promise<Backlog> {
  const read = BACKLOG_FILES.flatMap(name => {
    const file = files[name];
    return file ? [{ name, file, value: parse(file.file, file.text) }] : [];
  });
  const held = read.map(({ name, file, value }) => againstSchema(file, value, BACKLOG_SCHEMAS[name]));
  refuseViolations((await Promise.all(held)).flat(), HINT);
  const lists = Object.assign({ deviations: [], contradictions: [] }, ...read.map(({ value }) => value));
  const backlog: Backlog = { ...(lists as Omit<Backlog, 'files'>), files };
  refuseViolations([...repeatedNames(backlog), ...unknownNames(backlog)], HINT);
  return backlog;
}

function repeatedNames({ parties, stories, rules, deviations, contradictions, files }: Backlog): Violation[] {
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

const repeated = (file: NamedText, list: Pointer, key: string, names: readonly string[]): Violation[] =>
  names.flatMap((name, index) =>
    names.indexOf(name) < index
      ? [
          {
            file,
            pointer: join(list, index, key),
            what: {
              nl: `'${name}' staat tweemaal in dit bestand`,
              en: `'${name}' stands in this file twice`,
            },
          },
        ]
      : [],
  );

/** Names of parties and deviations that lead nowhere. */
function unknownNames({ parties, stories, deviations, contradictions, files }: Backlog): Violation[] {
  const names = parties.map(({ name }) => name);
  const unions = parties.filter(({ kind }) => kind === 'samenwerkingsverband').map(({ name }) => name);
  const ids = deviations.map(({ id }) => id);
  const noParty: Text = {
    nl: `${files.parties.file} kent deze partij niet:`,
    en: `${files.parties.file} has no party`,
  };
  const inDeviations = files.deviations
    ? unknown(files.deviations, '/contradictions', 'deviation', contradictions, ids, {
        nl: 'er is geen afwijking',
        en: 'there is no deviation',
      })
    : [];
  return [
    ...unknown(files.stories, '/stories', 'party', stories, names, noParty),
    ...unknown(files.stories, '/stories', 'sharedWith', stories, names, noParty),
    ...unknown(files.parties, '/parties', 'memberOf', parties, unions, {
      nl: 'er is geen samenwerkingsverband',
      en: 'there is no samenwerkingsverband',
    }),
    ...inDeviations,
  ];
}

const unknown = <Key extends string>(
  file: NamedText,
  list: Pointer,
  key: Key,
  entries: readonly { readonly [key in Key]?: string }[],
  known: readonly string[],
  what: Text,
): Violation[] =>
  entries.flatMap((entry, index) => {
    const name: string | undefined = entry[key];
    return name === undefined || known.includes(name)
      ? []
      : [{ file, pointer: join(list, index, key), what: joined([what, verbatim(`'${name}'`)]) }];
  });
