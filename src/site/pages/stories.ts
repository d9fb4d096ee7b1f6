import { type Fragment, type Html, html, joinHtml } from '../html.ts';
import { finishPage } from '../layout.ts';
import type { BacklogStory } from '../options.ts';
import { anchorFor, labelOf, linkTo, type Page } from '../page.ts';
import { byName, type Site } from '../site.ts';
import { slugOf } from '../slug.ts';

/** Parties with their stories, and stories with the operations that serve them: both ways from one page. */
export function storiesPage(page: Page): string {
  const { site } = page;
  const stories = site.backlog.stories ?? [];
  const parties = partiesOf(stories);
  const list = [...parties].map(([name, own]) => {
    const anchor = anchorFor(page, `party-${name}`);
    page.entries.push({ kind: 'party', name, context: '', place: { file: page.file, anchor } });
    const links = own.map(({ id, title }) => html`<a href="#${slugOf(id)}">${title}</a>`);
    return html`<div id="${anchor}"><dt>${name} <span class="count">${own.length}</span></dt><dd>${joinHtml(links, ', ')}</dd></div>`;
  });
  const main = html`<h1>${labelOf(site, 'stories')}</h1>
${list.length > 0 && html`<h2>${labelOf(site, 'parties')}</h2><dl class="resources">${list}</dl>`}
<h2>${labelOf(site, 'stories')} <span class="count">${stories.length}</span></h2>
${stories.map(story => renderStory(page, story))}`;
  return finishPage(page, { title: labelOf(site, 'stories'), main });
}

const namesIn = ({ party, sharedWith }: BacklogStory): string[] =>
  [party, sharedWith].filter(name => name !== undefined && name !== '') as string[];

function partiesOf(stories: readonly BacklogStory[]): Map<string, BacklogStory[]> {
  const names = [...new Set(stories.flatMap(namesIn))].sort(byName);
  return new Map(names.map(name => [name, stories.filter(story => namesIn(story).includes(name))]));
}

function renderStory(page: Page, story: BacklogStory): Html {
  const { site } = page;
  const anchor = anchorFor(page, story.id);
  page.entries.push({
    kind: 'story',
    name: story.id,
    context: story.title,
    place: { file: page.file, anchor },
  });
  const parties = namesIn(story).map(name => html`<a href="#${slugOf(`party-${name}`)}">${name}</a>`);
  const operations = linksTo(page, story);
  const wish = sentenceOf(site, story);
  return html`<section class="story" id="${anchor}">
<h3><a href="#${anchor}"><span class="rule-id">${story.id}</span></a> ${story.title}</h3>
${wish && html`<p>${wish}</p>`}
${parties.length > 0 && html`<p class="fact">${labelOf(site, 'parties')}: ${joinHtml(parties, ', ')}${story.process && html` · ${story.process}`}</p>`}
${operations.length > 0 && html`<p class="fact">${labelOf(site, 'operations')}: ${joinHtml(operations, ', ')}</p>`}
</section>
`;
}

/** As a …, I want …, so that …: as far as the story tells. */
function sentenceOf(site: Site, { role, wish, goal }: BacklogStory): Fragment {
  if (!wish) return undefined;
  const asRole = role && html`${labelOf(site, 'asA')} ${role}: `;
  return html`${asRole}${wish}${goal && html`. ${labelOf(site, 'soThat')}: ${goal}`}.`;
}

const linksTo = (page: Page, { operations = [] }: BacklogStory): Html[] =>
  [...page.site.placeOfOperation].flatMap(([operation, place]) =>
    operations.includes(operation.id) ? [linkTo(page, place, operation.summary)] : [],
  );
