import { header } from './chrome/header.ts';
import { onThisPage } from './chrome/on-this-page.ts';
import { type Html, html, plainText, type Wording } from './html.ts';
import type { Label } from './labels.ts';
import { navigation } from './navigation.ts';
import { labelOf, linkTo, type Page } from './page.ts';

/**
 * Nothing is fetched and no script runs but the site's own, whatever a description holds.
 * `file:` stands for the same when the pages are opened from disk.
 */
const POLICY =
  "default-src 'none'; style-src 'self' file:; script-src 'self' file:; img-src data:; base-uri 'none'; form-action 'none'";

export interface PageContent {
  readonly title: string | Wording;
  readonly main: Html;
  /** Pages above this one. */
  readonly trail?: readonly { readonly title: string | Wording; readonly file: string }[];
}

export function finishPage(page: Page, { title, main, trail = [] }: PageContent): string {
  const { site } = page;
  const assets = '../'.repeat(page.file.split('/').length - 1);
  const label = (name: Label): Wording => labelOf(site, name);
  const plain = typeof title === 'string' ? title : plainText(title);
  const fullTitle = plain === site.title ? plain : `${plain} · ${site.title}`;
  const crumbs = [{ title: label('home'), file: 'index.html' }, ...trail].map(
    crumb => html`<li>${linkTo(page, { file: crumb.file, anchor: '' }, crumb.title)}</li>`,
  );
  return html`<!DOCTYPE html>
<html lang="${site.contentLang}" data-language="${site.lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="color-scheme" content="light dark">
<title>${fullTitle}</title>
<link rel="icon" href="data:,">
<script src="${assets}assets/start.js"></script>
<link rel="stylesheet" href="${assets}assets/style.css">
<script src="${assets}assets/site.js" defer></script>
${site.versions.length > 0 && html`<script src="${assets}assets/versions.js" defer></script>`}
</head>
<body>
<a class="skip" href="#content">${label('skip')}</a>
${header(page)}
<div class="frame">
${navigation(page)}
<main id="content">
${page.file !== 'index.html' && html`<nav class="crumbs" aria-label="${label('path')}"><ol>${crumbs}</ol></nav>`}
${main}
</main>
${onThisPage(page, main.markup)}
</div>
</body>
</html>
`.markup;
}
