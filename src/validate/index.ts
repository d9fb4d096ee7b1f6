import type { ErrorObject } from 'ajv';
import type { Finding, SourceLocation } from '../core/finding.ts';
import type { Report } from '../core/report.ts';
import { type Document, locate, resolver, rootNode } from '../source/index.ts';
import { type Court, openCourt } from './court.ts';
import { essentialErrors } from './errors.ts';
import { type Example, examplesOf } from './examples.ts';
import { type Described, describedBy, type Message } from './messages.ts';
import { reasonOf } from './reasons.ts';
import { at, findingOf, MESSAGES, reportOf } from './report.ts';
import {
  hiddenExample,
  hiddenInMessage,
  invalidExample,
  invalidMessage,
  undescribedMessage,
  unjudged,
  validateRules,
} from './rules.ts';
import type { Role, Unjudged } from './spelling.ts';

export type { Message } from './messages.ts';
export { validateRules } from './rules.ts';

/**
 * Holds every example of a document against its schema: of media types, parameters, headers and schemas. A property
 * that is `readOnly` is not asked for in a request, and `writeOnly` not in a response; that an example shows one is a
 * warning. What cannot be judged (a pattern that RE2 cannot express, a keyword with an impossible value) is a warning
 * of its own, never silence.
 */
export async function validateExamples(document: Document): Promise<Report> {
  const resolve = resolver(document);
  const court = openCourt(resolve);
  const findings = examplesOf(rootNode(document), resolve).flatMap(example =>
    judgeExample(document, court, example),
  );
  return reportOf(document.label, [...findings, ...unjudgedIn(document, court)], validateRules);
}

function judgeExample(document: Document, court: Court, { value, schema, role }: Example): Finding[] {
  const { errors, hidden } = court.judge(schema, value.value, role);
  const place = (pointer: string): SourceLocation => locate(document, value.file, value.pointer + pointer);
  return [
    ...essentialErrors(errors, court, role).map(error =>
      findingOf(
        invalidExample,
        causeOf(error),
        at(error.instancePath, reasonOf(error)),
        place(error.instancePath),
      ),
    ),
    ...hidden.map(pointer => findingOf(hiddenExample, pointer, hiddenArgs(pointer, role), place(pointer))),
  ];
}

/**
 * Holds a message that was really sent against an operation.
 *
 * @throws UserError `usage` for an operation that the document does not have
 */
export async function validateMessage(document: Document, message: Message): Promise<Report> {
  const resolve = resolver(document);
  const court = openCourt(resolve);
  const findings = describedBy(rootNode(document), resolve, message).flatMap(described =>
    judgeMessage(document, court, described),
  );
  return reportOf(document.label, [...findings, ...unjudgedIn(document, court)], validateRules);
}

function judgeMessage(document: Document, court: Court, described: Described): Finding[] {
  const { operation, place, role } = described;
  const location = locate(document, place.file, place.pointer);
  if (!('schema' in described)) {
    const { undescribed } = described;
    return [findingOf(undescribedMessage, undescribed.en, { operation, ...undescribed }, location)];
  }
  const { errors, hidden } = court.judge(described.schema, described.value, role);
  return [
    ...essentialErrors(errors, court, role).map(error =>
      findingOf(
        invalidMessage,
        `${error.instancePath} ${causeOf(error)}`,
        { operation, ...at(error.instancePath, reasonOf(error)) },
        location,
      ),
    ),
    ...hidden.map(pointer =>
      findingOf(hiddenInMessage, pointer, { operation, ...hiddenArgs(pointer, role) }, location),
    ),
  ];
}

const causeOf = ({ keyword, params }: ErrorObject): string => `${keyword} ${JSON.stringify(params)}`;

const hiddenArgs = (pointer: string, role: Role) => ({
  at: pointer,
  flag: role === 'request' ? 'readOnly' : 'writeOnly',
  ...MESSAGES[role],
});

const unjudgedIn = (document: Document, court: Court): Finding[] =>
  court.unjudged().map(({ node, why }) => {
    const pointer = why.is === 'pattern' ? `${node.pointer}/pattern` : node.pointer;
    return findingOf(unjudged, why.is, whyNot(why), locate(document, node.file, pointer));
  });

const whyNot = (why: Unjudged['why']): { readonly nl: string; readonly en: string } =>
  why.is === 'pattern'
    ? {
        nl: `het patroon ${why.pattern} kan niet zonder terugzoeken worden uitgevoerd`,
        en: `the pattern ${why.pattern} cannot be run without backtracking`,
      }
    : { nl: why.detail, en: why.detail };
