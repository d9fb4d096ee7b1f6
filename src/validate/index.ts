import type { ErrorObject } from 'ajv';
import type { Finding, SourceLocation } from '../core/finding.ts';
import type { Report } from '../core/report.ts';
import { reasonOf } from '../json-schema/validator/reasons.ts';
import { essentialErrors } from '../openapi/essential-errors.ts';
import { type DocumentExample, examplesOf } from '../openapi/examples.ts';
import { createMessageValidator, type MessageValidator, type Role } from '../openapi/message-validator.ts';
import { type Document, locate, resolver, rootNode } from '../source/index.ts';
import { at, findingOf, MESSAGES, reportOf } from './report.ts';
import { hiddenExample, invalidDefault, invalidExample, validateRules } from './rules.ts';
import { uncheckedSchemas } from './unchecked.ts';

export {
  type Message,
  type MessageFile,
  type MessageOptions,
  type RulesAt,
  validateMessage,
  validateMessageFile,
  validateRecordings,
} from './messages/index.ts';
export { validateRules } from './rules.ts';

/**
 * Holds every example of a document against its schema, of media types, parameters, headers and schemas, and every
 * default of a schema. A property
 * that is `readOnly` is not asked for in a request, and `writeOnly` not in a response; that an example shows one is a
 * warning. What cannot be judged (a pattern that RE2 cannot express, a keyword with an impossible value) is a warning
 * of its own, never silence.
 */
export async function validateExamples(document: Document): Promise<Report> {
  const resolve = resolver(document);
  const validator = createMessageValidator(
    resolve,
    [...document.files.values()].map(({ value }) => value),
  );
  const findings = examplesOf(rootNode(document), resolve).flatMap(example =>
    validateExample(document, validator, example),
  );
  return reportOf([document.label], [...findings, ...uncheckedSchemas(document, validator)], validateRules);
}

function validateExample(
  document: Document,
  validator: MessageValidator,
  { kind, value, schema, role }: DocumentExample,
): Finding[] {
  const { errors, hidden } = validator.validate(schema, value.value, role);
  const place = (pointer: string): SourceLocation => locate(document, value.file, value.pointer + pointer);
  return [
    ...essentialErrors(errors, validator, role).map(error =>
      findingOf(
        kind === 'default' ? invalidDefault : invalidExample,
        causeOf(error),
        at(error.instancePath, reasonOf(error)),
        place(error.instancePath),
      ),
    ),
    ...hidden.map(pointer => findingOf(hiddenExample, pointer, hiddenArgs(pointer, role), place(pointer))),
  ];
}

const causeOf = ({ keyword, params }: ErrorObject): string => `${keyword} ${JSON.stringify(params)}`;

const hiddenArgs = (pointer: string, role: Role) => ({
  at: pointer,
  flag: role === 'request' ? 'readOnly' : 'writeOnly',
  ...MESSAGES[role],
});
