import { expect, it } from '@jest/globals';
import { HtmlValidate } from 'html-validate';
import { render } from '../../src/index.ts';
import { lint } from '../../src/lint/index.ts';
import { documentOf } from '../../src/source/index.ts';

const TEXT = `openapi: 3.1.0
info: {title: Zaken, version: "1"}
paths:
  /zaken/: {get: {operationId: a, responses: {200: {description: '<b>Ja</b>'}}}}
  /rollen/: {get: {operationId: b, responses: {200: {description: Ja}}}}
`;

it.each(['nl', 'en'] as const)(
  'the page of a lint links each rule to its text, and says why it is there and what each place reaches (%s)',
  async lang => {
    const report = await lint(documentOf('a.yaml', { 'a.yaml': TEXT }), { profile: 'adr' });
    const page = await render(report, 'html', { lang });
    const { results } = await new HtmlValidate({
      extends: ['html-validate:standard'],
      rules: { 'no-inline-style': 'off', 'long-title': 'off' },
    }).validateString(page);
    expect(results.flatMap(({ messages }) => messages.map(({ message }) => message))).toEqual([]);
    const slash = report.rules['adr-no-trailing-slash'];
    const row = page.split('<tr').find(part => part.includes('adr-no-trailing-slash')) ?? '';
    expect(row).toContain(`<a href="${slash?.link}"><code>adr-no-trailing-slash</code></a>`);
    expect(row).toContain(slash?.why[lang].slice(0, 30));
    expect(row).toContain(`${lang === 'nl' ? 'raakt' : 'reaches'} GET /zaken/`);
    // One cause is said once, above its places; two are each said with theirs.
    const semver = page.split('<tr').find(part => part.includes('adr-semver')) ?? '';
    expect(semver.split('1.2.0').length - 1).toBe(1);
    expect(row.split('/rollen/&#39;').length - 1).toBe(1);
  },
);
