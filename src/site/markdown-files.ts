import type { Collection } from './collections.ts';
import { isSuccess, type ShownOperation } from './operation/operations.ts';
import { labelText } from './page.ts';
import { listOf, objectAt, textOf } from './reference.ts';
import { rulesOfOperation } from './rules.ts';
import { attributesOf, formsIn } from './schema/attributes.ts';
import { plainWords } from './schema/word.ts';
import { typeWords } from './schema/words.ts';
import type { Resource, Site } from './site.ts';

/** One Markdown file for each resource, and an index: for a wiki, or to read in a repository. */
export function generateMarkdown(site: Site): Map<string, string> {
  const files = new Map([['index.md', indexOf(site)]]);
  for (const resource of site.resources) files.set(fileOf(resource), resourceText(site, resource));
  return files;
}

const fileOf = ({ file }: Resource): string => file.replace(/\.html$/, '.md');

function indexOf(site: Site): string {
  const info = objectAt(site.root, site.root.info);
  const groups = site.groups.flatMap(group => [
    `## ${line(group.title)}`,
    group.resources.map(resource => `- [${line(resource.title)}](${fileOf(resource)})`).join('\n'),
  ]);
  const version = site.version && `${labelText(site, 'version')} ${line(site.version)}`;
  return paragraphs([`# ${line(site.title)}`, version, textOf(info.description), ...groups]);
}

function resourceText(site: Site, resource: Resource): string {
  return paragraphs([
    `# ${line(resource.title)}`,
    resource.description,
    ...resource.collections.flatMap(collection => collectionText(site, collection)),
  ]);
}

function collectionText(site: Site, collection: Collection): string[] {
  return [
    `## ${line(collection.name ?? collection.path)}`,
    ...attributesText(site, collection),
    `### ${labelText(site, 'operations')}`,
    ...collection.operations.flatMap(operation => operationText(site, operation)),
  ];
}

function attributesText(site: Site, collection: Collection): string[] {
  const forms = formsIn(collection.forms);
  const attributes = attributesOf(site, collection.forms);
  if (attributes.length === 0) return [];
  const heads = [
    labelText(site, 'name'),
    labelText(site, 'type'),
    ...forms.map(form => labelText(site, form)),
    labelText(site, 'description'),
  ];
  const rows = attributes.map(({ name, schema, presence }) => [
    `\`${name}\``,
    plainWords(typeWords(site, schema, name)),
    ...forms.map(form => labelText(site, presence[form] ?? 'absent')),
    textOf(site.shapeOf(schema).keywords.description),
  ]);
  return [`### ${labelText(site, 'attributes')}`, tableOf([heads, heads.map(() => '---'), ...rows])];
}

function operationText(site: Site, operation: ShownOperation): string[] {
  const scopes = operation.security
    .flatMap(requirement => Object.values(requirement).flatMap(listOf))
    .map(scope => `\`${String(scope)}\``);
  const rules = rulesOfOperation(site, operation).map(
    ({ id, rule }) => `- ${id}${rule ? ` ${line(rule.title)}` : ''}`,
  );
  const parameters = operation.parameters.map(parameter => [
    `\`${parameter.name}\``,
    parameter.in,
    plainWords(typeWords(site, parameter.schema, parameter.name)),
    labelText(site, parameter.required ? 'required' : 'optional'),
    textOf(parameter.object.description),
  ]);
  const heads = [
    labelText(site, 'name'),
    labelText(site, 'where'),
    labelText(site, 'type'),
    '',
    labelText(site, 'description'),
  ];
  const responses = operation.responses.map(response => {
    const schema = response.contents[0]?.schema;
    const words = schema === undefined ? '' : ` (${plainWords(typeWords(site, schema))})`;
    const status = isSuccess(response) ? `**${response.status}**` : response.status;
    return `- ${status} ${line(textOf(response.object.description))}${words}`;
  });
  return [
    `#### ${line(operation.summary)}`,
    `\`${operation.method.toUpperCase()} ${operation.path}\``,
    textOf(operation.object.description),
    scopes.length > 0 ? `${labelText(site, 'scopes')}: ${scopes.join(', ')}` : '',
    rules.join('\n'),
    parameters.length > 0 ? tableOf([heads, heads.map(() => '---'), ...parameters]) : '',
    responses.join('\n'),
  ];
}

/** Text on one line, so that it cannot start a heading or a list of its own. */
const line = (text: string): string => text.replace(/\s+/g, ' ').trim();

const tableOf = (rows: readonly (readonly string[])[]): string =>
  rows.map(cells => `| ${cells.map(cell => line(cell).replaceAll('|', '\\|')).join(' | ')} |`).join('\n');

const paragraphs = (parts: readonly string[]): string =>
  `${parts
    .map(part => part.trim())
    .filter(part => part !== '')
    .join('\n\n')}\n`;
