import { isString, member } from '../model/json.ts';
import type { Api, Operation } from './api.ts';
import { wordsOf } from './words.ts';

const MAKES = new Set(['create', 'add', 'insert', 'aanmaken', 'toevoegen', 'registreer', 'maak']);

/**
 * True for a POST that makes a new resource: its id says so, or there is a path to one item of the same collection
 * and the last segment is no operation (`_zoek`).
 */
export function createsOne(api: Api, { method, path, value }: Operation): boolean {
  const last = path.slice(path.lastIndexOf('/') + 1);
  if (method !== 'post' || last.startsWith('_')) return false;
  const id = member(value, 'operationId');
  if (isString(id) && wordsOf(id).some(word => MAKES.has(word))) return true;
  return api.paths.some(({ template }) => template.startsWith(`${path}/{`) && template.endsWith('}'));
}
