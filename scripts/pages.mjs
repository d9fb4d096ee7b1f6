// Writes the pages of docs/ that are made from the tool itself: the commands from their help, the rules from the
// catalogue, what changes for who built ZGW 1.7, and in docs/lint.md what the canonical document is excused from. With --check: writes nothing, and exits with 1 when a page is stale.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from './prepare.mjs';

const zds = args =>
  execFileSync(process.execPath, ['dist/zds.cjs', ...args], {
    cwd: ROOT,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
    env: { ...process.env, COLUMNS: '100', NO_COLOR: '1', LC_ALL: 'C' },
  });

const help = zds(['--help']);
const commands = [...help.matchAll(/^ {2}(\w+) [[<o]/gm)]
  .map(([, name]) => name)
  .filter(name => name !== 'help');

const section = (title, text) => `## ${title}\n\n\`\`\`text\n${text.trimEnd()}\n\`\`\`\n`;

/** What the canonical document is excused from, as a run finds it. */
const { suppressed } = JSON.parse(zds(['lint', '--format', 'json', '--fail-on', 'never']));
const [inDocument, inFile] = [true, false].map(inside =>
  suppressed.filter(({ by }) => (by === 'x-lint-ignore') === inside),
);
const rows = new Map(inFile.map(({ by, finding }) => [`${finding.rule} ${by}`, finding.rule]));
const excused = [...new Set(rows.values())]
  .map(rule => ({
    rule,
    rows: [...rows.values()].filter(name => name === rule).length,
    places: inFile.filter(({ finding }) => finding.rule === rule).length,
  }))
  .sort((left, right) => right.places - left.places || (left.rule < right.rule ? -1 : 1));

const count = (number, one, more) => `${number} ${number === 1 ? one : more}`;

const EXCUSED = `The canonical document is excused in ${count(inFile.length, 'place', 'places')} by ${count(rows.size, 'row', 'rows')} of \`spec/exceptions.yaml\`, and in
${count(inDocument.length, 'place', 'places')} by \`x-lint-ignore\`:

| rule | rows | places |
|---|--:|--:|
${excused.map(row => `| \`${row.rule}\` | ${row.rows} | ${row.places} |`).join('\n')}
`;

/** The rest of the page is written by people. */
const between = (file, name, text) =>
  readFileSync(path.join(ROOT, file), 'utf8').replace(
    new RegExp(`(<!-- ${name} -->\n)[^]*(<!-- /${name} -->)`),
    (_, start, end) => `${start}${text}${end}`,
  );

/** What changes for who built ZGW 1.7, from the backlog of the standard. */
const { describeMigration, read } = await import('../dist/index.js');
const migration = [...(await describeMigration(await read(path.join(ROOT, 'spec'))))].map(([name, text]) => [
  `docs/from-1.7/${name}`,
  text,
]);

const { picture } = await import('./picture.mjs');
const { besidePublished } = await import('./beside-published.mjs');

const PAGES = {
  'docs/picture.nl.svg': await picture('nl'),
  'docs/picture.en.svg': await picture('en'),
  ...Object.fromEntries(migration),
  'docs/naast-1.7.md': besidePublished(),
  'docs/lint.md': between('docs/lint.md', 'excused', EXCUSED),
  'docs/cli.md': [
    '# The command line\n\nMade from `zds --help` by `npm run pages`. In a clone, `zds` is `node dist/zds.cjs`.\n',
    section('zds', help),
    ...commands.map(name => section(`zds ${name}`, zds([name, '--help']))),
  ].join('\n'),
  'docs/rules.md': [
    '# The rules\n\nMade from the catalogue by `npm run pages`; `zds rules --lang nl` gives it in Dutch.\n',
    zds(['rules', '--format', 'markdown', '--lang', 'en']),
    '# Questions for a reviewer\n\nNo document can show these; they are a checklist for who reviews a change.\n',
    zds(['rules', '--manual', '--format', 'markdown', '--lang', 'en']),
  ].join('\n'),
};

const stale = Object.entries(PAGES).filter(([file, text]) => {
  const place = path.join(ROOT, file);
  return !existsSync(place) || readFileSync(place, 'utf8') !== text;
});
for (const [file, text] of stale) {
  if (process.argv.includes('--check')) console.error(`${file} is stale; run: npm run pages`);
  else {
    mkdirSync(path.dirname(path.join(ROOT, file)), { recursive: true });
    writeFileSync(path.join(ROOT, file), text);
  }
}
process.exitCode = process.argv.includes('--check') && stale.length > 0 ? 1 : 0;
