import { FORMATS, nearestNames } from '../index.ts';

/** What somebody may have meant where commander has no suggestion, in the form that commander gives its own. */
export function suggestionFor(message: string): string | undefined {
  const [, option = ''] = /^error: unknown option '--([\w-]+)'/.exec(message) ?? [];
  const format = FORMATS.find(known => known === option);
  if (format) return `(Did you mean --format ${format}?)`;
  const [, typed, listed = ''] =
    /(?:argument|value) '([^']*)' is invalid(?: for argument '[^']*')?\. (?:Allowed choices are|There is:) ((?:[^.]|\.\d)+)\./.exec(
      message,
    ) ?? [];
  if (typed === undefined) return undefined;
  const [nearest] = nearestNames(typed, listed.split(', '));
  return nearest === undefined ? undefined : `(Did you mean ${nearest}?)`;
}
