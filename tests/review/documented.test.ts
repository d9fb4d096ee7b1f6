import { describe, expect, it } from '@jest/globals';
import { documentationOf } from '../../src/review/documentation.ts';
import { renderReview } from '../../src/review/page/index.ts';
import { review } from '../../src/review/review.ts';
import { type Document, documentOf } from '../../src/source/index.ts';

const S = { type: 'string', description: 'Iets.' };

type Part = Readonly<Record<string, unknown>>;

const documentWith = (version: string, properties: Part, more: Part = {}): Document => {
  const zaak = { 'application/json': { schema: { $ref: '#/components/schemas/Zaak' } } };
  const done = { 204: { description: 'Klaar' } };
  return documentOf('d', {
    'openapi.json': JSON.stringify({
      openapi: '3.1.0',
      info: { title: 'Zaken', version },
      tags: [{ name: 'zaken' }],
      paths: {
        '/zaken': {
          post: {
            operationId: 'zaak_create',
            tags: ['zaken'],
            requestBody: { required: true, content: zaak },
            responses: { 201: { description: 'Gemaakt', content: zaak } },
          },
        },
        '/zaken/{id}': {
          parameters: [{ name: 'id', in: 'path', required: true, schema: S }],
          get: {
            operationId: 'zaak_retrieve',
            tags: ['zaken'],
            responses: { 200: { description: 'De zaak', content: zaak } },
          },
          delete: { operationId: 'zaak_destroy', tags: ['zaken'], responses: done, ...more },
        },
      },
      components: { schemas: { Zaak: { type: 'object', properties } } },
    }),
  });
};

const OLD = documentWith('1.0.0', { naam: { ...S, maxLength: 9 }, oud: S });
const NEXT = documentWith('1.1.0', { naam: { ...S, maxLength: 5 }, nieuw: S }, { deprecated: true });

const linksIn = async (base: Document, head: Document, docs: string): Promise<string[][]> => {
  const { changes } = await review(base, head, { quality: false, ways: false, docs });
  return changes.map(({ documented }) => [documented?.old ?? '', documented?.new ?? '']);
};

describe('links from a review to the documentation', () => {
  it('lead to what the pages of each version have', async () => {
    const pages = { '1.0.0': await documentationOf(OLD), '1.1.0': await documentationOf(NEXT) };
    const links = (await linksIn(OLD, NEXT, 'https://docs.example/{version}/'))
      .flat()
      .filter(link => link !== '');
    expect(links.length).toBeGreaterThanOrEqual(6);
    for (const link of links) {
      const [, version, file = '', anchor] =
        /^https:\/\/docs\.example\/([^/]+)\/([^#]+)#(.+)$/.exec(link) ?? [];
      const page = version === '1.0.0' || version === '1.1.0' ? pages[version].get(file) : undefined;
      expect([link, page?.includes(`id="${anchor}"`)]).toEqual([link, true]);
    }
    const attributes = links.filter(link => link.includes('#Zaak.'));
    expect(attributes).toContain('https://docs.example/1.0.0/resources/zaken.html#Zaak.oud');
    expect(attributes).toContain('https://docs.example/1.1.0/resources/zaken.html#Zaak.nieuw');
  });

  it('are to the new version where the address names none, and to the old where both have one number', async () => {
    const isOld = (links: string[][]): boolean[] => [...new Set(links.map(([old]) => old !== ''))];
    const isNew = (links: string[][]): boolean[] => [...new Set(links.map(([, next]) => next !== ''))];
    const unversioned = await linksIn(OLD, NEXT, './docs');
    expect([isOld(unversioned), isNew(unversioned)]).toEqual([[false], [true]]);
    const same = documentWith('1.0.0', { naam: { ...S, maxLength: 5 }, oud: S });
    const alike = await linksIn(OLD, same, 'https://docs.example/{version}');
    expect([isOld(alike), isNew(alike)]).toEqual([[true], [false]]);
  });

  it('stand at the change on the page, and nowhere without an address', async () => {
    const options = { quality: false, ways: false } as const;
    const page = async (docs?: string): Promise<string> =>
      renderReview(await review(OLD, NEXT, { ...options, ...(docs ? { docs } : {}) }), 'html', {
        lang: 'en',
      });
    expect(await page('https://docs.example/{version}')).toContain(
      '<a href="https://docs.example/1.0.0/resources/zaken.html#Zaak.naam">',
    );
    expect(await page()).not.toContain('<a href="http');
  });

  it.each(['javascript:alert(1)', 'docs', 'data:text/html,x'])('are not made for %s', async docs => {
    await expect(review(OLD, NEXT, { docs })).rejects.toThrow('the documentation cannot stand at');
  });
});
