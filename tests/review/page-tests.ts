import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import type { Change } from '../../src/core/change.ts';
import type { Finding } from '../../src/core/finding.ts';
import type { RuleInfo } from '../../src/core/rule.ts';
import type { Review } from '../../src/review/model.ts';
import { renderReview } from '../../src/review/page/index.ts';
import { BUMP_NAMES } from '../../src/review/page/verdict-block.ts';
import type { Quality } from '../../src/review/quality.ts';
import { review } from '../../src/review/review.ts';
import { read } from '../../src/source/index.ts';
import { describeInBrowser } from '../browser/chromium.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const OPEN_ALL = `for (const part of document.querySelectorAll('details')) part.open = true`;

const SCREEN = { width: 1280, height: 900 };

const CATALOGI = path.resolve('../shared/corpus/catalogi/ztc');

/** As much as the page shows of lint without unfolding. */
const FINDING: Finding = {
  rule: 'zgw-string-max-length',
  severity: 'warning',
  args: { name: 'toelichting' },
  affects: [],
  new: { file: 'spec/apis/zaken/schemas/ZaakKern.yaml', line: 1, column: 1, pointer: '' },
  fingerprint: '0',
};

const RULE: RuleInfo = {
  id: FINDING.rule,
  kind: 'lint',
  severity: 'warning',
  message: { nl: 'De tekst {name} heeft geen grens.', en: 'The text {name} has no limit.' },
  why: { nl: '', en: '' },
  source: '',
};

const FIVE = Array.from({ length: 5 }, (_, index) => ({ ...FINDING, rule: `${FINDING.rule}${index}` }));

const QUALITY: Quality = {
  lint: {
    profile: 'zds',
    added: FIVE,
    repaired: FIVE,
    rules: Object.fromEntries(FIVE.map(({ rule }) => [rule, RULE])),
  },
  examples: { base: { all: 883, valid: 883 }, head: { all: 883, valid: 877 } },
};

/** The page of a review, in a browser: first screen, reading, keys, address, accessibility. */
export function pageTests(reviews: () => Promise<ReadonlyMap<string, Review>>): void {
  const pageOf = async (id: string): Promise<string> => {
    const judged = (await reviews()).get(id);
    if (!judged) throw new Error(`no ${id}`);
    return renderReview({ ...judged, quality: QUALITY }, 'html', { lang: 'nl' });
  };

  describeInBrowser('the page of a review', ({ publish, visit }) => {
    const publishOne = (html: string): string => `${publish(new Map([['review.html', html]]))}review.html`;

    it('the first screen holds the verdict and what it means for the reader, and little stands below', async () => {
      const complaints = await visit(
        publishOne(await pageOf('required-attribute')),
        { viewport: SCREEN },
        async page => {
          expect(await bottomOf(page, '#voor-mij')).toBeLessThanOrEqual(SCREEN.height);
          expect(await bottomOf(page, 'main')).toBeLessThanOrEqual(3 * SCREEN.height);
        },
      );
      expect(complaints).toEqual([]);
    });

    it('two published versions of Catalogi take five screens', async () => {
      if (!existsSync(CATALOGI)) {
        console.log('../shared/corpus is absent: the published versions are skipped');
        return;
      }
      const [base, head] = await Promise.all(
        ['1.2.x/1.2.1', '1.3.x/1.3.1'].map(name =>
          read(path.join(CATALOGI, name, 'openapi.yaml'), { allowOutside: true }),
        ),
      );
      if (!base || !head) throw new Error('no documents');
      const html = renderReview(
        { ...(await review(base, head, { quality: false })), quality: QUALITY },
        'html',
        { lang: 'nl' },
      );
      await visit(publishOne(html), { viewport: SCREEN }, async page => {
        expect(await bottomOf(page, '#voor-mij')).toBeLessThanOrEqual(SCREEN.height);
        expect(await bottomOf(page, 'main')).toBeLessThanOrEqual(5 * SCREEN.height);
        expect((await page.locator('body').allInnerTexts()).join('')).not.toMatch(/\.\.\/|\/work\//);
      });
    }, 120_000);

    it('a reader who has the headings and tables alone answers eight questions about each proposal', async () => {
      for (const [id, judged] of await reviews()) {
        const url = publishOne(renderReview(judged, 'html', { lang: 'nl' }));
        await visit(url, { viewport: SCREEN }, async page => {
          await page.evaluate(OPEN_ALL);
          expect({ id, ...(await answersOn(page)) }).toEqual({ id, ...answersIn(judged) });
        });
      }
    }, 120_000);

    it('role, language and filters are kept in the address and work by keyboard', async () => {
      const url = publishOne(await pageOf('rename'));
      const complaints = await visit(url, { viewport: SCREEN }, async page => {
        await page.locator('button[data-rol=provider]').focus();
        await page.keyboard.press('Enter');
        expect(await page.locator('.readers section:visible h3').allInnerTexts()).toEqual([
          'Ik bouw een register',
        ]);
        await page.locator('#wijzigingen .card > summary').first().focus();
        await page.keyboard.press('Enter');
        await page.locator('#gelezen', { hasText: '1/2' }).waitFor();
        await page.locator('#taal-nl').focus();
        await page.keyboard.press('ArrowRight');
        expect(await page.locator('html').getAttribute('lang')).toBe('en');
        await page.locator('select[name=oordeel]').selectOption('work');
        expect(await page.locator('#wijzigingen .card:visible').count()).toBe(1);
        const kept = await page.evaluate<string>('location.hash');
        expect(kept).toBe('#rol=provider&taal=en&oordeel=work');
        await page.goto('about:blank');
        await page.goto(url + kept);
        expect(await page.locator('.readers section:visible h3').allInnerTexts()).toEqual([
          'I build a register',
        ]);
        expect(await page.locator('#count').allInnerTexts()).toEqual(['1/2']);
      });
      expect(complaints).toEqual([]);
    });

    it('a municipality sees its own stories, and a link opens its change', async () => {
      await visit(publishOne(await pageOf('required-attribute')), { viewport: SCREEN }, async page => {
        await page.locator('button[data-rol=municipality]').click();
        await page.locator('#gemeente').selectOption('Haarlem');
        expect(await page.locator('[data-gemeente]:visible h4').allInnerTexts()).toEqual(['Haarlem']);
        await page.locator('[data-gemeente=Haarlem] a').first().click();
        expect(await page.locator('#wijzigingen .card[open]').count()).toBe(1);
      });
    });

    it('shows everything without a script', async () => {
      const options = { viewport: SCREEN, javaScriptEnabled: false };
      await visit(publishOne(await pageOf('required-attribute')), options, async page => {
        expect(await page.locator('.readers section:visible').count()).toBe(4);
        expect(await page.locator('#wijzigingen .card:visible').count()).toBe(1);
        expect(await page.locator('form:visible').count()).toBe(0);
        await page.locator('#taal-en').check();
        expect((await page.locator('#h-oordeel').allInnerTexts()).join('')).toContain(
          'Not without a decision',
        );
      });
    });

    it.each(['light', 'dark'] as const)('is accessible, %s', async colorScheme => {
      await visit(
        publishOne(await pageOf('required-attribute')),
        { viewport: SCREEN, colorScheme },
        async page => {
          await page.evaluate(OPEN_ALL);
          await page.evaluate(axe);
          const violations = await page.evaluate<string[]>(
            `axe.run({ preload: false }).then(({ violations }) => violations.map(
            ({ id, nodes }) => id + ': ' + nodes.map(node => node.html.slice(0, 120)).join(' | ')))`,
          );
          expect(violations).toEqual([]);
        },
      );
    });

    it.each([390, 320])('fits a phone of %i pixels, with everything open', async width => {
      const url = publishOne(await pageOf('required-attribute'));
      await visit(url, { viewport: { width, height: 800 } }, async page => {
        await page.evaluate(OPEN_ALL);
        expect(await page.evaluate<number>('document.documentElement.scrollWidth')).toBe(width);
      });
    });

    it('prints what it means for every reader, in dark letters, whatever the screen shows', async () => {
      const url = publishOne(await pageOf('required-attribute'));
      await visit(url, { viewport: SCREEN, colorScheme: 'dark' }, async page => {
        expect(await page.locator('.readers > section:visible').count()).toBe(1);
        await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
        expect(await page.locator('.readers > section:visible').count()).toBe(4);
        const [text, paper] = await page.evaluate<string[]>(
          '(({ color, backgroundColor }) => [color, backgroundColor])(getComputedStyle(document.body))',
        );
        expect([text, paper]).toEqual(['rgb(27, 27, 27)', 'rgb(255, 255, 255)']);
      });
    });

    it('prints six changes to a page', async () => {
      const judged = (await reviews()).get('rename');
      if (!judged) throw new Error('no rename');
      const changes = Array.from({ length: 60 }, (_, index) =>
        judged.changes.map(one => ({ ...one, detail: { ...one.detail, id: `${one.detail.id}${index}` } })),
      ).flat();
      const html = renderReview({ ...judged, changes }, 'html', { lang: 'nl' });
      await visit(publishOne(html), { viewport: SCREEN }, async page => {
        const pdf = (await page.pdf({ format: 'A4' })).toString('latin1');
        expect(pdf.match(/\/Type\s*\/Page\b/g)?.length).toBeLessThanOrEqual(changes.length / 6);
      });
    });
  });
}

const bottomOf = async (page: Page, selector: string): Promise<number> => {
  const box = await page.locator(selector).boundingBox();
  if (!box) throw new Error(`no ${selector}`);
  return box.y + box.height;
};

/** What a page tells in its headings, its tables of facts and its lists of terms. */
const READ = `(() => {
  const rows = section => Object.fromEntries([...document.querySelectorAll(section + ' .facts tr')]
    .map(row => [row.querySelector('th').innerText, row.querySelector('td').innerText]));
  const cards = [...document.querySelectorAll('#wijzigingen .card, #teksten .card')].map(card => ({
    title: card.querySelector('h3').innerText,
    summary: card.querySelector('summary').innerText,
    terms: Object.fromEntries([...card.querySelectorAll('dt')].map(dt => [dt.innerText, dt.nextElementSibling.innerText])),
  }));
  const provider = [...document.querySelectorAll('[data-rol=provider] li')].map(item => item.textContent);
  return { verdict: document.querySelector('h2').innerText, facts: rows('#oordeel'), cards, provider };
})()`;

interface Seen {
  readonly verdict: string;
  readonly facts: Readonly<Record<string, string>>;
  readonly cards: readonly {
    readonly title: string;
    readonly summary: string;
    readonly terms: Readonly<Record<string, string>>;
  }[];
  readonly provider: readonly string[];
}

async function answersOn(page: Page) {
  const { verdict, facts, cards, provider } = await page.evaluate<Seen>(READ);
  const breaking = cards.filter(({ summary }) => summary.includes('BREEKT clients'));
  return {
    mayMerge: verdict.includes('✓'),
    bump: Object.values(BUMP_NAMES).find(({ nl }) => facts.versie?.includes(nl))?.nl,
    isClaimWrong: (facts.voorstel ?? '').includes('✗'),
    breakingOperations: sorted(breaking.flatMap(({ terms }) => operationsIn(terms.waar ?? ''))),
    parties: sorted(
      cards.flatMap(({ terms }) => (terms.partijen ?? '').split(', ').filter(name => name !== '')),
    ),
    open: cards.filter(({ summary }) => summary.includes('besluit open')).map(({ title }) => title),
    silentRoles: [...(facts.rollen ?? '').matchAll(/([a-z ]+): open/g)].map(([, role = '']) => role.trim()),
    isWorkForProviders: !provider.some(text => text.includes('Niets voor u')),
  };
}

function answersIn({
  mayMerge,
  version,
  claims,
  changes,
  roles,
}: Review): Awaited<ReturnType<typeof answersOn>> {
  const breaking = changes.filter(({ detail }) => detail.clients === 'breaking');
  return {
    mayMerge,
    bump: BUMP_NAMES[version.bump].nl,
    isClaimWrong:
      claims !== undefined &&
      (claims.version?.isRight === false ||
        claims.unnamed.length > 0 ||
        claims.unfounded.length > 0 ||
        claims.contradicted.length > 0),
    breakingOperations: sorted(breaking.flatMap(({ detail }) => breakingIn(detail))),
    parties: sorted(changes.flatMap(({ parties }) => parties)),
    open: changes.filter(({ state }) => state === 'open').map(({ detail }) => detail.title.nl),
    silentRoles: roles.filter(({ silent }) => silent > 0).map(({ role }) => role),
    isWorkForProviders: changes.some(({ detail }) => ['breaking', 'warning'].includes(detail.providers)),
  };
}

/** Operations where a change breaks clients. */
const breakingIn = ({ places }: Change): string[] =>
  places
    .filter(({ clients }) => clients === 'breaking')
    .flatMap(group => group.places)
    .flatMap(({ operation }) => operation ?? []);

/** `POST, GET /zaken, verzoek; …`: each method with its path. */
const operationsIn = (places: string): string[] =>
  places.split(';').flatMap(place => {
    const [, methods = '', target = ''] = /((?:[A-Z]+, )*[A-Z]+) (\/\S*?),? /.exec(`${place.trim()} `) ?? [];
    return methods.split(', ').map(method => `${method} ${target}`);
  });

const sorted = (values: readonly string[]): string[] => [...new Set(values)].sort();
