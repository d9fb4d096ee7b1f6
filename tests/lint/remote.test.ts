import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { lint } from '../../src/lint/index.ts';
import { type Document, documentOf, read } from '../../src/source/index.ts';

const PARTS = `components:
  headers:
    Versie: {schema: {type: string}}
  responses:
    Fout: {description: Fout, headers: {API-Version: {$ref: '#/components/headers/Versie'}}}
`;

const ROOT = (parts: string) => `openapi: 3.1.0
info: {title: Zaken, version: 1.0.0}
paths:
  /zaken:
    get:
      operationId: zaak_list
      responses:
        '200': {description: Goed, headers: {API-Version: {$ref: '${parts}#/components/headers/Versie'}}}
        '404': {$ref: '${parts}#/components/responses/Fout'}
`;

let server: Server;
let address = '';

beforeAll(async () => {
  server = createServer((request, response) => {
    if (request.url === '/weg.yaml') response.writeHead(404);
    response.end(request.url === '/parts.yaml' ? PARTS : ROOT('parts.yaml'));
  });
  await new Promise<void>(listening => {
    server.listen(0, '127.0.0.1', listening);
  });
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterAll(async () => {
  await new Promise(closed => server.close(closed));
});

const judge = async (document: Document) => {
  const { findings, designRules } = await lint(document, { profile: 'adr' });
  return {
    found: findings.map(({ rule, new: at, args }) => ({ rule, pointer: at?.pointer, args })),
    designRules,
  };
};

it('finds in fetched files what it finds in files at hand', async () => {
  const atHand = documentOf('zaken', { 'openapi.yaml': ROOT('parts.yaml'), 'parts.yaml': PARTS });
  const expected = await judge(atHand);
  expect(expected.found.map(({ rule, pointer }) => `${rule} ${pointer}`)).toContain(
    'adr-problem-details /components/responses/Fout',
  );
  expect(await judge(await read(`${address}/openapi.yaml`, { allowRemote: true }))).toEqual(expected);
});

it('says of a closed network one thing for each file, and nothing of what is behind', async () => {
  const local = documentOf('zaken', { 'openapi.yaml': ROOT(`${address}/parts.yaml`) });
  const { found } = await judge(local);
  expect(found.filter(({ rule }) => /^(oas|adr-(doc-openapi$|version|problem))/.test(rule))).toEqual([
    {
      rule: 'oas-file-unread',
      pointer: '/paths/~1zaken/get/responses/200/headers/API-Version/$ref',
      args: {
        target: `${address}/parts.yaml`,
        verwijzingen: '2 verwijzingen',
        references: '2 references',
        reden: 'niet gevolgd, het netwerk is dicht; geef --allow-remote om het bestand op te halen',
        reason: 'not followed, the network is closed; add --allow-remote to fetch the file',
      },
    },
  ]);
});

it('says in words why a file could not be fetched', async () => {
  const text = ROOT(`${address}/weg.yaml`);
  const folder = await mkdtemp(path.join(tmpdir(), 'zds-'));
  await writeFile(path.join(folder, 'openapi.yaml'), text);
  const { found } = await judge(await read(path.join(folder, 'openapi.yaml'), { allowRemote: true }));
  await rm(folder, { recursive: true });
  const told = found.filter(({ rule }) => rule === 'oas-refs-resolve');
  expect(told.length).toBe(2);
  expect(JSON.stringify(told)).not.toContain('[object');
  for (const { args } of told) expect(`${args.reden} ${args.reason}`).toMatch(/\(.+\) .*\(.+\)/);
});
