import { backlogOf } from '../backlog/index.ts';
import { isString } from '../core/json.ts';
import type { Document } from '../source/index.ts';

/** A story of the backlog that a change touches, and the ids of those changes. */
interface TouchedStory {
  readonly id: string;
  readonly title: string;
  readonly changes: readonly string[];
}

/** A party of the backlog, with the stories of it that the changes touch. */
export interface ReviewedParty {
  readonly name: string;
  /** `gemeente`, `samenwerkingsverband`, `leverancier` or `facilitator`. */
  readonly kind: string;
  /** Stories that it brought or shares, whether they are touched or not. */
  readonly stories: number;
  readonly touched: readonly TouchedStory[];
}

/** Who needs which operation, as the backlog beside a document says. */
export interface People {
  readonly isKnown: boolean;
  /** Ids of the stories that need one of the operations, and the names of who brought them. */
  readonly of: (operationIds: readonly string[]) => {
    readonly stories: readonly string[];
    readonly parties: readonly string[];
  };
  readonly parties: (
    changes: readonly { readonly id: string; readonly stories: readonly string[] }[],
  ) => ReviewedParty[];
}

const NOBODY: Omit<People, 'isKnown'> = { of: () => ({ stories: [], parties: [] }), parties: () => [] };

/** Reads who is concerned; nobody where no backlog stands beside the document. */
export async function peopleOf(head: Document): Promise<People> {
  if ((await head.readBeside('backlog/stories.yaml')) === undefined) return { isKnown: false, ...NOBODY };
  const { stories, parties } = await backlogOf(head);
  return {
    isKnown: true,
    of: ids => {
      const needing = stories.filter(({ operations = [] }) => operations.some(id => ids.includes(id)));
      const names = needing.flatMap(({ party, sharedWith }) => [party, sharedWith]).filter(isString);
      return { stories: needing.map(({ id }) => id), parties: [...new Set(names)] };
    },
    parties: changes =>
      parties.map(({ name, kind }) => {
        const own = stories.filter(({ party, sharedWith }) => party === name || sharedWith === name);
        const touched = own.map(({ id, title }) => ({
          id,
          title,
          changes: changes.filter(one => one.stories.includes(id)).map(one => one.id),
        }));
        return { name, kind, stories: own.length, touched: touched.filter(one => one.changes.length > 0) };
      }),
  };
}
