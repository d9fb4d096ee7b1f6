import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { get } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { ROOT, zds } from './zds.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'zds-docs-'));
let stop = (): unknown => undefined;
afterAll(() => {
  stop();
  rmSync(folder, { recursive: true, force: true });
});
const document = path.join(folder, 'openapi.yaml');
const written = (title: string, more = ''): string =>
  `openapi: 3.1.0\ninfo: { title: ${title}, version: 1.0.0 }\npaths: {}\n${more}`;
writeFileSync(document, written('Eerste'));

const run = (...args: string[]) => zds(['docs', 'openapi.yaml', ...args], { cwd: folder });

describe('zds docs', () => {
  it('says what it made, how large, how fast, and what to open', () => {
    const { code, out, err } = run('-o', 'site', '--check');
    expect([code, err, out.replace(/\d+ kB, \d+\.\d s/, 'N kB, N s')]).toEqual([
      0,
      '',
      '4 pages, N kB, N s. Open site/index.html\nNothing wrong.\n',
    ]);
    expect(readFileSync(path.join(folder, 'site/index.html'), 'utf8')).toContain('<h1>Eerste</h1>');
  });

  it('says it in Dutch, and nothing when it is to be quiet', () => {
    const { out } = run('-o', 'site', '--lang', 'nl');
    expect(out.replace(/\d+ kB, \d+\.\d s/, 'N kB, N s')).toBe(
      "4 pagina's, N kB, N s. Open site/index.html\n",
    );
    expect(run('-o', 'site', '--quiet')).toEqual({ code: 0, out: '', err: '' });
  });

  it.each(['-1', '70000', 'x', '1.5'])('refuses %s as a port', port => {
    expect(run(`--serve=${port}`)).toMatchObject({ code: 2, out: '' });
  });

  it('serves to this machine alone, again after a change, and ends when it is interrupted', async () => {
    const server = spawn(
      process.execPath,
      [path.join(ROOT, 'dist/zds.cjs'), 'docs', '--serve', '0', 'openapi.yaml'],
      {
        cwd: folder,
        env: { ...process.env, NODE_OPTIONS: '', LANG: 'C' },
      },
    );
    stop = () => server.kill('SIGKILL');
    const lines: string[] = [];
    const said = async (wanted: RegExp): Promise<string> => {
      for (;;) {
        const line = lines.find(one => wanted.test(one));
        if (line !== undefined) return line;
        await Promise.race([once(server.stdout, 'data'), once(server.stderr, 'data')]);
      }
    };
    for (const stream of [server.stdout, server.stderr]) {
      stream.on('data', (data: Buffer) => lines.push(...data.toString().split('\n')));
    }
    const ended = once(server, 'exit');
    const [address = ''] = (await said(/^http/)).split(' ');
    expect(address).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/$/);

    expect(await page(address)).toMatch(
      /200 .*connect-src &#39;self&#39;.*<script src="\/__reload\.js".*<h1>Eerste/s,
    );
    expect(await page(address, 'elders.example')).toBe('403 ');
    expect(await page(`${address}../package.json`)).toBe('404 404');
    expect(await page(`${address}%E0%A4.html`)).toBe('404 404');
    const change = firstEvent(`${address}__changes`);
    writeFileSync(document, written('Tweede'));
    expect(await change).toBe('data: changed');
    expect(await page(address)).toContain('<h1>Tweede</h1>');

    writeFileSync(document, '{');
    expect(await said(/openapi\.yaml/)).toContain('openapi.yaml');
    expect(await page(address)).toContain('<h1>Tweede</h1>');

    server.kill('SIGINT');
    expect(await ended).toEqual([0, null]);
  }, 60_000);
});

/** Status and body, asked for under a name of the machine. */
const page = (url: string, host?: string): Promise<string> =>
  new Promise((resolve, reject) => {
    get(url, host === undefined ? {} : { headers: { host } }, response => {
      let body = '';
      response.on('data', data => {
        body += data;
      });
      response.on('end', () => resolve(`${response.statusCode} ${body}`));
    }).on('error', reject);
  });

/** The first change that a page would be told of. */
const firstEvent = (url: string): Promise<string> =>
  new Promise((resolve, reject) => {
    get(url, response => {
      response.on('data', data => {
        const line = /^data: .*$/m.exec(String(data))?.[0];
        if (line === undefined) return;
        resolve(line);
        response.destroy();
      });
    }).on('error', reject);
  });
