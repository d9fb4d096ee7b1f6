import { isObject, type Json, member } from '../../core/json.ts';
import { join } from '../../core/pointer.ts';
import { apiOf, type Operation } from '../../openapi/api.ts';
import { operationIdOf } from '../../openapi/parts.ts';
import type { FirstStep } from '../../site/index.ts';
import { readBySchema, refuseViolations, schemaHint, type Violation } from '../../source/config-file.ts';
import { rootNode } from '../../source/document.ts';
import { resolver } from '../../source/follow.ts';
import type { Document } from '../../source/index.ts';

const FILE = 'backlog/first-steps.yaml';

/** What `backlog/first-steps.yaml` may hold. */
export const FIRST_STEPS_SCHEMA = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: 'The first calls of a new client, for the documentation',
  type: 'object',
  required: ['steps'],
  additionalProperties: false,
  properties: {
    steps: {
      type: 'array',
      minItems: 1,
      items: {
        type: 'object',
        required: ['operation', 'title', 'text'],
        additionalProperties: false,
        properties: {
          operation: { type: 'string', description: 'The operationId.' },
          example: { type: 'string', description: 'The name of an example of the request or of an answer.' },
          title: { type: 'string', minLength: 1 },
          text: { type: 'string', minLength: 1, description: 'CommonMark.' },
        },
      },
    },
  },
} as const;

/**
 * The first steps beside a document; none where there is no such file.
 *
 * @throws UserError `usage`, a line for each place (file:line:column), for what the schema refuses, and for an
 *   operation or an example that the document does not have
 */
export async function readFirstSteps(document: Document): Promise<readonly FirstStep[]> {
  const text = await document.readBeside(FILE);
  if (text === undefined) return [];
  const file = { file: document.locateFile(document.root, FILE), text };
  const hint = schemaHint('first-steps');
  const { steps } = await readBySchema<{ steps: readonly FirstStep[] }>(file, FIRST_STEPS_SCHEMA, hint);
  const { operations } = apiOf(rootNode(document), resolver(document));
  const byId = new Map(operations.map(operation => [operationIdOf(operation.value), operation]));
  const violations = steps.flatMap((step, index): Violation[] => {
    const operation = byId.get(step.operation);
    if (!operation)
      return [{ file, pointer: join('/steps', index, 'operation'), what: noOperation(step.operation) }];
    const isKnown = step.example === undefined || examplesOf(operation).has(step.example);
    return isKnown ? [] : [{ file, pointer: join('/steps', index, 'example'), what: noExample(step) }];
  });
  refuseViolations(violations, hint);
  return steps;
}

const noOperation = (id: string) => ({
  nl: `het document heeft geen operatie '${id}'`,
  en: `the document has no operation '${id}'`,
});

const noExample = ({ operation, example }: FirstStep) => ({
  nl: `operatie '${operation}' heeft geen voorbeeld '${example}'`,
  en: `operation '${operation}' has no example '${example}'`,
});

/** Names of the examples of the request and of the answers. */
function examplesOf({ requestContent, responses }: Operation): Set<string> {
  const contents = [...requestContent, ...responses.flatMap(({ content }) => content)];
  return new Set(contents.flatMap(({ node }) => namesIn(member(node.value, 'examples'))));
}

const namesIn = (value: Json | undefined): string[] => (isObject(value) ? Object.keys(value) : []);
