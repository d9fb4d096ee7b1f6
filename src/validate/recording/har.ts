import { closeSync, openSync, readSync } from 'node:fs';
import { isArray, type Json, member } from '../../core/json.ts';
import { systemCode, systemWords } from '../../core/system-error.ts';
import type { Text } from '../../core/text.ts';
import { UserError } from '../../core/user-error.ts';
import { createCollector } from './garbage.ts';
import { createScanner, type Item, type Scanner } from './scanner.ts';

const HINT: Text = {
  nl: 'Een opname is een HTTP Archive (HAR): een object met log.entries, zoals browsers en proxy’s dat bewaren.',
  en: 'A recording is an HTTP Archive (HAR): an object with log.entries, as browsers and proxies save it.',
};

/**
 * The items of `log.entries` of an HTTP Archive, one at a time; `-` is standard input.
 *
 * @throws UserError `unreadable` for a file that cannot be read, or that is no HTTP Archive: with the place where a
 *   text ends too early
 */
export async function* itemsOf(file: string): AsyncGenerator<Item> {
  const name = file === '-' ? '<stdin>' : file;
  const scanner = createScanner();
  const collect = createCollector();
  let isFirst = true;
  for await (const chunk of piecesOf(file, name)) {
    yield* scanner.scan(isFirst ? withoutMark(name, chunk) : chunk);
    isFirst = false;
    collect(chunk.length);
  }
  checkFrame(name, scanner);
}

async function* piecesOf(file: string, name: string): AsyncGenerator<Buffer> {
  try {
    if (file === '-') for await (const piece of process.stdin) yield piece as Buffer;
    else yield* piecesOfFile(file);
  } catch (error) {
    const code = systemCode(error);
    if (code === undefined) throw error;
    const { nl, en } = systemWords(code);
    throw new UserError(
      'unreadable',
      { nl: `${name}: kan niet gelezen worden: ${nl}`, en: `${name}: cannot be read: ${en}` },
      { nl: 'Controleer het pad.', en: 'Check the path.' },
    );
  }
}

/** One buffer for all pieces: whoever keeps something of a piece copies it. */
function* piecesOfFile(file: string): Generator<Buffer> {
  const buffer = Buffer.alloc(256 * 1024);
  const descriptor = openSync(file, 'r');
  try {
    for (let size = readSync(descriptor, buffer); size > 0; size = readSync(descriptor, buffer))
      yield buffer.subarray(0, size);
  } finally {
    closeSync(descriptor);
  }
}

function withoutMark(name: string, chunk: Buffer): Buffer {
  if ((chunk[0] === 0xff && chunk[1] === 0xfe) || (chunk[0] === 0xfe && chunk[1] === 0xff)) {
    throw new UserError(
      'unreadable',
      { nl: `${name}:1:1: de tekst is UTF-16`, en: `${name}:1:1: the text is UTF-16` },
      { nl: 'Bewaar het bestand als UTF-8.', en: 'Save it as UTF-8.' },
    );
  }
  return chunk[0] === 0xef && chunk[1] === 0xbb && chunk[2] === 0xbf ? chunk.subarray(3) : chunk;
}

/** Around its items a recording has to be JSON as well. */
function checkFrame(name: string, scanner: Scanner): void {
  const { line, column, isInside } = scanner.end();
  if (isInside) {
    throw new UserError(
      'unreadable',
      {
        nl: `${name}:${line}:${column}: de opname eindigt midden in een uitwisseling`,
        en: `${name}:${line}:${column}: the recording ends within an exchange`,
      },
      {
        nl: 'Bewaar de opname opnieuw: er ontbreekt een deel.',
        en: 'Save the recording again: a part of it is missing.',
      },
    );
  }
  const entries = member(member(parsedFrame(name, scanner), 'log'), 'entries');
  if (isArray(entries) && entries.length === scanner.count()) return;
  if (isArray(entries)) {
    throw new UserError(
      'unreadable',
      {
        nl: `${name}: log.entries staat er meer dan eens, of met een teken van zijn naam als escape`,
        en: `${name}: log.entries is there more than once, or with a character of its name escaped`,
      },
      HINT,
    );
  }
  throw new UserError(
    'unreadable',
    {
      nl: `${name}: geen opname: log.entries ontbreekt`,
      en: `${name}: no recording: log.entries is missing`,
    },
    HINT,
  );
}

function parsedFrame(name: string, scanner: Scanner): Json {
  const frame = scanner.frame();
  try {
    return JSON.parse(frame) as Json;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw new UserError(
      'unreadable',
      {
        nl: `${name}: rond de uitwisselingen staat geen JSON, of niet tot het einde`,
        en: `${name}: no JSON around the exchanges, or not to its end`,
      },
      HINT,
    );
  }
}
