import { closeSync, openSync, readSync } from 'node:fs';
import { systemCode, systemWords } from '../core/system-error.ts';
import type { Absence } from './document.ts';
import { tooLarge } from './file-source.ts';
import { mostBytes } from './parse.ts';

/** How long to wait for who writes a pipe that has nothing yet, in milliseconds. */
const PAUSE = 20;

/** All bytes of a pipe or device, or why they are not all there: one that never ends is too large. */
export function bytesOfStream(file: string): Uint8Array | Absence {
  try {
    const descriptor = openSync(file, 'r');
    try {
      return bytesFrom(descriptor);
    } finally {
      closeSync(descriptor);
    }
  } catch (error) {
    return absenceFor(error);
  }
}

/** The same of what is open already, such as standard input (0). */
export function bytesFrom(descriptor: number): Uint8Array | Absence {
  const pieces: Buffer[] = [];
  let size = 0;
  for (;;) {
    const piece = nextPiece(descriptor);
    if ('reason' in piece) return piece;
    if (piece.length === 0) return Buffer.concat(pieces);
    pieces.push(piece);
    size += piece.length;
    if (size > mostBytes()) return { reason: 'unreadable', detail: tooLarge() };
  }
}

function nextPiece(descriptor: number): Buffer | Absence {
  for (;;) {
    const buffer = Buffer.alloc(64 * 1024);
    try {
      return buffer.subarray(0, readSync(descriptor, buffer));
    } catch (error) {
      const code = systemCode(error);
      // On Windows a pipe that was closed has an end of its own.
      if (code === 'EOF') return buffer.subarray(0, 0);
      if (code !== 'EAGAIN') return absenceFor(error);
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, PAUSE);
    }
  }
}

function absenceFor(error: unknown): Absence {
  const code = systemCode(error);
  if (code === undefined) throw error;
  if (code === 'ENOENT') return { reason: 'no-file' };
  return { reason: 'unreadable', detail: systemWords(code) };
}
