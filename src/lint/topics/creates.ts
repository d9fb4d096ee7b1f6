import { isString, member } from '../../core/json.ts';
import { operationIdOf } from '../../openapi/parts.ts';
import type { Api, Operation } from '../api.ts';
import { isPage, listsItems, successSchemas } from './pages.ts';
import { partsOf, propertiesOf, typesOf } from './schemas.ts';
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

/** What a POST does that carries a question or a command: no new resource comes of it. */
const OTHERWISE =
  /^(zoek|zoeken|search|query|bevragen|bevraag|raadplegen|vind|vinden|find|filter|get|lees|export|exporteer|verify|validate|valideer|check|controleer|start|stop|webhook|return|login|logout|lock|unlock|calculate|bereken|import|download|preview|test|sync|refresh|send|verstuur)/;

/**
 * True for a POST that looks as if it makes a new resource: its id or summary says so, or it answers with one resource
 * where a GET of the same path lists them, or a path to one of them lies below, and nothing says otherwise.
 */
export function createsOne(api: Api, operation: Operation): boolean {
  const { method, path, value, pathItem } = operation;
  const last = path.slice(path.lastIndexOf('/') + 1);
  if (method !== 'post' || last.startsWith('_')) return false;
  const named = wordsOf(operationIdOf(value) ?? '');
  const summary = member(value, 'summary');
  const words = isString(summary) ? wordsOf(summary) : [];
  if (MAKES.has(words[0] ?? '') || /^(aanmaken|toevoegen)$/.test(words.at(-1) ?? '')) return true;
  if ([...named, ...words, ...wordsOf(last)].some(word => OTHERWISE.test(word))) return false;
  // Some frameworks end the id of every POST in `_create`: alone it tells nothing.
  const [first = ''] = named;
  if (MAKES.has(first)) return true;
  if (!named.some(word => MAKES.has(word)) && !answersWithOne(api, operation)) return false;
  const beside = api.operations.filter(other => other.pathItem.value === pathItem.value);
  if (beside.some(other => listsItems(api, other))) return true;
  return api.paths.some(({ template }) => template.startsWith(`${path}/{`) && template.endsWith('}'));
}

/** A list answers a question, and an object without attributes tells nothing. */
function answersWithOne(api: Api, operation: Operation): boolean {
  const answers = successSchemas(operation);
  return (
    answers.length > 0 &&
    answers.every(
      schema =>
        !isPage(api, schema) &&
        !partsOf(api, schema).some(part => typesOf(part.value).includes('array')) &&
        propertiesOf(api, schema).size > 0,
    )
  );
}
