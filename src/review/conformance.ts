import { type Backlog, backlogOf, codeOf } from '../backlog/index.ts';
import { isString, member } from '../core/json.ts';
import type { Report } from '../core/report.ts';
import { apiOf } from '../openapi/api.ts';
import { operationsOf } from '../openapi/operations.ts';
import { operationIdOf } from '../openapi/parts.ts';
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
        id: operationIdOf(node.value),
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

/** An operation, and how often recordings have it. */
export interface TouchedOperation {
  /** The group of `x-tagGroups`; empty where there are no groups. */
  readonly api: string;
  /** `POST /zaken`. */
  readonly operation: string;
  readonly operationId?: string;
  readonly exchanges: number;
  /** Those that the document describes, and those that were sent and that it does not describe. */
  readonly statuses: readonly { readonly status: string; readonly exchanges: number }[];
}

/**
 * A business rule that is in force, and how often recordings touch it. That a rule was touched does not prove that it
 * was kept: `how` says what would show that.
 */
export interface TouchedRule {
  readonly code: string;
  readonly title: string;
  readonly api: string;
  /** Exchanges of its operations. */
  readonly exchanges: number;
  /** Those that were answered by a status that a violation gets; absent where the rule names none. */
  readonly refusals?: number;
  /** Whether one message shows that it was kept, or several together, or none can. In Dutch how, or why not. */
  readonly evidence?: Evidence;
}

type Evidence = NonNullable<Backlog['rules'][number]['evidence']>;

/** What recordings touch of a document, and what they never touch. */
export interface Conformance {
  readonly inputs: readonly string[];
  /** Exchanges that have an operation. */
  readonly exchanges: number;
  /** What {@link validateRecordings} finds in them, counted. */
  readonly summary: Report['summary'];
  readonly operations: readonly TouchedOperation[];
  /** Absent where the document has no backlog beside it. */
  readonly rules?: readonly TouchedRule[];
}

/** An exchange by operation and status; 0 where no response was recorded. */
type Counts = ReadonlyMap<string, ReadonlyMap<number, number>>;

export async function conformanceOf(
  document: Document,
  files: readonly string[],
  options: MessageOptions = {},
): Promise<Conformance> {
  const counts = new Map<string, Map<number, number>>();
  const report = await recordingsReport(document, files, {
    ...options,
    onExchange: ({ response }, { route }) => {
      if (route.is !== 'operation') return;
      const byStatus = counts.get(route.operation.label) ?? new Map<number, number>();
      counts.set(route.operation.label, byStatus);
      const status = response?.status ?? 0;
      byStatus.set(status, (byStatus.get(status) ?? 0) + 1);
    },
  });
  const operations = touchedOperations(document, counts);
  const rules = await rulesBeside(document);
  return {
    inputs: report.inputs,
    exchanges: sum([...counts.values()].flatMap(byStatus => [...byStatus.values()])),
    summary: report.summary,
    operations,
    ...(rules
      ? { rules: rules.filter(({ state }) => state === 'current').map(touchedRule(operations, counts)) }
      : {}),
  };
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);

function touchedOperations(document: Document, counts: Counts): TouchedOperation[] {
  const { operations, groupOf } = apiOf(rootNode(document), resolver(document));
  return operations
    .filter(({ kind }) => kind === 'path')
    .map(operation => {
      const { label, value, responses } = operation;
      const byStatus = counts.get(label) ?? new Map<number, number>();
      const described = responses.map(({ status }) => status);
      const sent = [...byStatus.keys()].filter(
        status => status > 0 && coveredBy(described, status) === undefined,
      );
      const id = operationIdOf(value);
      return {
        api: groupOf(operation)?.name ?? '',
        operation: label,
        ...(id === undefined ? {} : { operationId: id }),
        exchanges: sum([...byStatus.values()]),
        statuses: [...described, ...sent.map(String)].map(status => ({
          status,
          exchanges: sum(
            [...byStatus]
              .filter(([one]) => (coveredBy(described, one) ?? String(one)) === status)
              .map(([, count]) => count),
          ),
        })),
      };
    });
}

/** The response of a document that is for a status (OpenAPI 3.1.0, section 4.8.16). */
const coveredBy = (described: readonly string[], status: number): string | undefined =>
  [String(status), `${Math.floor(status / 100)}XX`, 'default']
    .map(name => described.find(one => one.toLowerCase() === name.toLowerCase()))
    .find(found => found !== undefined);

const touchedRule =
  (operations: readonly TouchedOperation[], counts: Counts) =>
  (rule: Backlog['rules'][number]): TouchedRule => {
    const { title, api, evidence, statuses } = rule;
    const own = operations.filter(operation => isOf(rule, operation));
    const answered = (status: number): number =>
      sum(own.map(({ operation }) => counts.get(operation)?.get(status) ?? 0));
    return {
      code: codeOf(rule),
      title,
      api,
      exchanges: sum(own.map(({ exchanges }) => exchanges)),
      ...(statuses ? { refusals: sum(statuses.map(answered)) } : {}),
      ...(evidence ? { evidence } : {}),
    };
  };

/** `*`, and no operations at all, stand for every operation of the API; `alle` for every API. */
function isOf({ api, operations = ['*'] }: Backlog['rules'][number], one: TouchedOperation): boolean {
  const isApi = api === 'alle' || one.api.toLowerCase() === api;
  if (operations.length === 0 || operations.includes('*')) return isApi;
  return one.operationId !== undefined && operations.includes(one.operationId);
}
