import { html, joinHtml } from '../html.ts';
import { finishPage } from '../layout.ts';
import { anchorFor, type Entry, hrefTo, labelOf, type Page } from '../page.ts';
import type { Site } from '../site.ts';

/** The pages that a release had and this version has not: each says so, and leads on to what stands elsewhere now. */
export function gonePages(
  site: Site,
  files: ReadonlyMap<string, string>,
  entries: readonly Entry[],
): { readonly file: string; readonly render: (page: Page) => string }[] {
  const gone = [...(site.history?.pages ?? [])].filter(([file]) => !files.has(file));
  return gone.map(([file, { anchors, last }]) => ({
    file,
    render: page => gonePage(page, anchors, last, entries),
  }));
}

function gonePage(page: Page, anchors: ReadonlySet<string>, last: string, entries: readonly Entry[]): string {
  const { site } = page;
  const name = page.file.replace(/^.*\/|\.html$/g, '');
  const places = new Map(entries.map(({ place }) => [place.anchor, place]));
  const own = site.placeOfSchema.get(name);
  const moved = [...anchors].flatMap(anchor => {
    const place = anchor === '' ? own : places.get(anchor);
    if (!place) return [];
    const id = anchor === '' ? undefined : anchorFor(page, anchor);
    return html`<a${id && html` id="${id}" data-moved`} href="${hrefTo(page, place)}">${anchor || name}</a>`;
  });
  const main = html`<h1>${name}</h1>
<p>${labelOf(site, 'gonePage', { version: last })}</p>
${moved.length > 0 && html`<p>${labelOf(site, 'nowHere')}: ${joinHtml(moved, ', ')}</p>`}`;
  return finishPage(page, { title: name, main });
}
