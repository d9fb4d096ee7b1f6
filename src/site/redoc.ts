import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { html, trusted } from './html.ts';
import type { Site } from './site.ts';

/** Text inside a script element ends at the first `</` (HTML, section 4.12.1.3). */
const inScript = (text: string): string => text.replaceAll('<', '\\u003c');

/** Redoc shows a picture of its maker in the menu, from elsewhere; an empty one takes its place. */
const LOGO = 'https://cdn.redoc.ly/redoc/logo-mini.svg';
const NO_LOGO = 'data:image/svg+xml,%3Csvg xmlns=%22http://www.w3.org/2000/svg%22/%3E';

/** One page that shows the description with Redoc, whose script lies beside it: nothing comes from elsewhere. */
export function generateRedoc(site: Site): Map<string, string> {
  const options = { hideDownloadButton: true, nativeScrollbars: true };
  const page = html`<!DOCTYPE html>
<html lang="${site.lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${site.title}</title>
<link rel="icon" href="data:,">
<style>body{margin:0}</style>
</head>
<body>
<div id="redoc"></div>
<script src="redoc.standalone.js"></script>
<script>Redoc.init(${trusted(inScript(JSON.stringify(site.root)))}, ${trusted(JSON.stringify(options))}, document.getElementById('redoc'));</script>
</body>
</html>
`;
  return new Map([
    ['index.html', page.markup],
    ['redoc.standalone.js', readFileSync(scriptFile(), 'utf8').replaceAll(LOGO, NO_LOGO)],
  ]);
}

/** In the package the script of Redoc lies beside our own, or one folder up; in a clone it is that of its package. */
function scriptFile(): string {
  const built = ['./redoc.standalone.js', '../redoc.standalone.js'].map(name =>
    fileURLToPath(new URL(name, import.meta.url)),
  );
  return (
    built.find(file => existsSync(file)) ??
    createRequire(import.meta.url).resolve('redoc/bundles/redoc.standalone.js')
  );
}
