import { statSync } from 'node:fs';
import { createServer, type Server, type ServerResponse } from 'node:http';
import path from 'node:path';
import { type Text, UserError } from '../index.ts';

const MEDIA_TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.xml': 'application/atom+xml; charset=utf-8',
  '.json': 'application/json',
  '.yaml': 'application/yaml',
  '.svg': 'image/svg+xml',
};

/** Loads the page again when the site was built again. */
const RELOAD_SCRIPT = `new EventSource('/__changes').onmessage = () => location.reload();\n`;

/** How often the files of the document are looked at, in milliseconds. */
const LOOK_EVERY = 500;

/** A site while it is served. */
export interface DocsServer {
  /** `http://127.0.0.1:PORT/`. */
  readonly address: string;
  /** Serves other files from now on, and has open pages load again. */
  readonly replace: (files: ReadonlyMap<string, string>) => void;
  /** Ends the server and every open page's wait for changes. */
  readonly close: () => Promise<void>;
}

/**
 * Serves a site to this machine alone.
 *
 * @param port 0 for any that is free
 * @throws UserError `usage` when the port cannot be had
 */
export async function serveDocs(files: ReadonlyMap<string, string>, port: number): Promise<DocsServer> {
  let served = files;
  const waiting = new Set<ServerResponse>();
  const server = createServer((request, response) => {
    const file = fileAsked(request.url);
    if (!isLocal(request.headers.host)) return void response.writeHead(403).end();
    if (file === '__changes') return hold(response, waiting);
    if (file === '__reload.js') {
      return void response.writeHead(200, { 'Content-Type': MEDIA_TYPES['.js'] }).end(RELOAD_SCRIPT);
    }
    answer(response, file, served);
  });
  const address = await listen(server, port);
  return {
    address,
    replace: next => {
      served = next;
      for (const response of waiting) response.write('data: changed\n\n');
    },
    close: () =>
      new Promise(resolve => {
        for (const response of waiting) response.end();
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** Another name for this machine could be anybody's: a page elsewhere must not read what is served here. */
const isLocal = (host: string | undefined): boolean =>
  host !== undefined && /^(127\.0\.0\.1|localhost|\[::1\])(:\d+)?$/.test(host);

/** The file that a request asks for; `undefined` where its escapes stand for no text (RFC 3986, section 2.1). */
function fileAsked(target = '/'): string | undefined {
  const [name = ''] = target.slice(1).split(/[?#]/);
  try {
    return decodeURIComponent(name) || 'index.html';
  } catch (error) {
    if (error instanceof URIError) return undefined;
    throw error;
  }
}

function hold(response: ServerResponse, waiting: Set<ServerResponse>): void {
  response.writeHead(200, { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store' });
  response.write(': waiting\n\n');
  waiting.add(response);
  response.on('close', () => waiting.delete(response));
}

function answer(
  response: ServerResponse,
  file: string | undefined,
  files: ReadonlyMap<string, string>,
): void {
  const content = file === undefined ? undefined : files.get(file);
  if (file === undefined || content === undefined)
    return void response.writeHead(404, { 'Content-Type': 'text/plain' }).end('404');
  const type = MEDIA_TYPES[path.extname(file)] ?? 'application/octet-stream';
  response.writeHead(200, { 'Content-Type': type, 'Cache-Control': 'no-store' });
  response.end(file.endsWith('.html') ? withReload(content) : content);
}

/** The policy of a page allows no connection; while it is served it may ask this server for changes. */
const withReload = (page: string): string =>
  page
    .replace(
      '"Content-Security-Policy" content="',
      '"Content-Security-Policy" content="connect-src &#39;self&#39;; ',
    )
    .replace('</head>', '<script src="/__reload.js" defer></script>\n</head>');

function listen(server: Server, port: number): Promise<string> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(unavailable(port, error)));
    server.listen(port, '127.0.0.1', () => {
      const address = server.address();
      resolve(`http://127.0.0.1:${typeof address === 'object' ? address?.port : port}/`);
    });
  });
}

function unavailable(port: number, { code }: NodeJS.ErrnoException): UserError {
  const what: Text = {
    nl: `poort ${port} is niet te gebruiken (${code ?? ''})`,
    en: `port ${port} cannot be used (${code ?? ''})`,
  };
  return new UserError('usage', what, {
    nl: 'Noem een andere poort: --serve 8081.',
    en: 'Name another port: --serve 8081.',
  });
}

/**
 * Calls back after a change of one of the files, or in a folder that holds one, until it is told to stop.
 *
 * @param filesNow what to look at; asked before each look, since a document can come to have other files
 * @returns ends the watch
 */
export function watchFiles(filesNow: () => readonly string[], changed: () => Promise<void>): () => void {
  let seen = stampOf(filesNow());
  let isBusy = false;
  const timer = setInterval(async () => {
    const stamp = stampOf(filesNow());
    if (isBusy || stamp === seen) return;
    isBusy = true;
    await changed();
    seen = stampOf(filesNow());
    isBusy = false;
  }, LOOK_EVERY);
  return () => clearInterval(timer);
}

/** A file that came into a folder changes the folder. */
const stampOf = (files: readonly string[]): string =>
  [...new Set(files.flatMap(file => [file, path.dirname(file)]))]
    .map(file => `${file} ${statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 'absent'}`)
    .join('\n');
