import type { Field } from './exchange.ts';

/** The parts of a `multipart/form-data` text (RFC 7578); `undefined` where the type names no boundary that it has. */
export function partsOf(text: string, type: string): Field[] | undefined {
  const boundary = /;\s*boundary=(?:"([^"]+)"|([^\s;]+))/i.exec(type);
  const mark = `--${boundary?.[1] ?? boundary?.[2] ?? ''}`;
  if (mark === '--' || !text.startsWith(mark)) return undefined;
  return text
    .split(new RegExp(`(?:^|\\r?\\n)${escaped(mark)}(?=\\r?\\n|--)`))
    .slice(1)
    .filter(part => !part.startsWith('--'))
    .flatMap(fieldOf);
}

const escaped = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');

function fieldOf(part: string): Field[] {
  const [head = '', value = ''] = halves(part.replace(/^\r?\n/, ''));
  const disposition = /^content-disposition:(.*)$/im.exec(head)?.[1] ?? '';
  // A value without quotes is a token (RFC 2183, section 2).
  const [, quoted, token] = /;\s*name=(?:"((?:[^"\\]|\\.)*)"|([^\s";]+))/i.exec(disposition) ?? [];
  const name = quoted ?? token;
  const type = /^content-type:\s*(.*?)\s*$/im.exec(head)?.[1];
  const isFile = /;\s*filename\*?=/i.test(disposition);
  return name === undefined ? [] : [{ name, value, type, isFile }];
}

function halves(part: string): [string, string] {
  const blank = /\r?\n\r?\n/.exec(part);
  if (!blank) return [part, ''];
  return [part.slice(0, blank.index), part.slice(blank.index + blank[0].length)];
}
