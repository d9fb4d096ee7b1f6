import type { ErrorObject } from 'ajv';
import { join, lastToken, type Pointer } from '../../core/pointer.ts';
import { isPlainlyValid } from '../../json-schema/validator/plainly-valid.ts';
import { reasonOf } from '../../json-schema/validator/reasons.ts';
import { essentialErrors } from '../../openapi/essential-errors.ts';
import { type DocumentExample, examplesOf, flagsOf } from '../../openapi/examples.ts';
import type { MessageValidator } from '../../openapi/message-validator.ts';
import { unjudgedSchemas } from '../../openapi/unjudged-schemas.ts';
import { type Document, resolver, rootNode } from '../../source/index.ts';
import type { RawFinding } from './raw-finding.ts';
import type { Unread } from './unread.ts';
import type { Walked } from './walk.ts';

const RULES: Readonly<Record<DocumentExample['kind'], string>> = {
  schema: 'oas-valid-schema-examples',
  default: 'oas-valid-schema-examples',
  mediaType: 'oas-valid-media-type-examples',
  parameter: 'oas-valid-parameter-examples',
  header: 'oas-valid-parameter-examples',
};

const UNJUDGED = 'oas-example-unjudged';

/**
 * Holds the examples of a document against their schemas, as `zds validate` does. A schema is compiled when an example
 * of it comes that is not valid at a glance; most documents need no compiler.
 *
 * @param isOn whether a rule is on
 */
export async function invalidExamples(
  document: Document,
  unread: Unread,
  isOn: (rule: string) => boolean,
): Promise<Walked> {
  const resolve = resolver(document);
  const doubtful = examplesOf(rootNode(document), resolve).filter(
    ({ kind, schema, value, role }) =>
      (isOn(RULES[kind]) || isOn(UNJUDGED)) &&
      !isPlainlyValid(schema, value.value, { resolve, flags: flagsOf(role) }),
  );
  if (doubtful.length === 0) return { findings: [], unknown: [] };
  const { createMessageValidator } = await import('../../openapi/message-validator.ts');
  const validator = createMessageValidator(
    resolve,
    [...document.files.values()].map(({ value }) => value),
    'once',
  );
  const [findings, unknown]: [RawFinding[], RawFinding[]] = [[], []];
  for (const example of doubtful) {
    const { file, pointer } = example.holder;
    const found = faultsOf(example, validator);
    const isUnknown = found.length > 0 && unread.isAny && unread.concerns(file, pointer, () => true);
    (isUnknown ? unknown : findings).push(...found);
  }
  return { findings: [...findings, ...unjudged(validator)], unknown };
}

/** What no example could be held against is told where it stands; structure tells of a keyword with a wrong value. */
const unjudged = (validator: MessageValidator): RawFinding[] =>
  unjudgedSchemas(validator)
    .filter(({ is }) => is !== 'keyword')
    .map(({ file, pointer, reason }) => ({
      rule: UNJUDGED,
      file,
      pointer,
      args: { uitleg: reason.nl, detail: reason.en },
    }));

function faultsOf({ kind, value, schema, role }: DocumentExample, validator: MessageValidator): RawFinding[] {
  const { errors, hidden } = validator.validate(schema, value.value, role);
  const at = (below: Pointer): Pick<RawFinding, 'rule' | 'file' | 'pointer'> => ({
    rule: RULES[kind],
    file: value.file,
    pointer: value.pointer + below,
  });
  return [
    ...essentialErrors(errors, validator, role).map(error => {
      const place = at(placeOf(error));
      return { ...place, args: { name: lastToken(place.pointer), ...saidOf(error) } };
    }),
    ...hidden.map((below): RawFinding => {
      const flag = role === 'request' ? 'readOnly' : 'writeOnly';
      const name = lastToken(below);
      const detail = `\`${name}\` is ${flag} and does not belong in a ${role}.`;
      const uitleg = `\`${name}\` is ${flag} en hoort niet in een ${role === 'request' ? 'verzoek' : 'antwoord'}.`;
      return { ...at(below), args: { name, detail, uitleg }, level: 'warning' };
    }),
  ];
}

/** What is not allowed stands at its own place, and what is missing at the object that lacks it. */
function placeOf({ instancePath, params }: ErrorObject): Pointer {
  const extra = params.additionalProperty ?? params.unevaluatedProperty;
  return typeof extra === 'string' ? join(instancePath, extra) : instancePath;
}

/** The value itself is not told: what is wrong in many examples for one reason is told once. */
function saidOf(error: ErrorObject): { readonly detail: string; readonly uitleg: string } {
  const name = lastToken(error.instancePath);
  const { en, nl } = reasonOf(error, false);
  return {
    detail: `${name ? `\`${name}\`` : 'the value'} ${en}.`,
    uitleg: `${name ? `\`${name}\`` : 'de waarde'} ${nl}.`,
  };
}
