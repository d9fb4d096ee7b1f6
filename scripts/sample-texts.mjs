// Draws texts of the specification by a seed, so that everybody who reads them reads the same ones:
// node scripts/sample-texts.mjs --seed 2026 [--count 30] [--kind attribuut]
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { load } from 'js-yaml';

const root = path.join(path.dirname(fileURLToPath(import.meta.url)), '..');

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '2026' },
    count: { type: 'string', default: '30' },
    kind: { type: 'string' },
  },
});

/** What a text describes, by the key of the mapping that holds it. */
const kinds = {
  properties: 'attribuut',
  schemas: 'schema',
  parameters: 'parameter',
  headers: 'header',
  responses: 'antwoord',
  tags: 'resource',
  examples: 'voorbeeld',
  'x-enumDescriptions': 'waarde',
  'x-zds-apis': 'API',
};
const methods = ['get', 'head', 'post', 'put', 'patch', 'delete'];

/** The kind follows from the nearest key that has one; a file of its own counts by its folder. */
const kindOf = (file, keys) => {
  const near = [...keys].reverse().find(key => kinds[key] || methods.includes(key));
  return kinds[near] ?? (near ? 'operatie' : (kinds[path.basename(path.dirname(file))] ?? 'tekst'));
};

const isObject = value => typeof value === 'object' && value !== null;

const collect = (file, value, keys = []) => {
  if (!isObject(value)) return [];
  return Object.entries(value).flatMap(([key, inner]) => {
    const at = [...keys, key];
    const isText = ['description', 'summary'].includes(key) || keys.at(-1) === 'x-enumDescriptions';
    if (isText && typeof inner === 'string')
      return [{ file, pointer: at.join('/'), kind: kindOf(file, keys), text: inner.trim() }];
    // What an example shows is data of the case; a server only repeats the name of its API.
    const isData = key === 'value' && (keys.at(-2) === 'examples' || file.includes('/examples/'));
    return isData || key === 'servers' ? [] : collect(file, inner, at);
  });
};

const files = readdirSync(path.join(root, 'spec'), { recursive: true, encoding: 'utf8' })
  .map(file => `spec/${file.split(path.sep).join('/')}`)
  .filter(file => /^spec\/(openapi\.yaml|apis\/|shared\/)/.test(file) && file.endsWith('.yaml'))
  .sort();

const texts = files
  .flatMap(file => collect(file, load(readFileSync(path.join(root, file), 'utf8'))))
  .filter(({ kind }) => values.kind === undefined || kind === values.kind);

/** Each text has its own place in the order, so that a new text elsewhere moves none of the others. */
const order = ({ file, pointer }) =>
  createHash('sha256').update(`${values.seed} ${file} ${pointer}`).digest('hex');

const drawn = texts
  .map(text => ({ ...text, order: order(text) }))
  .sort((one, other) => (one.order < other.order ? -1 : 1))
  .slice(0, Number(values.count));

const cell = text => text.replace(/\s+/g, ' ').replaceAll('|', '\\|');

console.log(`Seed ${values.seed}: ${drawn.length} van ${texts.length} teksten.\n`);
console.log('| nr | plek | soort | tekst |\n| ---: | --- | --- | --- |');
for (const [index, { file, pointer, kind, text }] of drawn.entries())
  console.log(`| ${index + 1} | \`${file}#/${pointer}\` | ${kind} | ${cell(text)} |`);
