import { hash } from 'node:crypto';

/** Sixteen hexadecimal characters of SHA-256: a name for a cause or a content, short enough to be written by hand. */
export const digest = (text: string): string => sha256(text).slice(0, 16);

/** The whole of SHA-256, in hexadecimal: for what is looked up or held by it, and never read. */
export const sha256 = (content: string | Uint8Array): string => hash('sha256', content, 'hex');
