import { describe, expect, it } from '@jest/globals';
import { backlogOf } from '../../src/backlog/index.ts';
import type { Json } from '../../src/core/json.ts';
import { type MigrationExample, readMigration, type Sent } from '../../src/migration/index.ts';
import { type Document, read } from '../../src/source/index.ts';
import { validateMessage } from '../../src/validate/index.ts';
import { operationsOf } from '../canon/examples.ts';
import { corpusIsThere, type PublishedApi, readPublished } from '../canon/published.ts';
import { readSpec, type Spec } from '../canon/spec-reader.ts';

const document = await read('spec');
const spec = readSpec();
const { deviations, contradictions } = await backlogOf(document);
const { messages, differences } = await readMigration(
  document,
  new Set([...deviations, ...contradictions].map(({ id }) => id)),
  new Set(operationsOf(spec).map(({ value }) => String(value.operationId))),
);

/** What a contract refuses in a message, by rule. */
const refusals = async (
  contract: Document,
  operation: string,
  { request, response }: Sent,
): Promise<string[]> => {
  const asked = request === undefined ? {} : { request: request as Json };
  const answered =
    response?.body === undefined
      ? {}
      : { response: { status: response.status, body: response.body as Json } };
  if (Object.keys({ ...asked, ...answered }).length === 0) return [];
  const { findings } = await validateMessage(contract, { operation, ...asked, ...answered });
  return findings
    .filter(({ severity }) => severity !== 'info')
    .map(({ rule, args }) => `${rule} ${JSON.stringify(args)}`);
};

/** Headers, body and status that the operation of the document does not have. */
const strangers = (of: Spec, operation: string, { headers = {}, request, response }: Sent): string[] => {
  const place = operationsOf(of).find(({ value }) => value.operationId === operation);
  if (!place) return [`no operation ${operation}`];
  const parameters = new Set(of.list(place, 'parameters').map(({ value }) => value.name));
  const body = of.at(place, 'requestBody');
  const sentTypes = Object.keys((body && of.at(body, 'content'))?.value ?? {});
  const responses = of.at(place, 'responses');
  const given = Object.keys(responses?.value ?? {}).flatMap(status =>
    Object.keys((responses && of.at(responses, status, 'content'))?.value ?? {}),
  );
  const known = (name: string, value: string): boolean =>
    name === 'Content-Type'
      ? sentTypes.includes(value)
      : name === 'Accept'
        ? given.includes(value)
        : parameters.has(name);
  return [
    ...Object.entries(headers).flatMap(([name, value]) => (known(name, value) ? [] : [`${name}: ${value}`])),
    ...(body?.value.required === true && request === undefined && response === undefined ? ['no body'] : []),
    ...(response && responses?.value[String(response.status)] === undefined
      ? [`status ${response.status}`]
      : []),
  ];
};

const name = ({ api, about, operation }: MigrationExample): string => `${api} ${about} ${operation}`;

describe('messages before and after', () => {
  it('belong to a row that reaches their API', () => {
    const decided = new Set(contradictions.map(({ id }) => id));
    const astray = messages.filter(({ about, api }) => !decided.has(about) && !differences[about]?.[api]);
    expect(astray.map(name)).toEqual([]);
    expect([...new Set(messages.map(({ api }) => api))].sort()).toEqual([
      ...['autorisaties', 'besluiten', 'catalogi', 'documenten', 'notificaties', 'zaken'],
    ]);
  });

  it.each(messages.map(pair => [name(pair), pair] as const))(
    '%s: after fits this document',
    async (_, pair) => {
      expect(await refusals(document, pair.operation, pair.after)).toEqual([]);
      expect(strangers(spec, pair.operation, pair.after)).toEqual([]);
    },
  );

  if (!corpusIsThere) {
    it.skip('skipped: ../shared/corpus is not there to hold what was before against', () => {});
    return;
  }
  it.each(messages.filter(({ before }) => before).map(pair => [name(pair), pair] as const))(
    '%s: before fits the published contract, or is marked',
    async (_, { api, operation, before = {}, unpublished = false }) => {
      const published = await readPublished(api as PublishedApi);
      expect((await refusals(published, operation, before)).length > 0).toBe(unpublished);
    },
    120_000,
  );
});

describe('a wrong message is seen', () => {
  it('a body, a header and a status that the operation does not have', async () => {
    const after: Sent = {
      headers: { 'If-Range': 'x', 'Content-Type': 'text/plain' },
      request: { toelichting: 1 },
      response: { status: 418 },
    };
    expect((await refusals(document, 'zaak_partial_update', after)).length).toBe(1);
    expect(strangers(spec, 'zaak_partial_update', after)).toEqual([
      'If-Range: x',
      'Content-Type: text/plain',
      'status 418',
    ]);
    expect(strangers(spec, 'zaak_partial_update', {})).toEqual(['no body']);
  });
});
