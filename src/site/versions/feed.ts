import type { Change } from '../../core/change.ts';
import { escapeHtml } from '../html.ts';
import type { ShownOperation } from '../operation/operations.ts';
import type { SiteVersion } from '../options.ts';
import { labelText } from '../page.ts';
import type { Site } from '../site.ts';
import { slugOf } from '../slug.ts';

/** A feed of the site: of every version, or of what concerns one party. */
export interface Feed {
  /** Path below the output folder. */
  readonly file: string;
  readonly party?: string;
}

/** The feeds that a site has: none where no version says when it came out, since an entry needs a date. */
export function feedFiles({ versions, backlog }: Site): Feed[] {
  if (versions.every(({ date }) => date === undefined)) return [];
  const parties = [...new Set((backlog.stories ?? []).flatMap(({ party = [] }) => party))].sort();
  return [
    { file: 'versions.xml' },
    ...parties.map(party => ({ file: `feeds/${slugOf(party).toLowerCase()}.xml`, party })),
  ];
}

/**
 * A feed in Atom (RFC 4287): an entry for each version with a date. What changed after a version stands in its entry as
 * far as the site was compared with it; a party reads of the changes to operations that its stories need.
 */
export function feedOf(site: Site, { file, party }: Feed): string {
  const dated = site.versions.filter(({ date }) => date !== undefined);
  const title = party === undefined ? site.title : `${site.title}: ${party}`;
  const newest =
    dated
      .map(({ date = '' }) => date)
      .sort()
      .at(-1) ?? '';
  const root = '../'.repeat(file.split('/').length - 1);
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${site.contentLang}">
<title>${escapeHtml(title)}</title>
<id>urn:zds:feed:${escapeHtml(slugOf(title))}</id>
<updated>${newest}T00:00:00Z</updated>
<author><name>${escapeHtml(site.title)}</name></author>
${dated.map(version => entryOf(site, version, party, root)).join('\n')}
</feed>
`;
}

function entryOf(site: Site, version: SiteVersion, party: string | undefined, root: string): string {
  const { name, date = '', changes } = version;
  const own = changes?.filter(change => party === undefined || concerns(site, party, change));
  const told = own?.map(({ title }) => title[site.lang]) ?? placesTold(site, name, party);
  return `<entry>
<title>${escapeHtml(name)}</title>
<id>urn:zds:version:${escapeHtml(slugOf(`${site.title} ${name}${party === undefined ? '' : ` ${party}`}`))}</id>
<updated>${date}T00:00:00Z</updated>
<link href="${root}versions.html#v${escapeHtml(slugOf(name))}"/>
<content type="text">${escapeHtml(told.join('\n'))}</content>
</entry>`;
}

/** What a release brought, by address, where the document is not compared with it: for a party on the pages of its operations. */
function placesTold(site: Site, version: string, party: string | undefined): string[] {
  const { releases = [] } = site.history ?? {};
  const [, release] = releases.slice(1).find(([name]) => name === version) ?? [];
  if (release === undefined) return [];
  const files = new Set(needed(site, party ?? '').flatMap(operation => pagesAbout(site, operation)));
  const lines = (kind: 'new' | 'changed' | 'gone', label: 'feedNew' | 'feedChanged' | 'feedGone'): string[] =>
    Object.entries(release[kind])
      .filter(([file]) => party === undefined || files.has(file))
      .flatMap(([file, anchors]) => anchors.map(anchor => labelText(site, label, { name: anchor || file })));
  return [...lines('changed', 'feedChanged'), ...lines('gone', 'feedGone'), ...lines('new', 'feedNew')];
}

/** The page of an operation, and that of the object that it is about. */
const pagesAbout = ({ placeOfOperation, resources }: Site, operation: ShownOperation): string[] => [
  placeOfOperation.get(operation)?.file ?? '',
  ...resources.filter(({ operations }) => operations.includes(operation)).map(({ file }) => file),
];

/** The operations that the stories of a party need. */
function needed({ backlog, placeOfOperation }: Site, party: string): ShownOperation[] {
  const ids = new Set(
    (backlog.stories ?? []).filter(story => story.party === party).flatMap(story => story.operations ?? []),
  );
  return [...placeOfOperation.keys()].filter(({ id }) => ids.has(id));
}

/** Whether a change reaches an operation that a story of the party needs. */
function concerns(site: Site, party: string, { operations }: Change): boolean {
  const labels = needed(site, party).map(({ method, path }) => `${method.toUpperCase()} ${path}`);
  return operations.some(label => labels.includes(label));
}
