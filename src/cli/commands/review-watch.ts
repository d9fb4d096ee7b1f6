import { existsSync, watch } from 'node:fs';
import path from 'node:path';
import { type Document, UserError } from '../../index.ts';

/** A save of an editor is several events; what comes within so many milliseconds is one. */
const QUIET = 80;

export interface Watching {
  /** Reads the document anew, with what is known of it. */
  readonly open: (previous: Document) => Promise<Document>;
  readonly show: (document: Document) => Promise<void>;
  /** What could not be read, such as a file in the middle of an edit: the next change tries again. */
  readonly tellTrouble: (error: UserError) => void;
  /** Ends the watching. */
  readonly signal: AbortSignal;
}

/**
 * Shows a document, and again at every change below its folder: files that did not change are not parsed again.
 *
 * @throws UserError `usage` for a document that is no file on this disk
 */
export async function watchDocument(
  first: Document,
  { open, show, tellTrouble, signal }: Watching,
): Promise<void> {
  if (!existsSync(first.root))
    throw new UserError(
      'usage',
      { nl: `${first.label}: geen bestand om te volgen`, en: `${first.label}: no file to watch` },
      { nl: 'Laat --head weg, of noem een bestand.', en: 'Leave --head out, or name a file.' },
    );
  let known = first;
  const again = async (): Promise<void> => {
    try {
      known = await open(known);
      await show(known);
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      tellTrouble(error);
    }
  };
  const folder = path.dirname(path.resolve(first.root));
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> | undefined;
  await new Promise<void>((resolve, reject) => {
    // Watched before it is shown: what changes meanwhile is seen.
    watch(folder, { recursive: true, signal }, () => {
      clearTimeout(timer);
      timer = setTimeout(() => {
        running = running?.then(again);
        running?.catch(reject);
      }, QUIET);
    });
    signal.addEventListener('abort', () => resolve());
    running = show(first);
    running.catch(reject);
  });
  clearTimeout(timer);
  await running;
}
