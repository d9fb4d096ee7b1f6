import { isString } from '../../core/json.ts';
import { join, tokens } from '../../core/pointer.ts';
import { type Document, nodeAt } from '../../source/index.ts';
import type { RawFinding } from './raw-finding.ts';

/**
 * Whether a finding about an example is about the example. It is not where ajv stumbled over the schema, which has
 * rules of its own (`oas-valid-regex`, `oas-nullable-type-sibling`), nor where the example is a text in another media
 * type than JSON, such as XML or CSV: its schema is about the value that the text stands for.
 */
export function isAboutExample(document: Document, { rule, file, pointer, args }: RawFinding): boolean {
  if (!/^oas-valid-.*-examples$/.test(rule)) return true;
  if (String(args.detail).startsWith('Example validation errored')) return false;
  const path = tokens(pointer);
  const at = path.lastIndexOf('content');
  const media = at < 0 ? undefined : path[at + 1];
  if (media === undefined || isJsonMedia(media)) return true;
  const source = document.files.get(file);
  const holders = path.slice(at + 2).findIndex(token => token === 'example' || token === 'value');
  const end = holders < 0 ? path.length : at + 3 + holders;
  const place = join('', ...path.slice(0, end));
  return !isString(source && nodeAt(document, source, place)?.value);
}

/** RFC 6839, section 3.1. */
const isJsonMedia = (name: string): boolean => /^[\w.+-]+\/([\w.+-]+\+)?json\b/i.test(name);

const BRANCHES = /exactly one schema in oneOf|must match a schema in anyOf/;

/** An example that fits no branch is told once, not once more for each branch that it does not fit. */
export function withoutBranches(found: readonly RawFinding[]): RawFinding[] {
  const choices = found.filter(
    ({ rule, args }) => /^oas-valid-.*-examples$/.test(rule) && BRANCHES.test(String(args.detail)),
  );
  const isOfBranch = ({ rule, file, pointer, args }: RawFinding): boolean =>
    choices.some(
      choice =>
        choice.rule === rule &&
        choice.file === file &&
        (pointer.startsWith(`${choice.pointer}/`) ||
          (pointer === choice.pointer && args.detail !== choice.args.detail)),
    );
  return choices.length === 0 ? [...found] : found.filter(finding => !isOfBranch(finding));
}
