// The picture of the README: a proposal, the message that is refused because of it, and the verdict. What it shows is
// what the tool says of two documents of a few lines; `npm run pages` writes it, in Dutch and in English.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { diff, read } from '../dist/index.js';

const WORDS = {
  nl: {
    proposal: 'Het voorstel',
    message: 'Het bericht dat mocht, en nu geweigerd wordt',
    verdict: 'Het oordeel',
    clients: { breaking: 'clients breken' },
    providers: { info: 'providers voldoen' },
    bump: { major: 'vraagt een nieuwe hoofdversie' },
    alt: 'Een voorstel, het bericht dat daardoor geweigerd wordt, en het oordeel',
  },
  en: {
    proposal: 'The proposal',
    message: 'The message that was allowed, and is now refused',
    verdict: 'The verdict',
    clients: { breaking: 'clients break' },
    providers: { info: 'providers conform' },
    bump: { major: 'needs a major version' },
    alt: 'A proposal, the message that is refused because of it, and the verdict',
  },
};

const OLD = [
  'properties:',
  '  omschrijving: { type: string, maxLength: 80 }',
  '  toelichting: { type: string }',
];
const NEXT = ['required: [toelichting]', ...OLD];

const documentOf = schema => `openapi: 3.1.0
info: { title: Zaken, version: 1.0.0 }
servers: [{ url: https://zaken.example/api/v1 }]
paths:
  /zaken:
    post:
      requestBody:
        required: true
        content:
          application/json:
            schema: { $ref: '#/components/schemas/Zaak' }
            example: { omschrijving: Parkeervergunning, toelichting: Voor de bewoner }
      responses:
        '201': { description: Gemaakt }
components:
  schemas:
    Zaak:
${['type: object', ...schema].map(line => `      ${line}`).join('\n')}
`;

/** What a function makes of the two documents, the older one first. */
export async function withDocuments(use) {
  const folder = mkdtempSync(path.join(tmpdir(), 'zds-picture-'));
  try {
    const files = { 'old.yaml': documentOf(OLD), 'new.yaml': documentOf(NEXT) };
    for (const [name, text] of Object.entries(files)) writeFileSync(path.join(folder, name), text);
    return await use(await read('old.yaml', { cwd: folder }), await read('new.yaml', { cwd: folder }));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The one change between the two documents, as the tool tells it. */
async function change() {
  const report = await withDocuments((old, next) => diff(old, next, { today: '2026-01-01' }));
  const [first, ...rest] = report.changes;
  if (!first?.illustration || rest.length > 0)
    throw new Error('the picture shows one change with its message');
  return { ...first, bump: report.verdict.bump };
}

const WIDTH = 860;
const LINE = 21;

const asMarkup = text => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

const row = (line, index, top, kind = '') =>
  `<text x="36" y="${top + index * LINE}" class="code ${kind}" xml:space="preserve">${asMarkup(line)}</text>`;

/** A panel with a heading and lines of code; gives its height too. */
function panel(top, title, lines) {
  const height = 50 + lines.length * LINE;
  const body = lines.map(({ text, kind }, index) => row(text, index, top + 56, kind)).join('\n');
  return {
    height,
    svg: `<rect x="12" y="${top}" width="${WIDTH - 24}" height="${height}" rx="8" class="panel"/>
<text x="28" y="${top + 28}" class="title">${asMarkup(title)}</text>
${body}`,
  };
}

/** The picture in a language, as SVG that follows the colours of the reader. */
export async function picture(lang) {
  const words = WORDS[lang];
  const { title, illustration, clients, providers, bump } = await change();
  const added = NEXT.filter(line => !OLD.includes(line));
  const parts = [
    [
      words.proposal,
      ['Zaak:', '  type: object', ...NEXT.map(line => `  ${line}`)].map(text => {
        const isNew = added.includes(text.trim());
        return { text: `${isNew ? '+' : ' '} ${text}`, kind: isNew ? 'added' : '' };
      }),
    ],
    [words.message, illustration.wire.split('\n').map(text => ({ text, kind: '' }))],
    [
      words.verdict,
      [
        { text: `■ ${title[lang]}`, kind: 'breaks' },
        {
          text: [words.clients[clients], words.providers[providers], words.bump[bump]].join(' · '),
          kind: '',
        },
      ],
    ],
  ];
  const panels = [];
  let top = 12;
  for (const [heading, lines] of parts) {
    const { svg, height } = panel(top, heading, lines);
    panels.push(svg);
    top += height + 12;
  }
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${top}" width="${WIDTH}" height="${top}" role="img" aria-label="${words.alt}">
<style>
.panel{fill:#f6f7f8;stroke:#c9ced3}.title{font:600 15px system-ui,sans-serif;fill:#1b1b1b}
.code{font:13.5px ui-monospace,Menlo,Consolas,"DejaVu Sans Mono",monospace;fill:#2b3137}
.added{fill:#1a6b2f;font-weight:600}.breaks{fill:#a11d16;font-weight:600}
@media(prefers-color-scheme:dark){.panel{fill:#1d2125;stroke:#444b51}.title{fill:#eee}.code{fill:#d5dade}
.added{fill:#7ddb95}.breaks{fill:#ff9c93}}
</style>
${panels.join('\n')}
</svg>
`;
}
