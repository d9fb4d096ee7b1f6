import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { HtmlValidate } from 'html-validate';
import MarkdownIt from 'markdown-it';
import {
  type CiRun,
  ci,
  FORMATS,
  LANGS,
  putComment,
  renderCi,
  schemas,
  textsForGitHub,
} from '../../src/index.ts';
import { type Foreign, foreignRepository } from './foreign.ts';

/** What a document, a branch or a file may be called, as somebody would who means no good. */
const HOSTILE =
  '</script><img src=x onerror=alert(1)> @everyone #1 ##[error]x ##vso[task.x]\n::error::x\n  ::set-output name=a::b\u001b[2J';

const FOLDER = 'apis/@everyone\n::error::x\u001b[2J';

const hostileApi = (maxLength: number): string =>
  JSON.stringify({
    openapi: '3.1.0',
    info: { title: HOSTILE, version: '1.0.0', description: HOSTILE },
    paths: {
      [`/${HOSTILE}`]: {
        post: {
          summary: HOSTILE,
          requestBody: {
            content: {
              'application/json': {
                schema: { type: 'object', properties: { [HOSTILE]: { type: 'string', maxLength } } },
              },
            },
          },
          responses: { 201: { description: HOSTILE } },
        },
      },
    },
  });

let foreign: Foreign;
let hostile: CiRun;
let many: CiRun;

const wideApi = (most: number): string =>
  JSON.stringify({
    openapi: '3.1.0',
    info: { title: 'Breed', version: '1.0.0' },
    paths: {
      '/dingen': {
        post: {
          requestBody: {
            content: {
              'application/json': {
                schema: {
                  type: 'object',
                  properties: Object.fromEntries(
                    Array.from({ length: 120 }, (_, index) => [
                      `veld${index}`,
                      { type: 'string', maxLength: most + index },
                    ]),
                  ),
                },
              },
            },
          },
          responses: { 201: { description: 'Gelukt' } },
        },
      },
    },
  });

beforeAll(async () => {
  foreign = foreignRepository({
    [`${FOLDER}/openapi.json`]: hostileApi(80),
    'breed/openapi.json': wideApi(900),
  });
  const branch = '@everyone/<img>-->';
  foreign.branch(branch, 'main', {});
  foreign.branch('kwaad', 'main', { [`${FOLDER}/openapi.json`]: hostileApi(40) });
  hostile = await ci(foreign.author, { base: branch });
  foreign.branch('breed', 'main', { 'breed/openapi.json': wideApi(20) });
  many = await ci(foreign.author, { base: 'main' });
}, 120_000);

afterAll(() => foreign.remove());

describe('hostile texts', () => {
  it('the document was judged', () => {
    expect([hostile.outcome, hostile.breaking]).toEqual(['findings', 1]);
  });

  it.each(FORMATS)('do nothing in %s', async format => {
    const written = await renderCi(hostile, format, { lang: 'en' });
    // What steers a terminal, or would be read as a line of its own.
    expect(written).not.toMatch(/(?!\n)[\p{Cc}]/u);
    const commands = written.split('\n').filter(line => /^\s*::/.test(line));
    expect(commands.filter(line => !/^::(error|warning|notice) (file=|title=)/.test(line))).toEqual([]);
    if (format === 'text' || format === 'github')
      expect(written).not.toMatch(format === 'text' ? /##\w*\[/ : /^\s*##/m);
  });

  it('mention nobody and start no markup in a comment', async () => {
    const { comment, marker } = await textsForGitHub(hostile, {
      lang: 'nl',
      environment: { GITHUB_WORKFLOW: `zds -->\n${HOSTILE}`, GITHUB_JOB: 'x' },
      scope: [HOSTILE],
    });
    expect(marker).toMatch(/^<!-- zds:[^<>\n@:]* -->$/);
    expect(comment.startsWith(`${marker}\n`)).toBe(true);
    const html = new MarkdownIt({ html: true }).render(comment);
    expect(html.replaceAll(/<(code|pre)[\s\S]*?<\/\1>/g, '')).not.toMatch(/@everyone|<img|<script|<\/script/);
  });

  it.each(LANGS)('leave a page valid (%s)', async lang => {
    const page = await renderCi(hostile, 'html', { lang });
    const { results } = await new HtmlValidate({
      extends: ['html-validate:recommended'],
      rules: { 'no-inline-style': 'off', 'long-title': 'off' },
    }).validateString(page);
    expect(results.flatMap(({ messages }) => messages.map(({ message }) => message))).toEqual([]);
  });

  it('give later steps the values and nothing else', async () => {
    const { outputs } = await textsForGitHub(hostile, {
      lang: 'en',
      environment: {},
      report: 'a\nbreaking=0',
    });
    const [, ...lines] = outputs.split('\n').reverse();
    expect(lines.reverse()).toEqual([
      'outcome=findings',
      'verdict-clients=breaking',
      'verdict-providers=info',
      'bump=major',
      'breaking=1',
      expect.stringMatching(/^report<<zds_[0-9a-f-]{36}$/),
      'a',
      'breaking=0',
      expect.stringMatching(/^zds_[0-9a-f-]{36}$/),
    ]);
  });
});

describe('a change with more breaks than anything shows', () => {
  it('has at most nine annotations of a level, the last of which counts the others', async () => {
    const lines = (await renderCi(many, 'github', { lang: 'en' })).trimEnd().split('\n');
    const levels = lines.map(line => /^::(\w+)/.exec(line)?.[1]);
    expect(levels.filter(level => level === 'error')).toHaveLength(9);
    expect(lines.filter(line => line.startsWith('::error')).at(-1)).toBe(
      '::error title=zds::112 more of this level stand in the summary',
    );
  });

  it.each(LANGS)('fits a comment, and says what it leaves out (%s)', async lang => {
    const { comment } = await textsForGitHub(many, { lang, environment: {} });
    expect(comment.length).toBeLessThan(60_000);
    expect(comment).toMatch(/and \d+|nog \d+ onderdelen passen hier niet|\d+ more parts do not fit here/);
  });
});

describe('formats of other servers', () => {
  it('code quality has a place and a fingerprint of its own for each issue', async () => {
    const issues = JSON.parse(await renderCi(many, 'codequality', { lang: 'en' })) as {
      fingerprint: string;
      severity: string;
      location: object;
    }[];
    expect(new Set(issues.map(({ fingerprint }) => fingerprint)).size).toBe(issues.length);
    expect(issues[0]).toEqual({
      description:
        '■ BREAKS clients: message · veld0 — maximum length goes from 900 to 20 characters; POST /dingen, request: could be sent and is now refused',
      check_name: 'max-length-tightened',
      fingerprint: expect.stringMatching(/^[0-9a-f]{16}$/),
      severity: 'critical',
      location: { path: 'breed/openapi.json', lines: { begin: 1 } },
    });
  });

  it.each(LANGS)('JSON fits its published schema (%s)', async lang => {
    const validate = new Ajv2020({ allErrors: true, strict: false }).compile((await schemas()).ci as object);
    for (const run of [hostile, many])
      expect(validate(JSON.parse(await renderCi(run, 'json', { lang }))) ? [] : validate.errors).toEqual([]);
  });

  it('SARIF has a category of its own', async () => {
    const { runs } = JSON.parse(await renderCi(many, 'sarif', { lang: 'en' })) as {
      runs: { automationDetails: object }[];
    };
    expect(runs.map(({ automationDetails }) => automationDetails)).toEqual([{ id: 'zds/ci/' }]);
  });
});

describe('the comment on a pull request', () => {
  const MARKER = '<!-- zds:api -->';
  const event = { pull_request: { number: 7 } };
  let server: Server;
  let comments: { id: number; body: string; user: object; author_association: string }[] = [];
  let status = 200;
  const asked: string[] = [];

  beforeAll(async () => {
    server = createServer((request, response) => {
      let text = '';
      request.on('data', chunk => {
        text += chunk;
      });
      request.on('end', () => {
        asked.push(`${request.method} ${request.url}`);
        const body = text === '' ? '' : (JSON.parse(text) as { body: string }).body;
        const mine = { id: comments.length + 1, body, user: { type: 'Bot' }, author_association: 'NONE' };
        if (request.method === 'POST' && status === 200) comments = [...comments, mine];
        response.writeHead(request.method === 'GET' ? 200 : status, { 'content-type': 'application/json' });
        response.end(JSON.stringify(request.method === 'GET' ? comments : {}));
      });
    });
    await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  });

  afterAll(() => new Promise(resolve => server.close(resolve)));

  const put = (token = 'geheim') => {
    const { port } = server.address() as AddressInfo;
    const environment = {
      GITHUB_REPOSITORY: 'iemand/api',
      GITHUB_TOKEN: token,
      GITHUB_API_URL: `http://127.0.0.1:${port}`,
    };
    asked.length = 0;
    return putComment(`${MARKER}\ntekst`, MARKER, environment, event);
  };

  it('is written once and then updated, and that of a stranger is left alone', async () => {
    comments = [
      { id: 1, body: `${MARKER}\nvan een ander`, user: { type: 'User' }, author_association: 'NONE' },
    ];
    status = 200;
    expect([await put(), asked.at(-1)]).toEqual([
      { is: 'written' },
      'POST /repos/iemand/api/issues/7/comments',
    ]);
    expect([await put(), asked.at(-1)]).toEqual([
      { is: 'updated' },
      'PATCH /repos/iemand/api/issues/comments/2',
    ]);
  });

  it('is left out, with the reason, where the token may not write', async () => {
    comments = [];
    status = 403;
    expect(await put()).toEqual({ is: 'left-out', why: 'GitHub answers 403 to POST of the comment' });
    expect(await put('')).toEqual({ is: 'left-out', why: 'GITHUB_TOKEN is not set' });
    expect(await putComment('x', MARKER, {}, undefined)).toEqual({
      is: 'left-out',
      why: 'this run is not for a pull request of GitHub',
    });
  });
});
