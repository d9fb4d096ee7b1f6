import type { Change } from '../core/change.ts';
import type { Text } from '../core/text.ts';
import { isBeside } from './note-lines.ts';

/** What a hand-written note says that the comparison does not, or the other way round. */
export interface NoteProblem {
  readonly rule: 'note-claim-contradicted' | 'note-change-missing' | 'note-line-unexplained';
  /** The line of the note, from 1. */
  readonly line: number;
  /** The words of the note, or the subject of the change. */
  readonly what: string;
  /** For a claim: the change that contradicts it. */
  readonly because?: string;
}

/** What a note may claim of all changes, in Dutch and English, and which change contradicts it. */
const CLAIMS: readonly (readonly [claim: RegExp, contradicts: (change: Change) => boolean])[] = [
  [
    /(alleen|uitsluitend|enkel|slechts)( \w+)? (documentatie|tekst|redactione)|(documentation|text)s? only|only (the )?(documentation|texts?)|editorial only/i,
    ({ surface }) => surface !== 'text',
  ],
  [
    /(achterwaarts|backwards?)[- ]+compatib|geen (breaking changes|brekende wijziging|breuk)|no breaking change|non-breaking|breekt niets|breaks nothing/i,
    ({ clients, providers }) => clients === 'breaking' || providers === 'breaking',
  ],
  [/er verandert niets|geen wijzigingen|nothing changes|no changes/i, () => true],
];

/** `niet achterwaarts compatibel` claims the opposite. */
const DENIED = /\b(niet|not|geen|non|incompatib\w*)[ -]+$|\bin$/i;

/**
 * Holds a note in Markdown against the changes that it is about: claims that a change contradicts, changes other than of
 * texts that no line names, and lines that name something in code or a path that no change is about.
 */
export function checkNote(note: string, changes: readonly Change[]): NoteProblem[] {
  const lines = linesOf(note);
  const named = changes.map(change => ({ change, names: namesOf(change) }));
  return [
    ...lines.flatMap(({ text, line }) =>
      contradictionsIn(text, changes).map(
        ({ what, because }) =>
          ({ rule: 'note-claim-contradicted', line, what, because: because.nl }) as const,
      ),
    ),
    ...named
      .filter(
        ({ change, names }) => change.surface !== 'text' && !lines.some(one => mentions(one.text, names)),
      )
      .map(({ change }) => ({ rule: 'note-change-missing', line: 1, what: change.subject.nl }) as const),
    ...lines
      .filter(
        ({ text, around }) =>
          isAboutSomething(text) &&
          !named.some(
            ({ change, names }) =>
              mentions(text, names) || (mentions(around, names) && mentions(text, change.operations)),
          ),
      )
      .map(({ text, line }) => ({ rule: 'note-line-unexplained', line, what: text.trim() }) as const),
  ];
}

interface NoteLine {
  readonly text: string;
  /** From 1. */
  readonly line: number;
  /** The lines that it stands below, such as the item around an item: they say what it is about. */
  readonly around: string;
}

/** The lines of a note; what stands in a code block is a message or a command, and says nothing of the changes. */
function linesOf(note: string): NoteLine[] {
  const lines: NoteLine[] = [];
  let above: readonly string[] = [];
  let isCode = false;
  for (const [index, text] of note.split('\n').entries()) {
    const isFence = /^\s*(```|~~~)/.test(text);
    if (isFence) isCode = !isCode;
    if (isCode || isFence || text.trim() === '') continue;
    if (isBeside(text)) continue;
    above = above.filter(one => indentOf(one) < indentOf(text));
    lines.push({ text, line: index + 1, around: above.join(' ') });
    above = [...above, text];
  }
  return lines;
}

const indentOf = (text: string): number => /^\s*/.exec(text)?.[0].length ?? 0;

/** What a text claims of all changes (`breekt niets`), each with the title of a change that is otherwise. */
export function contradictionsIn(
  text: string,
  changes: readonly Change[],
): { readonly what: string; readonly because: Text }[] {
  return CLAIMS.flatMap(([claim, contradicts]) => {
    const found = claim.exec(text);
    if (!found || DENIED.test(text.slice(0, found.index))) return [];
    const change = changes.find(contradicts);
    const rest = /^\p{L}*/u.exec(text.slice(found.index + found[0].length))?.[0] ?? '';
    return change ? [{ what: found[0] + rest, because: change.title }] : [];
  });
}

/** By what a line can name a change: its operations, its object with its attribute, and the attribute alone. */
function namesOf({ subject, operations, kind }: Change): string[] {
  const parts = subject.nl.split(' · ').map(part => part.replace(/ \(.*\)$/, ''));
  const paths = operations.map(label => label.replace(/^[A-Z]+ /, ''));
  const own = kind === 'attribute' ? parts.slice(1) : parts;
  return [
    ...own.flatMap(part => [part, ...part.split('.').slice(-1)]),
    ...(kind === 'operation' ? paths : []),
  ];
}

/** Whether a text has one of the names as a word of its own, in any case of letters. */
const mentions = (text: string, names: readonly string[]): boolean =>
  names.some(name => {
    const parts = text.toLowerCase().split(name.toLowerCase());
    return (
      name !== '' &&
      parts.some(
        (part, index) =>
          index > 0 && !/[\p{L}\d]$/u.test(parts[index - 1] ?? '') && !/^[\p{L}\d]/u.test(part),
      )
    );
  });

/** A line that names something of a contract: a code span, or a path after a method. */
const isAboutSomething = (text: string): boolean =>
  /`[^`]+`|\b(GET|POST|PUT|PATCH|DELETE|HEAD) \//.test(text);
