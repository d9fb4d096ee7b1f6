import type { ErrorObject } from 'ajv';
import type { MessageValidator, Role } from './message-validator.ts';

/** Below these the errors of branches follow from the one of the whole. */
const WHOLES = new Set(['anyOf', 'if', 'contains', 'propertyNames']);

const LIMIT = 32;

/**
 * What a person has to fix: of a choice that failed, the errors of the branch that was meant, where only one can
 * have been meant, and else the choice as a whole.
 */
export function essentialErrors(
  errors: readonly ErrorObject[],
  validator: Pick<MessageValidator, 'branches'>,
  role: Role,
  depth = 0,
): ErrorObject[] {
  const choices = errors.filter(({ keyword }) => WHOLES.has(keyword));
  const outermost = choices.filter(
    choice => !choices.some(other => other !== choice && isWithin(choice, other) && !isWithin(other, choice)),
  );
  const others = errors.filter(
    error => !WHOLES.has(error.keyword) && !outermost.some(choice => isWithin(error, choice)),
  );
  const explained = outermost.flatMap(choice => {
    if (choice.keyword !== 'anyOf' || depth > LIMIT) return [choice];
    const meant = validator
      .branches(choice, role)
      .map(branch => essentialErrors(branch, validator, role, depth + 1))
      .filter(branch => branch.length > 0 && branch.every(isAboutContent))
      .map(branch =>
        branch.map(error => ({ ...error, instancePath: choice.instancePath + error.instancePath })),
      );
    const [only, another] = meant;
    return only && !another ? only : [choice];
  });
  const unique = new Map([...others, ...explained].map(error => [keyOf(error), error]));
  return [...unique.values()];
}

const isWithin = (error: ErrorObject, choice: ErrorObject): boolean =>
  error.instancePath === choice.instancePath || error.instancePath.startsWith(`${choice.instancePath}/`);

/** A value of another type, or with another constant in it, was not meant for the branch. */
const isAboutContent = ({ keyword, instancePath }: ErrorObject): boolean =>
  !(keyword === 'type' && instancePath === '') &&
  keyword !== 'const' &&
  !(keyword === 'enum' && instancePath.lastIndexOf('/') <= 0);

const keyOf = ({ instancePath, keyword, params }: ErrorObject): string =>
  `${instancePath} ${keyword} ${JSON.stringify(params)}`;
