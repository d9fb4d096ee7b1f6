import { hash } from 'node:crypto';

/** Sixteen hexadecimal characters of SHA-256: a name for a cause or a content, short enough to be written by hand. */
export const digest = (text: string): string => hash('sha256', text, 'hex').slice(0, 16);

/** The whole of SHA-256, in hexadecimal: for what is looked up by it, and never read. */
export const sha256 = (text: string): string => hash('sha256', text, 'hex');
