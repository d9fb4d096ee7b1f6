import path from 'node:path';
import type { Text } from '../core/text.ts';

/** Something that is wrong with a page. */
export interface SiteProblem {
  /** Path below the output folder. */
  readonly file: string;
  readonly kind: 'anchor' | 'link' | 'part' | 'size';
  readonly text: Text;
}

/** What a page may weigh, in bytes: more is slow on a phone. */
const PAGE_BUDGET = 300_000;

/** What the index of the search may weigh, in bytes. */
const INDEX_BUDGET = 400_000;

interface PageFacts {
  readonly file: string;
  readonly markup: string;
  readonly ids: readonly string[];
}

/**
 * What is wrong with a site: links that lead nowhere, anchors that stand twice on a page, anything that would be fetched
 * from elsewhere, and files over their budget.
 *
 * @param files contents by path below the output folder, as the site is generated
 */
export function checkSite(files: ReadonlyMap<string, string>): SiteProblem[] {
  const pages = [...files]
    .filter(([file]) => file.endsWith('.html'))
    .map(([file, markup]): PageFacts => ({ file, markup, ids: valuesOf(markup, / id="([^"]*)"/g) }));
  const anchors = new Map(pages.map(({ file, ids }) => [file, new Set(ids)]));
  return [
    ...pages.flatMap(page => [
      ...repeatedAnchors(page),
      ...deadLinks(page, files, anchors),
      ...strangeParts(page, files),
    ]),
    ...overBudget(files),
  ];
}

const valuesOf = (markup: string, pattern: RegExp): string[] =>
  [...markup.matchAll(pattern)].map(([, value = '']) => value);

function repeatedAnchors({ file, ids }: PageFacts): SiteProblem[] {
  const repeated = ids.filter((id, index) => ids.indexOf(id) !== index);
  return repeated.map(id => ({
    file,
    kind: 'anchor' as const,
    text: {
      nl: `het anker ${id} staat er meer dan eens`,
      en: `the anchor ${id} stands there more than once`,
    },
  }));
}

/** Where a link within the site leads. */
function targetOf(file: string, href: string): { readonly target: string; readonly anchor: string } {
  const [name = '', anchor = ''] = href.split('#');
  const target = name === '' ? file : path.posix.join(path.posix.dirname(file), name.replace(/\?.*$/, ''));
  return { target, anchor };
}

function deadLinks(
  { file, markup }: PageFacts,
  files: ReadonlyMap<string, string>,
  anchors: ReadonlyMap<string, ReadonlySet<string>>,
): SiteProblem[] {
  const links = valuesOf(markup, /<a [^>]*?href="([^"]*)"/g).filter(
    href => !/^(https?:\/\/|mailto:)/.test(href),
  );
  return [...new Set(links)].flatMap((href): SiteProblem[] => {
    const { target, anchor } = targetOf(file, href);
    if (!files.has(target)) {
      return [
        {
          file,
          kind: 'link',
          text: { nl: `${href}: dat bestand is er niet`, en: `${href}: there is no such file` },
        },
      ];
    }
    return anchor === '' || anchors.get(target)?.has(anchor)
      ? []
      : [
          {
            file,
            kind: 'link',
            text: { nl: `${href}: dat anker is er niet`, en: `${href}: there is no such anchor` },
          },
        ];
  });
}

/** A script, a style or a picture that is not a file of the site. */
function strangeParts({ file, markup }: PageFacts, files: ReadonlyMap<string, string>): SiteProblem[] {
  const sources = [
    ...valuesOf(markup, /<(?:script|img|iframe|source)[^>]*? src="([^"]*)"/g),
    ...valuesOf(markup, /<link[^>]*? href="([^"]*)"/g),
  ].filter(source => !source.startsWith('data:'));
  return sources
    .filter(source => !files.has(targetOf(file, source).target))
    .map(source => ({
      file,
      kind: 'part' as const,
      text: { nl: `${source} hoort niet bij de site`, en: `${source} is not part of the site` },
    }));
}

const kilobytes = (bytes: number): string => `${Math.ceil(bytes / 1000)} kB`;

function overBudget(files: ReadonlyMap<string, string>): SiteProblem[] {
  return [...files].flatMap(([file, content]) => {
    const budget = file.endsWith('.html')
      ? PAGE_BUDGET
      : file.endsWith('search-index.js')
        ? INDEX_BUDGET
        : Infinity;
    const size = Buffer.byteLength(content);
    if (size <= budget) return [];
    const [is, most] = [kilobytes(size), kilobytes(budget)];
    return [
      {
        file,
        kind: 'size',
        text: {
          nl: `${is}, meer dan de ${most} van een pagina die snel opent`,
          en: `${is}, more than the ${most} of a page that opens fast`,
        },
      },
    ];
  });
}
