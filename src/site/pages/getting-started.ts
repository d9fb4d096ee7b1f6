import { type Fragment, type Html, html } from '../html.ts';
import { finishPage } from '../layout.ts';
import type { ShownOperation } from '../operation/operations.ts';
import { schemeOf, schemeWords } from '../operation/schemes.ts';
import type { FirstStep } from '../options.ts';
import { anchorFor, describe, hrefTo, labelOf, linkTo, type Page } from '../page.ts';
import { renderSamples } from '../samples/samples.ts';
import type { Site } from '../site.ts';
import { accessAnchor, slugOf } from '../slug.ts';

interface Step extends FirstStep {
  readonly called: ShownOperation;
}

/** The steps whose operation this document has: one API of it has not all of them. */
const stepsOf = ({ firstSteps, placeOfOperation }: Site): Step[] =>
  firstSteps.flatMap(step => {
    const called = [...placeOfOperation.keys()].find(({ id }) => id === step.operation);
    return called ? [{ ...step, called }] : [];
  });

/** The first calls of a new client, one after another, each ready to run. */
export function gettingStartedPage(page: Page): string {
  const { site } = page;
  const steps = stepsOf(site).map((step, index) => renderStep(page, step, index + 1));
  const main = html`<h1>${labelOf(site, 'gettingStarted')}</h1>
<p>${labelOf(site, 'gettingStartedIntro')}</p>
${access(page)}
${tools(page)}
${steps}`;
  return finishPage(page, { title: labelOf(site, 'gettingStarted'), main });
}

function access(page: Page): Fragment {
  const { site } = page;
  const items = [...site.api.securitySchemes.keys()].map(name => {
    const place = { file: 'access.html', anchor: accessAnchor(name) };
    return html`<li>${linkTo(page, place, name)} <span class="quiet">(${schemeWords(site, schemeOf(site, name) ?? {})})</span></li>`;
  });
  return (
    items.length > 0 &&
    html`<section id="${anchorFor(page, 'access')}"><h2>${labelOf(site, 'security')}</h2>
<p>${labelOf(site, 'accessFirst')}</p>
<ul>${items}</ul></section>`
  );
}

/** What the samples in TypeScript need. */
function tools({ site }: Page): Html {
  return html`<section id="tools"><h2>TypeScript</h2>
<p>${labelOf(site, 'typesFirst')}</p>
<div class="code"><pre tabindex="0" data-copy><code>npm install openapi-fetch
zds types openapi.json -o api.d.ts</code></pre></div></section>`;
}

function renderStep(page: Page, { called, example, title, text }: Step, number: number): Html {
  const { site } = page;
  const anchor = anchorFor(page, slugOf(`step-${number}`));
  const place = site.placeOfOperation.get(called);
  const call = html`<span class="verb ${called.method}">${called.method.toUpperCase()}</span> <code>${called.path}</code>`;
  return html`<section class="step" id="${anchor}"><h2>${number}. ${title}</h2>
<div class="beside"><div>${describe(page, text)}
<p class="call">${place ? html`<a href="${hrefTo(page, place)}">${call}</a>` : call}</p></div>
${renderSamples(page, called, anchor, example)}</div></section>
`;
}
