import { readdirSync } from 'node:fs';
import { operationsOf } from './examples.ts';
import { viewObject } from './schema-view.ts';
import { nameOf, type Place, type Spec, specFolder } from './spec-reader.ts';

const said = (place: Place): string => String(place.value.description ?? '').trim();

/** The answer of an operation, or an item of it where it is a list or a page. */
const shownBy = (spec: Spec, operation: Place): Place | undefined => {
  const schema = spec.at(operation, 'responses', '200', 'content', 'application/json', 'schema');
  const results = schema && viewObject(spec, schema).properties.get('results');
  return (results && spec.at(results, 'items')) ?? (schema && spec.at(schema, 'items')) ?? schema;
};

/**
 * Operations whose parameter `expand` names other relations than the schema of `_expand` has, as `rol_list: zaak`.
 * The text gives them between the first and the second full stop.
 */
export const expandTexts = (spec: Spec): readonly string[] =>
  operationsOf(spec).flatMap(operation => {
    const parameter = spec.list(operation, 'parameters').find(({ value }) => value.name === 'expand');
    if (!parameter) return [];
    const shown = shownBy(spec, operation);
    const expand = shown && viewObject(spec, shown).properties.get('_expand');
    const there = [...(expand ? viewObject(spec, expand).properties.keys() : [])].sort();
    const sentence = said(parameter).split('. ')[1] ?? '';
    const named = [...sentence.matchAll(/`(\w+)`/g)].map(([, name = '']) => name).sort();
    const other = [
      ...there.filter(name => !named.includes(name)),
      ...named.filter(name => !there.includes(name)),
    ];
    const id = String(operation.value.operationId);
    return there.length === 0 ? [`${id}: no _expand`] : other.map(name => `${id}: ${name}`);
  });

const FORM = /^(?:Patched)?(\w+?)(?:(?:Create|With)Lock)?(?:Kern|Request|Expanded|PostResponse)?$/;

/** Forms of a resource whose text does not begin with what the resource is. */
export const wrapperTexts = (spec: Spec): readonly string[] => {
  const files = readdirSync(`${specFolder}/apis`, { recursive: true, encoding: 'utf8' })
    .map(file => `apis/${file.replaceAll('\\', '/')}`)
    .filter(file => /\/schemas\/\w+\.yaml$/.test(file));
  const byName = new Map(files.map(file => [nameOf(file), file]));
  return files.flatMap(file => {
    const name = nameOf(file);
    const base = FORM.exec(name)?.[1];
    const resource = base === undefined || base === name ? undefined : byName.get(base);
    const core = byName.get(`${base}Kern`);
    if (!resource || !core) return [];
    return said(spec.open(file)).startsWith(said(spec.open(resource))) ? [] : [name];
  });
};

/** Tags of operations by whether `x-zds-status` calls them experimental. */
export const experimentalTags = (spec: Spec): readonly string[] => [
  ...new Set(
    operationsOf(spec)
      .filter(({ value }) => value['x-zds-status'] === 'experimenteel')
      .flatMap(({ value }) => (Array.isArray(value.tags) ? value.tags.map(String) : [])),
  ),
];
