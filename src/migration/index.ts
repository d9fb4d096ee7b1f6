import { operationsOf } from '../openapi/operations.ts';
import { operationIdOf } from '../openapi/parts.ts';
import { type Document, rootNode } from '../source/document.ts';
import { resolver } from '../source/follow.ts';
import type { Migration } from './data.ts';
import { apiPage, type LeftApi, startPage } from './page.ts';
import { readMigration } from './read.ts';

export type { Differences, Effect, MigrationExample, Reach, Sent } from './data.ts';
export { readMigration } from './read.ts';
export { sidesOf } from './sides.ts';

/** The APIs of ZGW 1.7 with their versions. */
const LEFT: readonly LeftApi[] = [
  { api: 'zaken', title: 'Zaken API', version: '1.7.0' },
  { api: 'documenten', title: 'Documenten API', version: '1.7.0' },
  { api: 'catalogi', title: 'Catalogi API', version: '1.3.3' },
  { api: 'besluiten', title: 'Besluiten API', version: '1.1.0' },
  { api: 'autorisaties', title: 'Autorisaties API', version: '1.1.0' },
  { api: 'notificaties', title: 'Notificaties API', version: '1.0.1' },
];

/**
 * The pages "from ZGW 1.7 to ZDS 2.0", by file name: one for each API and `README.md` that leads to them.
 *
 * @param backlog what the backlog beside the document holds
 * @throws UserError as {@link readMigration}
 */
export async function migrationPages(
  document: Document,
  backlog: Pick<Migration, 'deviations' | 'contradictions' | 'rules'>,
): Promise<ReadonlyMap<string, string>> {
  const labels = new Map(
    operationsOf(rootNode(document), resolver(document)).flatMap(({ node, label }) => {
      const id = operationIdOf(node.value);
      return id === undefined ? [] : [[id, label] as const];
    }),
  );
  const known = new Set([...backlog.deviations, ...backlog.contradictions].map(({ id }) => id));
  const read = await readMigration(document, known, new Set(labels.keys()));
  const { deviations, contradictions, rules } = backlog;
  const migration: Migration = { ...read, deviations, contradictions, rules, labels };
  return new Map([
    ['README.md', startPage(migration, LEFT)],
    ...LEFT.map(left => [`${left.api}.md`, apiPage(migration, left)] as const),
  ]);
}
