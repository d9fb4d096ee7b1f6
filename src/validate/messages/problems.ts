import type { ErrorObject } from 'ajv';
import type { Locus, Severity } from '../../core/finding.ts';
import type { Node } from '../../core/node.ts';
import { join, type Pointer, tokens } from '../../core/pointer.ts';
import type { RuleInfo } from '../../core/rule.ts';
import type { Args, Text } from '../../core/text.ts';
import { reasonOf } from '../../json-schema/validator/reasons.ts';
import { essentialErrors } from '../../openapi/essential-errors.ts';
import type { MessageValidation, MessageValidator, Role } from '../../openapi/message-validator.ts';
import { placeAt, type SchemaPlace } from './places.ts';
import { MESSAGE_RULES } from './rules.ts';

/** Something wrong with, or to be said of, one message. */
export interface Problem {
  readonly rule: RuleInfo;
  readonly severity: Severity;
  /** Where in the contract. */
  readonly locus: Locus;
  /** Where in the body, or below the value of a parameter. */
  readonly pointer: Pointer;
  readonly args: Args;
  /** What tells problems at one place apart; has no value in it that was sent. */
  readonly cause: string;
  /** What the document has there. */
  readonly nodes: readonly Node[];
}

/** Part of a message that values stand in. */
export interface MessagePart {
  readonly locus: Locus;
  /** `header Accept-Crs`; empty for a body. */
  readonly called: Text;
  readonly role: Role;
  /** What describes the part. */
  readonly place: SchemaPlace;
  /** What is said where the schemas of a value say nothing. */
  readonly nodes: readonly Node[];
}

const MESSAGES = { request: { nl: 'verzoek', en: 'request' }, response: { nl: 'antwoord', en: 'response' } };

/** `POST /zaken, antwoord 201, /startdatum`. */
function whereOf({ operation, message, status }: Locus, called: Text, pointer: Pointer): Args {
  const words = message && MESSAGES[message];
  const inWords = (lang: keyof Text): string =>
    [
      operation,
      words && [words[lang], status].filter(Boolean).join(' '),
      [called[lang], pointer].filter(Boolean).join(' '),
    ]
      .filter(Boolean)
      .join(', ');
  return { waar: inWords('nl'), where: inWords('en') };
}

export const NOTHING: Text = { nl: '', en: '' };

/** A problem with a part as a whole, or with the message. */
export function problemWith(
  rule: RuleInfo,
  { locus, called, nodes }: Pick<MessagePart, 'locus' | 'called' | 'nodes'>,
  reason: Text = NOTHING,
  more: Args = {},
): Problem {
  const args = { ...whereOf(locus, called, ''), ...reason, ...more };
  return {
    rule,
    severity: rule.severity,
    locus,
    pointer: '',
    args,
    cause: `${called.en} ${reason.en}`,
    nodes,
  };
}

/** The problems that a validation found in a part. */
export function problemsIn(
  part: MessagePart,
  { errors, hidden }: MessageValidation,
  validator: MessageValidator,
  showsValues: boolean,
): Problem[] {
  return [
    ...essentialErrors(errors, validator, part.role).map(error => problemOf(part, error, showsValues)),
    ...hidden.map(pointer =>
      problemAt(part, part.role === 'request' ? MESSAGE_RULES.readOnly : MESSAGE_RULES.writeOnly, pointer),
    ),
  ];
}

const RULES: Readonly<Record<string, RuleInfo>> = {
  required: MESSAGE_RULES.required,
  dependentRequired: MESSAGE_RULES.required,
  type: MESSAGE_RULES.type,
  additionalProperties: MESSAGE_RULES.undocumentedName,
  unevaluatedProperties: MESSAGE_RULES.undocumentedName,
};

function problemOf(part: MessagePart, error: ErrorObject, showsValues: boolean): Problem {
  const { instancePath, keyword, params } = error;
  const { missingProperty, additionalProperty, unevaluatedProperty } = params as Record<string, string>;
  const name = missingProperty ?? additionalProperty ?? unevaluatedProperty;
  const rule = RULES[keyword] ?? MESSAGE_RULES.value;
  const pointer = name === undefined ? instancePath : join(instancePath, name);
  const said = rule === MESSAGE_RULES.undocumentedName ? pointer : instancePath;
  return {
    ...problemAt(part, rule, pointer, said, reasonOf(error, showsValues)),
    cause: `${keyword} ${JSON.stringify(params)}`,
  };
}

/** A remark: who reads the message passes over a name that is not described, where the schema lets it be there. */
export const undocumented = (part: MessagePart, pointer: Pointer): Problem => ({
  ...problemAt(part, MESSAGE_RULES.undocumentedName, pointer),
  severity: 'info',
  nodes: [],
});

/** @param said the pointer that the sentence names, where the reason names the rest */
function problemAt(
  part: MessagePart,
  rule: RuleInfo,
  pointer: Pointer,
  said = pointer,
  reason: Text = NOTHING,
): Problem {
  const { locus, called, place, nodes } = part;
  const inner = placeAt(place, pointer);
  const property = [
    ...(locus.property ?? []),
    ...tokens(pointer).map(token => (/^\d+$/.test(token) ? '[]' : token)),
  ];
  return {
    rule,
    severity: rule.severity,
    locus: property.length > 0 ? { ...locus, property } : locus,
    pointer,
    args: { ...whereOf(locus, called, said), ...reason },
    cause: reason.en,
    nodes: [...(inner?.nodes ?? []), ...nodes],
  };
}
