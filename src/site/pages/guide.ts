import { html } from '../html.ts';
import { finishPage } from '../layout.ts';
import type { Guide } from '../options.ts';
import { describe, type Page } from '../page.ts';

/** A text beside the reference. */
export const guidePage = (page: Page, { title, markdown }: Guide): string =>
  finishPage(page, { title, main: html`<h1>${title}</h1>${describe(page, markdown)}` });
