import { describe, expect, it } from '@jest/globals';
import type { Report } from '../../src/core/report.ts';
import { LANGS, type Lang } from '../../src/core/text.ts';
import { diff, diffRules } from '../../src/diff/index.ts';
import { REPORTERS } from '../../src/report/index.ts';
import { compareInFull } from '../../src/review/comparison.ts';
import { documentOf } from '../../src/source/index.ts';

const FORMATS = ['text', 'html', 'markdown', 'junit', 'github', 'sarif', 'codequality'] as const;

type Format = (typeof FORMATS)[number];

interface Sarif {
  readonly runs: readonly {
    readonly tool: { readonly driver: { readonly rules: readonly Record<string, { text?: string }>[] } };
    readonly results: readonly { readonly message: { readonly text: string } }[];
  }[];
}

/** What a person reads of a report: no markup, no field names, no message as JSON, no name of a rule. */
function wordsOf(format: Format, written: string): string {
  switch (format) {
    case 'sarif': {
      const { runs } = JSON.parse(written) as Sarif;
      return runs
        .flatMap(({ tool, results }) => [
          ...results.map(({ message }) => message.text),
          ...tool.driver.rules.flatMap(rule =>
            ['shortDescription', 'fullDescription'].map(field => rule[field]?.text ?? ''),
          ),
        ])
        .join('\n');
    }
    case 'codequality':
      return (JSON.parse(written) as { description: string }[])
        .map(({ description }) => description)
        .join('\n');
    case 'html':
    case 'junit':
      return plain(
        written
          .replaceAll(/<style>.*?<\/style>|<pre.*?<\/pre>/gs, '')
          .replaceAll(/<[^>]*? message="([^"]*)"[^>]*>/g, '$1\n')
          .replaceAll(/<[^>]*? name="([^"]*)"[^>]*>/g, '$1\n')
          .replaceAll(/<[^>]+>/g, '\n')
          .replaceAll('&quot;', '"'),
      );
    default:
      return plain(written.replaceAll(/^ *```.*?^ *```/gms, ''));
  }
}

/** Without lines that are JSON, a command or a difference of two messages, and without names in code. */
const plain = (text: string): string =>
  text
    .split('\n')
    .filter(line => !/^\s*([[{}\]"+-]|curl |HTTP\/)/.test(line) || line.startsWith('- **'))
    .join('\n')
    .replaceAll(/`[^`]*`/g, '');

/** Words that one language has for what the other calls otherwise. */
const FOREIGN: Readonly<Record<Lang, RegExp>> = {
  nl: /\b(requests?|response|query parameter|path parameter|evidence|reaches|refused|allowed|without|becomes|removed|added|changed|are|rule|because|where|break|breaking)\b/i,
  en: /\b(verzoek|antwoord|bewijs|raakt|geweigerd|mocht|zonder|wordt|vervalt|erbij|niet|regel|waar|breekt|breken)\b/i,
};

/** What a document and a specification call by a name of their own. */
const NAMES = /\$request\S*|\b[a-z]+(-[a-z]+)+\b|X-[A-Z]\b|https?:\S+|OpenAPI [^:;)]*|JSON Schema [^:;)]*/g;

const REPORTS: readonly (readonly [string, Report])[] = diffRules().flatMap(({ id, example }) => {
  if (!example?.old || !example.new) return [];
  const [old, next] = [example.old, example.new].map(text => documentOf(id, { 'openapi.yaml': text }));
  if (!old || !next) return [];
  return [
    [`${id}, findings`, diff(old, next)] as const,
    [`${id}, changes`, compareInFull(old, next)] as const,
  ];
});

describe.each(FORMATS)('a report in %s', format => {
  it.each(LANGS)('has each sentence in the language that is asked for: %s', lang => {
    const foreign = REPORTS.flatMap(([id, report]) =>
      wordsOf(format, REPORTERS[format](report, { lang, width: 400 }))
        .split('\n')
        .filter(line => FOREIGN[lang].test(line.replaceAll(NAMES, '')))
        .map(line => `${id}: ${line.trim()}`),
    );
    expect(foreign).toEqual([]);
    expect(REPORTS.length).toBeGreaterThan(200);
  });
});
