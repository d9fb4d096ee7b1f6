// Compares published versions with each other, lints each, and writes docs/back-test.md: what a version claimed and
// what it needed, and how many findings it has. Needs a build (`npm run build`) and a folder of published documents, by default ../shared/corpus.
import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const corpus = path.resolve(process.argv[2] ?? path.join(root, '../shared/corpus'));
if (!existsSync(corpus)) {
  console.error(
    `No published documents in ${path.relative(process.cwd(), corpus)}; give their folder as argument.`,
  );
  process.exit(2);
}
const { diff, lint, read } = await import(path.join(root, 'dist/index.js'));

const PAIRS = [
  ['Catalogi', 'catalogi/ztc/1.2.x/1.2.1', 'catalogi/ztc/1.3.x/1.3.1'],
  ['Catalogi', 'catalogi/ztc/1.3.x/1.3.1', 'catalogi/ztc/1.3.x/1.3.2'],
  ['Documenten', 'documenten/drc/1.3.x/1.3.2', 'documenten/drc/1.4.x/1.4.3'],
  ['Documenten', 'documenten/drc/1.4.x/1.4.3', 'documenten/drc/1.6.x/1.6.0'],
  ['Autorisaties', 'autorisaties/ac/1.0.x/1.0.0', 'autorisaties/ac/1.1.x/1.1.0'],
  ['Notificaties', 'notificaties/nrc/1.0.0', 'notificaties/nrc/1.0.1'],
  ['Zaken', 'zaken/zrc/1.6.x/1.6.0', 'zaken/zrc/1.7.x/1.7.0'],
];

const versionOf = name => name.split('/').at(-1);

/** Which part of the version number went up. */
function claimed(old, next) {
  const [before, after] = [old, next].map(name => versionOf(name).split('.').map(Number));
  const at = after.findIndex((part, index) => part !== before[index]);
  return ['major', 'minor', 'patch'][at] ?? 'none';
}

const open = name => read(path.join(corpus, name, 'openapi.yaml'), { allowOutside: true });

const rows = [];
for (const [api, old, next] of PAIRS) {
  const report = await diff(await open(old), await open(next));
  const count = audience => report.findings.filter(finding => finding[audience] === 'breaking').length;
  const rules = [
    ...new Set(report.findings.filter(({ clients }) => clients === 'breaking').map(({ rule }) => rule)),
  ];
  const { clients, providers, bump } = report.verdict;
  rows.push(
    `| ${api} ${versionOf(old)} → ${versionOf(next)} | ${report.findings.length} | ${clients} (${count('clients')}) | ${providers} (${count('providers')}) | ${claimed(old, next)} | ${bump} | ${rules.join(', ') || '–'} |`,
  );
}

const documents = readdirSync(corpus, { recursive: true, encoding: 'utf8' })
  .filter(name => path.basename(name) === 'openapi.yaml')
  .map(name => path.dirname(name).split(path.sep).join('/'))
  .sort();
const counts = [];
for (const name of documents) {
  const document = await open(name);
  const cells = [];
  for (const profile of ['oas', 'adr', 'zds']) {
    const { summary } = await lint(document, { profile });
    cells.push(`${summary.error} / ${summary.warning} / ${summary.info}`);
  }
  counts.push(`| ${name} | ${document.version} | ${cells.join(' | ')} |`);
}

writeFileSync(
  path.join(root, 'docs/back-test.md'),
  `# Back-test on published versions

What the comparison finds between versions of the published 1.x standards that follow each other, what their version
number claimed, and what it should have claimed by what breaks for clients. Written by \`node scripts/back-test.mjs\`.

| versions | findings | clients (breaks) | providers (breaks) | claimed | needed | what breaks clients |
| --- | ---: | --- | --- | --- | --- | --- |
${rows.join('\n')}

## Lint

Errors / warnings / remarks of each published document, a shared component counted once. The profile \`zds\` asks what
this standard asks of itself, which those documents were never held to.

| document | OpenAPI | oas | adr | zds |
| --- | --- | ---: | ---: | ---: |
${counts.join('\n')}
`,
);
console.error(`docs/back-test.md: ${rows.length} pairs, ${counts.length} documents`);
