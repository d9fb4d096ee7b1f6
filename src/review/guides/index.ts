import type { Backlog } from '../../backlog/index.ts';
import type { Lang } from '../../core/text.ts';
import { migrationPages } from '../../migration/index.ts';
import type { Guide } from '../../site/index.ts';
import type { Document } from '../../source/index.ts';
import { designRulesGuide } from './design-rules.ts';
import { policyGuide } from './policy.ts';
import { proposalsGuide } from './proposals.ts';

/** The texts that go with a standard: each is made from what stands beside its document, and left out where that is not there. */
export async function guidesOf(document: Document, backlog: Backlog, lang: Lang): Promise<Guide[]> {
  const made = [
    policyGuide(lang),
    await designRulesGuide(document, lang),
    await proposalsGuide(document, lang),
  ];
  return [...made.filter(guide => guide !== undefined), ...(await migrationGuides(document, backlog))];
}

/** From the older release to this one: for a document that has the data of a migration beside it. */
async function migrationGuides(document: Document, backlog: Backlog): Promise<Guide[]> {
  if ((await document.readBeside('backlog/migration.yaml')) === undefined) return [];
  const pages = await migrationPages(document, backlog);
  return [...pages].map(([file, markdown]) => {
    const [first = '', ...rest] = markdown.split('\n');
    const name = file.replace(/\.md$/, '');
    const slug = name === 'README' ? 'from-1.7' : `from-1.7-${name}`;
    return {
      slug,
      title: first.replace(/^#\s*/, ''),
      markdown: linked(rest.join('\n')),
      isPart: name !== 'README',
    };
  });
}

/** The pages name each other as files of one folder. */
const linked = (markdown: string): string =>
  markdown.replaceAll(/\]\((\w+)\.md(#[^)]*)?\)/g, (_all, name: string, hash = '') =>
    name === 'README' ? `](from-1.7.html${hash})` : `](from-1.7-${name}.html${hash})`,
  );
