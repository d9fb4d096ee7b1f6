// The page docs/naast-1.7.md: what the canonical document keeps of the published standard and what it changes, in
// numbers, rule by rule, and in texts that a seed chose. `npm run pages` writes it, tests/canon holds it.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { load } from 'js-yaml';
import { ROOT } from './prepare.mjs';

const APIS = ['zaken', 'documenten', 'catalogi', 'besluiten', 'autorisaties', 'notificaties'];

const backlog = name => load(readFileSync(path.join(ROOT, `spec/backlog/${name}.yaml`), 'utf8'));

const table = (head, align, rows) =>
  [head, align, ...rows].map(cells => `| ${cells.join(' | ')} |`).join('\n');

const answerOf = ({ statuses = [], code, field }) =>
  [statuses.join(', '), code && `\`${code}\``, field && `\`${field}\``].filter(Boolean).join(' ') || '–';

const nameOf = ({ id, occurrence }) => (occurrence ? `${id} (${occurrence})` : id);

/** One row a run: how many findings break, how many may break, at how many places, and how many nobody declared. */
const runRows = ({ before, after }) =>
  APIS.map(api => {
    const cells = ({ breaking, risk, places, undeclared }) => [breaking, risk, places, undeclared];
    return [api, ...cells(before[api]), ...cells(after[api])];
  });

const total = rows => [
  'samen',
  ...rows[0].slice(1).map((_, at) => rows.reduce((sum, row) => sum + row[at + 1], 0)),
];

const runs = () => {
  const found = backlog('published-runs');
  const rows = runRows(found);
  return `## De zes vergelijkingen in getallen

\`zds diff\` van het gepubliceerde contract van ZGW 1.7 met het deel van de API. Voor is uitgave ${found.from}, na is dit document. Een bevinding **breekt** een client of een register, of kan dat doen (**risico**); een plaats telt als **open** als geen rij van \`deviations.yaml\` van nu haar verklaart.

${table(
  ['API', 'voor: breekt', 'risico', 'plaatsen', 'open', 'na: breekt', 'risico', 'plaatsen', 'open'],
  ['---', ...Array(8).fill('---:')],
  [...rows, total(rows)],
)}

Elke plaats heeft nu een rij die zegt wat er was, wat er is, waarom, en wat een leverancier doet.
`;
};

const rules = () => {
  const ours = new Map(backlog('rules').rules.map(rule => [nameOf(rule), rule]));
  const published = backlog('published-rules').rules;
  const told = published.filter(({ kept }) => kept);
  const rest = published.filter(({ kept }) => !kept);
  const same = rest.filter(rule => answerOf(rule) === answerOf(ours.get(nameOf(rule)) ?? {})).length;
  const reason = ({ by }) => (by ? ` [${by}](../spec/backlog/deviations.yaml)` : '');
  return `## Regels naast de gepubliceerde tekst

${told.length} regels waar de tekst voorwaarden, uitzonderingen of een spelling kent die verloren kan gaan. Een woord tussen accenten staat ook in de regel zelf. Een streepje is een regel zonder status: weigert zij een verzoek, dan is dat nu 400, of 403 als alleen de scope ontbreekt ([weigeren-zonder-status](../spec/backlog/deviations.yaml)). De andere ${rest.length} regels staan er niet bij; ${same === rest.length ? 'zij hebben alle' : `${same} daarvan hebben`} dezelfde status, code en naam van het veld.

${table(
  ['regel', 'antwoord in 1.7', 'antwoord nu', 'gebleven', 'met opzet anders'],
  Array(5).fill('---'),
  told.map(rule => [
    `\`${nameOf(rule)}\``,
    answerOf(rule),
    answerOf(ours.get(nameOf(rule)) ?? {}),
    rule.kept,
    rule.changed ? `${rule.changed}${reason(rule)}` : '–',
  ]),
)}
`;
};

const texts = () => {
  const drawn = execFileSync(
    process.execPath,
    ['scripts/sample-texts.mjs', '--seed', '2026', '--count', '30'],
    {
      cwd: ROOT,
      encoding: 'utf8',
    },
  );
  return `## Dertig teksten

Gekozen door een vast getal, zodat ieder dezelfde leest: \`node scripts/sample-texts.mjs --seed 2026\`. ${drawn}`;
};

export const besidePublished = () => `# Naast ZGW 1.7

Wat dit document van de gepubliceerde standaard bewaart en wat het verandert. Gemaakt door \`npm run pages\` uit \`spec/\`. Wat een leverancier daarvan merkt, staat per API in [from-1.7](from-1.7/README.md); de datums van het geval, met het artikel of de regel die elk geeft, staan in [casus.md](casus.md#termijnen-en-data).

${runs()}
${rules()}
${texts()}`;
