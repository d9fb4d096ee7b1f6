import { type Backlog, backlogOf, codeOf } from '../backlog/index.ts';
import { isString, member } from '../core/json.ts';
import type { Report } from '../core/report.ts';
import { operationsOf } from '../openapi/operations.ts';
import { type Document, resolver, rootNode } from '../source/index.ts';
import {
  type Message,
  type MessageFile,
  type MessageOptions,
  validateMessageFile as messageFileReport,
  validateMessage as messageReport,
  type RulesAt,
  validateRecordings as recordingsReport,
} from '../validate/index.ts';
import { stringsOf } from '../vocabulary/tree.ts';

/** Recordings against a document, with the business rules that its backlog has for each place. */
export const validateRecordings = async (
  document: Document,
  files: readonly string[],
  options: MessageOptions = {},
): Promise<Report> =>
  recordingsReport(document, files, { rulesAt: await rulesAtPlacesOf(document), ...options });

export async function validateMessage(
  document: Document,
  message: Message | MessageFile,
  options: MessageOptions = {},
): Promise<Report> {
  const withRules = { rulesAt: await rulesAtPlacesOf(document), ...options };
  return 'file' in message
    ? messageFileReport(document, message, withRules)
    : messageReport(document, message, withRules);
}

/** The backlog beside a document; a document of one's own has none. */
async function rulesBeside(document: Document): Promise<Backlog['rules'] | undefined> {
  if ((await document.readBeside('backlog/rules.yaml')) === undefined) return undefined;
  return (await backlogOf(document)).rules;
}

/**
 * Which business rules speak of a place in a message: of those that its operation names (`x-zds-rules`), the ones that
 * the backlog has for the attribute.
 */
async function rulesAtPlacesOf(document: Document): Promise<RulesAt> {
  const rules = await rulesBeside(document);
  if (!rules) return () => [];
  const root = rootNode(document);
  const named = new Map(
    operationsOf(root, resolver(document)).map(({ label, node }) => [
      label,
      {
        id: member(node.value, 'operationId'),
        codes: new Set(stringsOf(member(node.value, 'x-zds-rules'))),
      },
    ]),
  );
  return ({ locus }) => {
    const operation = named.get(locus.operation ?? '');
    const attribute =
      locus.part === 'body' ? locus.property?.filter(name => name !== '[]').join('.') : undefined;
    if (!operation || attribute === undefined) return [];
    return rules
      .filter(({ state }) => state === 'current')
      .filter(
        ({ id, operations = [] }) =>
          operation.codes.has(id) || (isString(operation.id) && operations.includes(operation.id)),
      )
      .filter(({ attributes = [] }) => attributes.some(one => attributeOf(one) === attribute))
      .map(codeOf);
  };
}

/** `zaaktype` of `Zaak.zaaktype`. */
const attributeOf = (written: string): string => written.slice(written.indexOf('.') + 1);
