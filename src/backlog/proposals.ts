import type { Text } from '../core/text.ts';
import { unreadableFile } from '../core/user-error.ts';
import { againstSchema, type NamedText, refuseViolations, type Violation } from '../source/config-file.ts';
import type { Document } from '../source/document.ts';
import { parse } from '../source/parse.ts';
import type { Backlog } from './backlog.ts';
import { PROPOSAL_SCHEMA } from './proposal-schema.ts';
import { partiesOfStory, reachOf } from './reach.ts';

/** What the backlog knows of a change on its way in. The file says more, which is for the review of the change. */
export interface Proposal {
  readonly id: string;
  readonly title: string;
  /** Name of the party that proposes it. */
  readonly party: string;
  /** Ids of the stories that it serves. */
  readonly stories: readonly string[];
}

/** A proposal with what it is worth. */
export interface RankedProposal extends Proposal {
  /** Who has a story that it serves, and who proposes it, by name. */
  readonly parties: readonly string[];
  /** How many parties those are; a partnership counts as its members. */
  readonly reach: number;
  /** Stories times reach. */
  readonly value: number;
}

const HINT: Text = {
  nl: 'Een voorstel noemt een partij uit parties.yaml en verhalen uit stories.yaml.',
  en: 'A proposal names a party of parties.yaml and stories of stories.yaml.',
};

/**
 * The proposals beside a document: `proposals/*.yaml`.
 *
 * @throws UserError `usage`, a line for each place (file:line:column), for what the schema refuses, an id that is not
 *   the name of its file, and a party or story that the backlog does not have
 */
export async function proposalsOf(document: Document, backlog: Backlog): Promise<readonly Proposal[]> {
  const names = (await document.listBeside('proposals')).filter(name => /\.ya?ml$/.test(name));
  const read = await Promise.all(names.map(name => readProposal(document, backlog, name)));
  refuseViolations(
    read.flatMap(({ violations }) => violations),
    HINT,
  );
  return read.map(({ proposal }) => proposal);
}

async function readProposal(
  document: Document,
  backlog: Backlog,
  name: string,
): Promise<{ readonly proposal: Proposal; readonly violations: readonly Violation[] }> {
  const key = document.locateFile(document.root, `proposals/${name}`);
  const text = await document.readBeside(`proposals/${name}`);
  if (text === undefined) throw unreadableFile(key);
  const file: NamedText = { file: key, text };
  const value = parse(file.file, file.text);
  const refused = await againstSchema(file, value, PROPOSAL_SCHEMA);
  const proposal = value as unknown as Proposal;
  if (refused.length > 0) return { proposal, violations: refused };
  return { proposal, violations: unknownNames(file, proposal, backlog, name.replace(/\.ya?ml$/, '')) };
}

function unknownNames(
  file: NamedText,
  { id, party, stories }: Proposal,
  backlog: Backlog,
  expected: string,
): Violation[] {
  const known = new Set(backlog.stories.map(story => story.id));
  const parties = new Set(backlog.parties.map(({ name }) => name));
  return [
    ...(id === expected
      ? []
      : [
          {
            file,
            pointer: '/id',
            what: {
              nl: `'${id}' is niet de naam van het bestand`,
              en: `'${id}' is not the name of the file`,
            },
          },
        ]),
    ...(parties.has(party)
      ? []
      : [
          {
            file,
            pointer: '/party',
            what: {
              nl: `${backlog.files.parties.file} kent geen partij '${party}'`,
              en: `${backlog.files.parties.file} has no party '${party}'`,
            },
          },
        ]),
    ...stories.flatMap((story, index) =>
      known.has(story)
        ? []
        : [
            {
              file,
              pointer: `/stories/${index}`,
              what: {
                nl: `${backlog.files.stories.file} kent geen verhaal '${story}'`,
                en: `${backlog.files.stories.file} has no story '${story}'`,
              },
            },
          ],
    ),
  ];
}

/**
 * Proposals by value: stories times the parties that stand behind them. The collaboration puts first what adds as much
 * value as possible for as many parties as possible.
 */
export function rankProposals(backlog: Backlog, proposals: readonly Proposal[]): RankedProposal[] {
  return proposals
    .map(({ id, title, party, stories }) => {
      const served = backlog.stories.filter(story => stories.includes(story.id));
      const parties = [...new Set([party, ...served.flatMap(partiesOfStory)])].sort();
      const reach = reachOf(backlog, parties);
      return { id, title, party, stories, parties, reach, value: served.length * reach };
    })
    .sort((left, right) => right.value - left.value || (left.id < right.id ? -1 : 1));
}
