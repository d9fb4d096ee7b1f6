import { createRequire } from 'node:module';
import { describe, expect, it } from '@jest/globals';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { HtmlValidate } from 'html-validate';
import MarkdownIt from 'markdown-it';
import type { Finding } from '../../src/core/finding.ts';
import { type Report, summarise } from '../../src/core/report.ts';
import type { RuleInfo } from '../../src/core/rule.ts';
import { LANGS } from '../../src/core/text.ts';
import { type Format, REPORTERS } from '../../src/report/index.ts';
import { REPORT_SCHEMA } from '../../src/report/schema.ts';

const { toBeValidSarifLog } = createRequire(import.meta.url)('@microsoft/jest-sarif') as {
  toBeValidSarifLog: (log: unknown) => { pass: boolean };
};

const rule = (id: string, message: RuleInfo['message']): RuleInfo => ({
  id,
  kind: 'diff',
  severity: 'breaking',
  message,
  why: { nl: 'Waarom <b>.', en: 'Why <b>.' },
  source:
    'JSON Schema 2020-12 validation, section 6.3.1 https://json-schema.org/draft/2020-12/json-schema-validation',
});

/** Text as a hostile document would have it. */
const HOSTILE = '</script><img src=x onerror=alert(1)>`|*_::error::]\n::error::%0A\u0007"\'&';

const BREAKING: Finding = {
  rule: 'max-length-tightened',
  severity: 'breaking',
  args: { name: 'omschrijving', old: 80, new: 40 },
  affects: [
    {
      operation: 'POST /zaken',
      message: 'request',
      part: 'body',
      property: ['omschrijving'],
      clients: 'breaking',
    },
    { operation: 'PUT /zaken/{uuid}', message: 'request', part: 'body', property: ['omschrijving'] },
    {
      operation: 'GET /zaken',
      message: 'response',
      status: '200',
      part: 'body',
      property: ['results', '[]', 'omschrijving'],
    },
    {
      operation: 'GET /zaken/{uuid}',
      message: 'response',
      status: '200',
      part: 'body',
      property: ['omschrijving'],
    },
  ],
  old: { file: 'oud.yaml', line: 12, column: 5, pointer: '/a' },
  new: { file: 'nieuw.yaml', line: 14, column: 7, pointer: '/a' },
  fingerprint: 'abc',
  surface: 'wire',
  clients: 'breaking',
  providers: 'info',
  evidence: { is: 'witness', value: { body: { omschrijving: 'x'.repeat(41) } } },
};

const HOSTILE_FINDING: Finding = {
  rule: 'text-changed',
  severity: 'info',
  args: { name: HOSTILE },
  affects: [{ operation: HOSTILE }],
  new: { file: 'een,map/x:y.yaml', line: 1, column: 1, pointer: '' },
  fingerprint: 'def',
  surface: 'text',
  clients: 'none',
  providers: 'none',
  evidence: { is: 'stated' },
  suggestion: { was: HOSTILE, now: 'b' },
};

const REPORT: Report = {
  tool: { name: 'zds', version: '0.0.0' },
  command: 'diff',
  inputs: ['oud.yaml', 'nieuw.yaml'],
  verdict: { clients: 'breaking', providers: 'info', bump: 'major', because: 'clientsBreak', policy: 1 },
  findings: [BREAKING, HOSTILE_FINDING],
  suppressed: [{ finding: BREAKING, by: 'besluit-7', reason: 'afgesproken' }],
  summary: summarise([BREAKING, HOSTILE_FINDING]),
  rules: {
    'max-length-tightened': rule('max-length-tightened', {
      nl: "'{name}' mag nog {new} tekens lang zijn; het waren er {old}",
      en: "'{name}' may be {new} characters long; it was {old}",
    }),
    'text-changed': rule('text-changed', { nl: 'tekst van {name} gewijzigd', en: 'text of {name} changed' }),
  },
};

const write = (format: Format, lang: 'nl' | 'en' = 'nl', report: Report = REPORT) =>
  REPORTERS[format](report, { lang });

describe('text', () => {
  it('tells a finding from what to where, in Dutch', () => {
    expect(
      write('text', 'nl', {
        ...REPORT,
        findings: [BREAKING],
        suppressed: [],
        summary: summarise([BREAKING]),
      }),
    ).toBe(
      [
        "breekt  'omschrijving' mag nog 40 tekens lang zijn; het waren er 80  max-length-tightened",
        '  was oud.yaml:12:5  nu nieuw.yaml:14:7',
        '  clients: breken · providers: voldoen',
        '  raakt POST /zaken, verzoek, omschrijving; PUT /zaken/{uuid}, verzoek, omschrijving; GET /zaken, antwoord 200, results[].omschrijving; en 1 meer',
        '  bewijs: dit bericht mocht en wordt nu geweigerd',
        `  {"body":{"omschrijving":"${'x'.repeat(41)}"}}`,
        '',
        '1 breekt',
        'clients: breken · providers: voldoen · vraagt een nieuwe hoofdversie, want clients breken',
        '',
      ].join('\n'),
    );
  });

  it('says so when there is nothing', () => {
    const none: Report = { ...REPORT, findings: [], suppressed: [], summary: summarise([]) };
    expect(
      write('text', 'en', {
        ...none,
        verdict: { clients: 'none', providers: 'none', bump: 'none', because: 'nothing', policy: 1 },
      }),
    ).toBe('No findings.\nclients: unaffected · providers: unaffected · needs no new version\n');
  });

  it('has colours only when asked', () => {
    expect(write('text')).not.toContain('\u001b[');
    expect(REPORTERS.text(REPORT, { lang: 'nl', color: true })).toContain('\u001b[31m');
  });
});

describe('github', () => {
  it('one command a line, whatever the document says', () => {
    expect(write('github', 'en').split('\n')).toEqual([
      "::error file=nieuw.yaml,line=14,col=7,title=max-length-tightened::'omschrijving' may be 40 characters long; it was 80",
      `::notice file=een%2Cmap/x%3Ay.yaml,line=1,col=1,title=text-changed::text of </script><img src=x onerror=alert(1)>\`|*_::error::]\\n::error::%250A\\u0007"'& changed`,
      '::notice title=zds diff::1 breaking, 1 remark · clients: break · providers: conform · needs a major version, because clients break',
      '',
    ]);
  });
});

describe('machine formats', () => {
  it.each(LANGS)('json fits its published schema (%s)', lang => {
    const validate = new Ajv2020({ allErrors: true }).compile(REPORT_SCHEMA);
    expect(validate(JSON.parse(write('json', lang))) ? [] : validate.errors).toEqual([]);
  });

  it('json carries the message in the language asked for', () => {
    const { findings } = JSON.parse(write('json', 'en')) as { findings: { message: string }[] };
    expect(findings[0]?.message).toBe("'omschrijving' may be 40 characters long; it was 80");
  });

  it.each(LANGS)('sarif fits the schema of SARIF 2.1.0 (%s)', lang => {
    expect(toBeValidSarifLog(JSON.parse(write('sarif', lang)))).toMatchObject({ pass: true });
  });

  it('the sarif check refuses what is none', () => {
    expect(toBeValidSarifLog({ version: '2.1.0' })).toMatchObject({ pass: false });
  });

  it('junit counts what fails', () => {
    expect(write('junit').split('\n').slice(0, 3)).toEqual([
      '<?xml version="1.0" encoding="UTF-8"?>',
      '<testsuites name="zds" tests="3" failures="1" skipped="1">',
      '  <testsuite name="zds diff" tests="3" failures="1" skipped="1">',
    ]);
    expect(write('junit')).not.toMatch(/<img/);
    expect(write('junit')).not.toContain('\u0007');
  });
});

describe('html and markdown', () => {
  it.each(LANGS)('html is valid and runs nothing of the document (%s)', async lang => {
    const page = write('html', lang);
    const validator = new HtmlValidate({
      extends: ['html-validate:recommended'],
      rules: { 'no-inline-style': 'off', 'long-title': 'off' },
    });
    const { results } = await validator.validateString(page);
    expect(
      results.flatMap(({ messages }) => messages.map(({ ruleId, message }) => `${ruleId}: ${message}`)),
    ).toEqual([]);
    expect(page).not.toMatch(/<img|<script/);
  });

  it('markdown takes the meaning out of the document', () => {
    const page = write('markdown');
    const rendered = new MarkdownIt({ html: true }).render(page);
    expect(rendered).not.toMatch(/<img|<\/script/);
    expect(rendered).toContain('<code class="language-json">');
  });
});

describe('a witness that no message shows alone', () => {
  const beside = [
    { operation: 'GET /zaken', message: 'response', part: 'body', property: ['status', 'naam'] },
  ] as const;
  const together: Finding = { ...BREAKING, evidence: { is: 'witness', value: { body: {} }, beside } };

  it.each<[Format]>([['text'], ['markdown'], ['html']])('%s says what else it is refused for', format => {
    expect(REPORTERS[format]({ ...REPORT, findings: [together] }, { lang: 'en' })).toContain(
      'no message shows this without body.status.naam',
    );
    expect(REPORTERS[format]({ ...REPORT, findings: [together] }, { lang: 'nl' })).toContain(
      'geen bericht toont dit zonder body.status.naam',
    );
  });
});

describe('a witness of a million characters', () => {
  const long: Finding = {
    ...BREAKING,
    evidence: { is: 'witness', value: { body: { omschrijving: 'x'.repeat(1_000_000) } } },
  };

  it.each<[Format, boolean]>([
    ['json', true],
    ['text', false],
    ['markdown', false],
    ['html', false],
    ['sarif', false],
    ['junit', false],
    ['github', false],
    ['codequality', false],
  ])('%s keeps it whole: %s', (format, isWhole) => {
    const written = REPORTERS[format]({ ...REPORT, findings: [long] }, { lang: 'en' });
    expect(written.length > 1_000_000).toBe(isWhole);
    if (format === 'text') expect(written).toContain(`"${'x'.repeat(40)}… (1000000)"`);
  });
});
