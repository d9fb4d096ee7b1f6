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
  known: Known = new Map(),
): ErrorObject[] {
  const choices = distinct(errors.filter(({ keyword }) => WHOLES.has(keyword)));
  const outermost = choices.filter(
    choice => !choices.some(other => other !== choice && isWithin(choice, other) && !isWithin(other, choice)),
  );
  const others = errors.filter(
    error => !WHOLES.has(error.keyword) && !outermost.some(choice => isWithin(error, choice)),
  );
  const explained = outermost.flatMap(choice => {
    if (choice.keyword !== 'anyOf' || depth > LIMIT) return [choice];
    const meant = branchMeant(choice, known, () =>
      validator
        .branches(choice, role)
        .map(branch => essentialErrors(branch, validator, role, depth + 1, known)),
    );
    return (
      meant?.map(error => ({ ...error, instancePath: choice.instancePath + error.instancePath })) ?? [choice]
    );
  });
  const unique = new Map([...others, ...explained].map(error => [keyOf(error), error]));
  return [...unique.values()];
}

/** What is known of choices: by the branches and the value, the errors of the branch that was meant, if only one was. */
type Known = Map<unknown, Map<unknown, readonly ErrorObject[] | undefined>>;

/** Choices inside each other may be met on many ways, and say the same on each. */
function branchMeant(
  { schema, data }: ErrorObject,
  known: Known,
  look: () => readonly ErrorObject[][],
): readonly ErrorObject[] | undefined {
  const ofValues = known.get(schema) ?? new Map<unknown, readonly ErrorObject[] | undefined>();
  known.set(schema, ofValues);
  if (!ofValues.has(data)) {
    const [only, another] = look().filter(branch => branch.length > 0 && branch.every(isAboutContent));
    ofValues.set(data, another ? undefined : only);
  }
  return ofValues.get(data);
}

/** Errors of one keyword at one place, once each. */
function distinct(errors: readonly ErrorObject[]): ErrorObject[] {
  const seen = new Map<unknown, Set<string>>();
  return errors.filter(({ schema, keyword, instancePath }) => {
    const places = seen.get(schema) ?? new Set<string>();
    seen.set(schema, places);
    const key = `${keyword} ${instancePath}`;
    const isNew = !places.has(key);
    places.add(key);
    return isNew;
  });
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
