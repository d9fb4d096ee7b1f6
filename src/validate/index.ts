import type { ErrorObject } from 'ajv';
import type { Finding, SourceLocation } from '../core/finding.ts';
import type { Resolve } from '../core/node.ts';
import type { Report } from '../core/report.ts';
import type { Text } from '../core/text.ts';
import { createMessageValidator, type MessageValidator, type Role } from '../openapi/message-validator.ts';
import { discriminatorsIn } from '../openapi/operations.ts';
import { type Document, locate, resolver, rootNode } from '../source/index.ts';
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
  const validator = validatorFor(document, resolve);
  const findings = examplesOf(rootNode(document), resolve).flatMap(example =>
    validateExample(document, validator, example),
  );
  return reportOf(document.label, [...findings, ...notValidated(document, validator)], validateRules);
}

function validateExample(
  document: Document,
  validator: MessageValidator,
  { value, schema, role }: Example,
): Finding[] {
  const { errors, hidden } = validator.validate(schema, value.value, role);
  const place = (pointer: string): SourceLocation => locate(document, value.file, value.pointer + pointer);
  return [
    ...essentialErrors(errors, validator, role).map(error =>
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
  const validator = validatorFor(document, resolve);
  const findings = describedBy(rootNode(document), resolve, message).flatMap(described =>
    validatePart(document, validator, described),
  );
  return reportOf(document.label, [...findings, ...notValidated(document, validator)], validateRules);
}

function validatePart(document: Document, validator: MessageValidator, described: Described): Finding[] {
  const { operation, place, role } = described;
  const location = locate(document, place.file, place.pointer);
  if (!('schema' in described)) {
    const { undescribed } = described;
    return [findingOf(undescribedMessage, undescribed.en, { operation, ...undescribed }, location)];
  }
  const { errors, hidden } = validator.validate(described.schema, described.value, role);
  return [
    ...essentialErrors(errors, validator, role).map(error =>
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

const validatorFor = (document: Document, resolve: Resolve): MessageValidator =>
  createMessageValidator(resolve, discriminatorsIn([...document.files.values()].map(({ value }) => value)));

const notValidated = (document: Document, validator: MessageValidator): Finding[] => [
  ...endless(document),
  ...unreadable(document, validator),
];

/** References that come back to themselves: there is no schema behind them. */
const endless = (document: Document): Finding[] =>
  document.missing
    .filter(({ reason, isRepeat }) => reason === 'circle' && !isRepeat)
    .map(({ file, pointer, ref }) => {
      const why = {
        nl: `de verwijzing '${ref}' komt op zichzelf uit`,
        en: `the reference '${ref}' comes back to itself`,
      };
      return findingOf(unjudged, ref, why, locate(document, file, `${pointer}/$ref`));
    });

const unreadable = (document: Document, validator: MessageValidator): Finding[] =>
  validator.unreadable().map(({ node, why }) => {
    const pointer =
      why.is === 'pattern'
        ? `${node.pointer}/pattern`
        : why.is === 'keyword'
          ? `${node.pointer}/${why.keyword}`
          : node.pointer;
    return findingOf(unjudged, why.is, whyNot(why), locate(document, node.file, pointer));
  });

function whyNot(why: ReturnType<MessageValidator['unreadable']>[number]['why']): Text {
  if (why.is === 'pattern')
    return {
      nl: `het patroon ${why.pattern} kan niet zonder terugzoeken worden uitgevoerd`,
      en: `the pattern ${why.pattern} cannot be run without backtracking`,
    };
  if (why.is === 'keyword')
    return {
      nl: `'${why.keyword}' heeft een waarde die het niet kan hebben, en zegt zo niets`,
      en: `'${why.keyword}' has a value that it cannot have, and so says nothing`,
    };
  return {
    nl: 'het schema verwijst voor dezelfde waarde naar zichzelf',
    en: 'the schema refers to itself for the same value',
  };
}
