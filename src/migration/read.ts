import type { Text } from '../core/text.ts';
import { noSuchFile } from '../core/user-error.ts';
import { type NamedText, readBySchema, refuseViolations, type Violation } from '../source/config-file.ts';
import type { Document } from '../source/document.ts';
import type { Differences, MigrationExample } from './data.ts';
import { DIFFERENCES_SCHEMA, MIGRATION_SCHEMA } from './schema.ts';

const HINT: Text = {
  nl: 'messages[].about is een id uit backlog/deviations.yaml, messages[].operation een operationId.',
  en: 'messages[].about is an id of backlog/deviations.yaml, messages[].operation an operationId.',
};

/**
 * `backlog/differences.yaml` and `backlog/migration.yaml` beside a document.
 *
 * @param known ids of deviations and contradictions
 * @param operations operationIds of the document
 * @throws UserError `unreadable` when a file is not there; `usage`, a line for each place (file:line:column), for what
 *   its schema refuses and for names that lead nowhere
 */
export async function readMigration(
  document: Document,
  known: ReadonlySet<string>,
  operations: ReadonlySet<string>,
): Promise<{ readonly differences: Differences; readonly messages: readonly MigrationExample[] }> {
  const counted = await textOf(document, 'backlog/differences.yaml');
  const written = await textOf(document, 'backlog/migration.yaml');
  const { differences } = await readBySchema<{ differences: Differences }>(counted, DIFFERENCES_SCHEMA, HINT);
  const { messages } = await readBySchema<{ messages: MigrationExample[] }>(written, MIGRATION_SCHEMA, HINT);
  refuseViolations(
    messages.flatMap((message, index) => unknownNames(written, message, index, known, operations)),
    HINT,
  );
  return { differences, messages };
}

function unknownNames(
  file: NamedText,
  { about, operation }: MigrationExample,
  index: number,
  known: ReadonlySet<string>,
  operations: ReadonlySet<string>,
): Violation[] {
  const at = (key: string, what: Text): Violation => ({ file, pointer: `/messages/${index}/${key}`, what });
  return [
    ...(known.has(about)
      ? []
      : [at('about', { nl: `er is geen rij '${about}'`, en: `there is no row '${about}'` })]),
    ...(operations.has(operation)
      ? []
      : [
          at('operation', {
            nl: `het document heeft geen operatie '${operation}'`,
            en: `the document has no operation '${operation}'`,
          }),
        ]),
  ];
}

async function textOf(document: Document, name: string): Promise<NamedText> {
  const file = document.locateFile(document.root, name);
  const text = await document.readBeside(name);
  if (text === undefined) throw noSuchFile(file);
  return { file, text };
}
