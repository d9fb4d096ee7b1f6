import { fill, type Lang, type Text } from '../../core/text.ts';
import { jsonText, visible } from '../../core/visible.ts';
import { escapeMarkdown, escapeMarkup } from '../../report/markup.ts';
import type { Conformance, TouchedOperation, TouchedRule } from '../conformance.ts';

/** Every format that the coverage of recordings can be written in. */
export type ConformanceFormat = 'text' | 'markdown' | 'html' | 'json';

const WORDS = {
  title: { nl: 'Wat de opnames raken', en: 'What the recordings touch' },
  counts: {
    nl: '{exchanges} {exchanges#uitwisseling|uitwisselingen}; {error} {error#fout|fouten}, {warning} {warning#waarschuwing|waarschuwingen}, {info} {info#opmerking|opmerkingen}',
    en: '{exchanges} {exchanges#exchange|exchanges}; {error} {error#error|errors}, {warning} {warning#warning|warnings}, {info} {info#remark|remarks}',
  },
  operations: {
    nl: 'Operaties: {touched} van {all} geraakt',
    en: 'Operations: {touched} of {all} touched',
  },
  statuses: {
    nl: 'Statussen van geraakte operaties: {touched} van {all}',
    en: 'Statuses of touched operations: {touched} of {all}',
  },
  rules: {
    nl: 'Bedrijfsregels: {touched} van {all} geraakt; van {none} kan geen bericht tonen dat zij nageleefd zijn',
    en: 'Business rules: {touched} of {all} touched; of {none} no message can show that they were kept',
  },
  caution: {
    nl: 'Geraakt is niet nageleefd: de laatste kolom zegt wat dat zou tonen.',
    en: 'Touched is not kept: the last column says what would show that (in Dutch).',
  },
  noRules: {
    nl: 'Naast het document staat geen backlog, dus bedrijfsregels zijn niet bekend.',
    en: 'There is no backlog beside the document, so business rules are not known.',
  },
  never: { nl: 'Nooit geraakt', en: 'Never touched' },
} as const satisfies Record<string, Text>;

const HEADS = {
  operations: {
    nl: ['operatie', 'keer', 'statussen', 'nooit'],
    en: ['operation', 'times', 'statuses', 'never'],
  },
  rules: {
    nl: ['regel', 'keer', 'geweigerd', 'wat', 'hoe het te zien is'],
    en: ['rule', 'times', 'refused', 'what', 'how it shows'],
  },
} as const;

interface Block {
  readonly title: string;
  readonly lines: readonly string[];
  readonly head?: readonly string[];
  readonly rows?: readonly (readonly string[])[];
}

function blocksOf({ operations, rules }: Conformance, lang: Lang): Block[] {
  const [touched, never] = apart(operations);
  const statuses = touched.flatMap(one => one.statuses);
  const blocks: Block[] = [
    {
      title: fill(WORDS.operations[lang], { touched: touched.length, all: operations.length }),
      lines: [
        fill(WORDS.statuses[lang], {
          touched: statuses.filter(({ exchanges }) => exchanges > 0).length,
          all: statuses.length,
        }),
      ],
      head: HEADS.operations[lang],
      rows: touched.map(operationRow),
    },
    ...neverBlock(never, ({ operation, api }) => [api, operation], lang),
  ];
  if (!rules) return [...blocks, { title: WORDS.noRules[lang], lines: [] }];
  const [touchedRules, neverRules] = apart(rules);
  const none = rules.filter(({ evidence }) => evidence?.by === 'none').length;
  return [
    ...blocks,
    {
      title: fill(WORDS.rules[lang], { touched: touchedRules.length, all: rules.length, none }),
      lines: [WORDS.caution[lang]],
      head: HEADS.rules[lang],
      rows: touchedRules.map(ruleRow),
    },
    ...neverBlock(neverRules, ({ code, title, api }) => [api, `${code} ${title}`], lang),
  ];
}

function apart<Touched extends { readonly exchanges: number }>(
  all: readonly Touched[],
): [Touched[], Touched[]] {
  return [all.filter(({ exchanges }) => exchanges > 0), all.filter(({ exchanges }) => exchanges === 0)];
}

function neverBlock<Touched>(all: readonly Touched[], row: (one: Touched) => string[], lang: Lang): Block[] {
  return all.length === 0
    ? []
    : [{ title: `${WORDS.never[lang]} (${all.length})`, lines: [], rows: all.map(row) }];
}

const operationRow = ({ operation, exchanges, statuses }: TouchedOperation): string[] => {
  const [sent, never] = apart(statuses);
  const list = (some: typeof sent, withCount: boolean): string =>
    some.map(({ status, exchanges: count }) => (withCount ? `${status} (${count})` : status)).join(', ');
  return [operation, String(exchanges), list(sent, true), list(never, false)];
};

const ruleRow = ({ code, title, exchanges, refusals, evidence }: TouchedRule): string[] => [
  code,
  String(exchanges),
  refusals === undefined ? '' : String(refusals),
  title,
  evidence?.how.trim() ?? '',
];

const headOf = ({ exchanges, summary }: Conformance, lang: Lang): string =>
  fill(WORDS.counts[lang], { exchanges, ...summary });

type Writer = (data: Conformance, lang: Lang) => string;

const text: Writer = (data, lang) => {
  const blocks = blocksOf(data, lang).map(({ title, lines, head, rows = [] }) => {
    const table = head ? [head, ...rows] : rows;
    const widths = (table[0] ?? []).map((_, column) =>
      Math.min(40, Math.max(...table.map(row => row[column]?.length ?? 0))),
    );
    const written = table.map(
      row => `  ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ')}`,
    );
    return [title, ...lines, ...written.map(line => line.trimEnd())].map(visible).join('\n');
  });
  return `${[`${WORDS.title[lang]}: ${visible(data.inputs.join(' → '))}\n${headOf(data, lang)}`, ...blocks].join('\n\n')}\n`;
};

const markdown: Writer = (data, lang) => {
  const cells = (row: readonly string[]): string =>
    `| ${row.map(cell => escapeMarkdown(cell).replaceAll('|', '\\|').replaceAll('\n', ' ')).join(' | ')} |`;
  const blocks = blocksOf(data, lang).map(({ title, lines, head, rows = [] }) => {
    const columns = head ?? rows[0]?.map(() => ' ') ?? [];
    const table = [cells(columns), `|${columns.map(() => ' --- |').join('')}`, ...rows.map(cells)].join('\n');
    return [`### ${title}`, ...lines, ...(rows.length > 0 ? [table] : [])].join('\n\n');
  });
  const head = `## ${WORDS.title[lang]}: ${escapeMarkdown(data.inputs.join(' → '))}`;
  return `${[head, headOf(data, lang), ...blocks].join('\n\n')}\n`;
};

const html: Writer = (data, lang) => {
  const title = escapeMarkup(`${WORDS.title[lang]}: ${data.inputs.join(' → ')}`);
  const cells = (row: readonly string[], tag: string): string =>
    `<tr>${row.map(cell => `<${tag}>${escapeMarkup(cell)}</${tag}>`).join('')}</tr>`;
  const blocks = blocksOf(data, lang).map(({ title: name, lines, head, rows = [] }) => {
    const table = `<table>${head ? `<thead>${cells(head, 'th')}</thead>` : ''}<tbody>${rows.map(row => cells(row, 'td')).join('\n')}</tbody></table>`;
    return `<h2>${escapeMarkup(name)}</h2>\n${lines.map(line => `<p>${escapeMarkup(line)}</p>`).join('\n')}\n${rows.length > 0 ? table : ''}`;
  });
  return `<!DOCTYPE html>
<html lang="${lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<style>
body{font:16px/1.5 system-ui,sans-serif;margin:0 auto;max-width:75rem;padding:1.5rem;color:#1b1b1b;background:#fff}
table{border-collapse:collapse;width:100%}th,td{text-align:left;vertical-align:top;padding:.2rem .5rem;border-bottom:1px solid #ccc;overflow-wrap:anywhere}
@media(prefers-color-scheme:dark){body{color:#eee;background:#161616}}
</style>
</head>
<body>
<main>
<h1>${title}</h1>
<p>${escapeMarkup(headOf(data, lang))}</p>
${blocks.join('\n')}
</main>
</body>
</html>
`;
};

export const CONFORMANCE_WRITERS: Readonly<Record<ConformanceFormat, Writer>> = {
  text,
  markdown,
  html,
  json: data => `${jsonText(data)}\n`,
};
