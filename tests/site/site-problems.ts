import path from 'node:path';

/**
 * What is wrong with a site as a set of files: links that lead nowhere, anchors that are not unique, and anything
 * that would be fetched from elsewhere.
 */
export function problemsOf(files: ReadonlyMap<string, string>): string[] {
  const pages = new Map([...files].filter(([file]) => file.endsWith('.html')));
  const anchors = new Map(
    [...pages].map(([file, page]) => [file, [...page.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id)]),
  );
  const problems: string[] = [];
  for (const [file, page] of pages) {
    const ids = anchors.get(file) ?? [];
    const seen = new Set<string | undefined>();
    for (const id of ids) {
      if (seen.has(id)) problems.push(`${file}: the anchor ${id} stands there twice`);
      seen.add(id);
    }
    for (const [tag, href = ''] of page.matchAll(/<a [^>]*?href="([^"]*)"/g)) {
      if (/^(https?:\/\/|mailto:)/.test(href)) continue;
      const [target = '', anchor] = href.split('#');
      const found = target === '' ? file : path.posix.join(path.posix.dirname(file), target);
      if (!files.has(found)) problems.push(`${file}: ${tag} leads to no file`);
      else if (anchor && !anchors.get(found)?.includes(anchor))
        problems.push(`${file}: ${tag} leads to no anchor`);
    }
    for (const [, source = ''] of page.matchAll(/<(?:script|img|iframe|source)[^>]*? src="([^"]*)"/g)) {
      const found = path.posix.join(path.posix.dirname(file), source);
      if (!files.has(found)) problems.push(`${file}: ${source} is not part of the site`);
    }
    for (const [, href = ''] of page.matchAll(/<link[^>]*? href="([^"]*)"/g)) {
      const found = path.posix.join(path.posix.dirname(file), href);
      if (href !== 'data:,' && !files.has(found)) problems.push(`${file}: ${href} is not part of the site`);
    }
  }
  return problems;
}
