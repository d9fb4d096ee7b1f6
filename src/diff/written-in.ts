import { isString } from '../core/json.ts';
import type { Node, Resolve } from '../core/node.ts';
import { join } from '../core/pointer.ts';
import { canonicalType } from '../openapi/operations.ts';
import { STYLE_FIELDS } from '../vocabulary/openapi.ts';
import { childBehind, entriesBehind, itemsOf, keyword } from '../vocabulary/tree.ts';
import type { Comparison } from './comparison.ts';
import type { MessagePair } from './message-pair.ts';
import type { SideView } from './sides.ts';

/** How the value that a place of a message stands in is written: a media type, and the steps on from the whole of it. */
export interface WrittenIn {
  /** In one spelling; `''` where none is known. */
  readonly type: string;
  /** The Media Type Object, and how its references are followed. */
  readonly media?: Node | undefined;
  readonly resolve: Resolve;
  /** What the whole is called (`body`, or the name of a parameter or header), and the steps inside it. */
  readonly steps: readonly string[];
}

/** What a place of a message is written in, in either document; nothing where a parameter or header is written by its style. */
export function writtenIn(
  comparison: Comparison,
  message: MessagePair,
  steps: readonly string[],
): readonly WrittenIn[] {
  if (steps[0] === 'body') {
    const type = message.locus.mediaType ?? '';
    return SIDES.map(side => ({
      type,
      media: message.media?.[side],
      resolve: comparison[side].resolve,
      steps,
    }));
  }
  // Within a parameter the steps go on as they do in a body of its media type.
  return SIDES.flatMap(side =>
    contentOf(comparison[side], message[side], steps).map(([type, media]) => ({
      type: canonicalType(type),
      media,
      resolve: comparison[side].resolve,
      steps: steps.slice(1),
    })),
  );
}

const SIDES = ['old', 'next'] as const;

/** The media types that the parameter or header around a place is written in; none where it has a style. */
function contentOf(
  { messages, resolve }: SideView,
  message: Node,
  [part = '', name = '']: readonly string[],
): readonly (readonly [string, Node])[] {
  const place = { ...message, pointer: join(message.pointer, 'properties', part, 'properties', name) };
  return entriesBehind(resolve, messages.pointAt(place), 'content');
}

export const isForm = (type: string): boolean => isStyledForm(type) || type.startsWith('multipart/');

const isStyledForm = (type: string): boolean => type.startsWith('application/x-www-form-urlencoded');

/** The Encoding Object of the part of a form that a place stands in (OpenAPI 3.1.0, 4.8.15; 3.2.0, 4.14.5). */
function encodingOf({ media, resolve, steps }: WrittenIn): Node | undefined {
  const [, name = ''] = steps;
  if (!media) return undefined;
  const index = /^\[(\d*)\]$/.exec(name)?.[1];
  if (index === undefined)
    return entriesBehind(resolve, media, 'encoding').find(([part]) => part === name)?.[1];
  const prefix = itemsOf(childBehind(resolve, media, 'prefixEncoding'));
  return prefix[index === '' ? -1 : Number(index)] ?? childBehind(resolve, media, 'itemEncoding');
}

/**
 * Whether a part of a form is written as in a query, and not by its media type: where any of these fields stands, except in
 * 3.0 within `multipart` (OpenAPI 3.0.4 and 3.1.1, 4.8.15.1).
 */
export const isStyled = (encoding: Node, type: string): boolean =>
  (isStyledForm(type) || (type.startsWith('multipart/form-data') && encoding.dialect !== '3.0')) &&
  STYLE_FIELDS.some(field => keyword(encoding, field) !== undefined);

/** The part of a form that a place stands in. */
interface FormPart {
  /** The media types that its Encoding Object gives; none where it gives none, or they are ignored. */
  readonly types: readonly string[];
  readonly isStyled: boolean;
}

function partOf(written: WrittenIn): FormPart | undefined {
  if (!isForm(written.type) || written.steps.length < 2) return undefined;
  const encoding = encodingOf(written);
  if (!encoding) return { types: [], isStyled: false };
  if (isStyled(encoding, written.type)) return { types: [], isStyled: true };
  const value = keyword(encoding, 'contentType');
  return { types: isString(value) ? value.split(',').map(canonicalType) : [], isStyled: false };
}

/** C7: whether what stands at a place is text, so that the text `5` is the number 5. */
export function isTextAt(written: WrittenIn): boolean {
  const { type, steps } = written;
  if (type.startsWith('text/plain')) return steps.length === 1;
  const part = partOf(written);
  if (!part || part.types.some(isJson)) return false;
  // Inside a part an object is JSON (OpenAPI 3.1.0, 4.8.15.1), but where the part is written as in a query.
  return part.isStyled || steps.slice(2).every(step => step.startsWith('['));
}

const isJson = (type: string): boolean => /[/+]json(;|$)/.test(type);

/** Whether a place may be written in XML: by its media type, or one that a range takes in. */
export function isXmlAt(written: WrittenIn): boolean {
  const part = partOf(written);
  const types = part ? part.types : isForm(written.type) ? [] : [written.type];
  return types.some(isXml);
}

export const isXml = (type: string): boolean =>
  /[/+]xml(;|$)/.test(type) || ['*/*', 'application/*', 'text/*'].includes(type);
