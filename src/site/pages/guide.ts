import { html } from '../html.ts';
import { finishPage } from '../layout.ts';
import { renderGuide } from '../markdown.ts';
import type { Guide } from '../options.ts';
import type { Page } from '../page.ts';

/** A text beside the reference. */
export const guidePage = (page: Page, { title, markdown }: Guide): string =>
  finishPage(page, {
    title,
    main: html`<h1>${title}</h1><div class="guide">${renderGuide(markdown, page.anchors)}</div>`,
  });
