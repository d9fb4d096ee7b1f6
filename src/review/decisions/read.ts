import type { AnySchemaObject } from 'ajv';
import { type Text, thereIs } from '../../core/text.ts';
import { UserError, unreadableFile } from '../../core/user-error.ts';
import { againstSchema, refuseViolations, schemaHint } from '../../source/config-file.ts';
import type { Document } from '../../source/index.ts';
import { parse } from '../../source/parse.ts';
import type { DecisionFile, Read, ReviewProposal } from './decision.ts';
import { DECISION_SCHEMA, REVIEW_PROPOSAL_SCHEMA } from './schema.ts';

/**
 * The decisions beside a document, `decisions/*.yaml`; none where there is no such folder.
 *
 * @throws UserError `usage`, a line for each place (file:line:column), for what the schema refuses
 */
export const readDecisions = (document: Document): Promise<readonly Read<DecisionFile>[]> =>
  readFolder(document, 'decisions', DECISION_SCHEMA, schemaHint('decision'));

/** All proposals beside a document, `proposals/*.yaml`. */
export const readProposals = (document: Document): Promise<readonly Read<ReviewProposal>[]> =>
  readFolder(document, 'proposals', REVIEW_PROPOSAL_SCHEMA, schemaHint('proposal'));

/**
 * The proposal of an id beside a document, `proposals/ID.yaml`.
 *
 * @throws UserError `usage` for an id that there is no file of, and for what the schema refuses
 */
export async function readProposal(document: Document, id: string): Promise<Read<ReviewProposal>> {
  const all = await readProposals(document);
  const found = all.find(({ value }) => value.id === id);
  if (found) return found;
  const known = all.map(({ value }) => value.id);
  throw new UserError(
    'usage',
    { nl: `er is geen voorstel '${id}'`, en: `there is no proposal '${id}'` },
    known.length > 0
      ? thereIs(known)
      : {
          nl: 'Schrijf eerst proposals/ID.yaml naast het document.',
          en: 'Write proposals/ID.yaml beside the document first.',
        },
  );
}

async function readFolder<T>(
  document: Document,
  folder: string,
  schema: AnySchemaObject,
  hint: Text,
): Promise<readonly Read<T>[]> {
  const names = (await document.listBeside(folder)).filter(name => /\.ya?ml$/.test(name));
  const read = await Promise.all(
    names.map(async name => {
      const key = document.locateFile(document.root, `${folder}/${name}`);
      const text = await document.readBeside(`${folder}/${name}`);
      if (text === undefined) throw unreadableFile(key);
      const file = { file: key, text };
      const value = parse(key, text);
      return { file, value: value as unknown as T, refused: await againstSchema(file, value, schema) };
    }),
  );
  refuseViolations(
    read.flatMap(({ refused }) => refused),
    hint,
  );
  return read.map(({ file, value }) => ({ file, value }));
}
