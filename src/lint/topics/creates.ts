import { isString, member } from '../../core/json.ts';
import type { Api, Operation } from '../api.ts';
import { listsItems } from './pages.ts';
import { wordsOf } from './words.ts';

const MAKES = new Set([
  'create',
  'creates',
  'add',
  'insert',
  'aanmaken',
  'toevoegen',
  'registreer',
  'maak',
  'maakt',
]);

/**
 * True for a POST that makes a new resource: its id or summary says so, or there is a GET that lists the same
 * collection or a path to one item of it, and the last segment is no operation (`_zoek`).
 */
export function createsOne(api: Api, { method, path, value, pathItem }: Operation): boolean {
  const last = path.slice(path.lastIndexOf('/') + 1);
  if (method !== 'post' || last.startsWith('_')) return false;
  const id = member(value, 'operationId');
  if (isString(id) && wordsOf(id).some(word => MAKES.has(word))) return true;
  const summary = member(value, 'summary');
  const words = isString(summary) ? wordsOf(summary) : [];
  if (MAKES.has(words[0] ?? '') || /^(aanmaken|toevoegen)$/.test(words.at(-1) ?? '')) return true;
  const beside = api.operations.filter(operation => operation.pathItem.value === pathItem.value);
  if (beside.some(operation => listsItems(api, operation))) return true;
  return api.paths.some(({ template }) => template.startsWith(`${path}/{`) && template.endsWith('}'));
}
