import { equalJson, type Json } from '../../core/json.ts';
import { tokens } from '../../core/pointer.ts';
import { UserError } from '../../core/user-error.ts';
import { parse } from '../../source/index.ts';
import { editedText, type Repair } from './text-edits.ts';

/**
 * The text with its repairs. Each is held to do what it says and nothing else: the new text is read again, and a repair
 * after which any other value differs, or nothing can be read, is left out. YAML has more ways to write a value than the
 * places of a syntax tree show (aliases, merged keys, quotes).
 */
export function applyRepairs(text: string, repairs: readonly Repair[]): string {
  // A renamed member has another pointer, by which the repairs inside it would not be found.
  const renames = repairs.filter(({ is }) => is === 'rename');
  return apply(text, [...repairs.filter(({ is }) => is !== 'rename'), ...renames]);
}

function apply(text: string, repairs: readonly Repair[]): string {
  if (repairs.length === 0) return text;
  const edited = editedText(text, repairs);
  if (isAsMeant(text, edited, repairs)) return edited;
  if (repairs.length === 1) return text;
  const half = repairs.length >> 1;
  return apply(apply(text, repairs.slice(0, half)), repairs.slice(half));
}

function isAsMeant(before: string, after: string, repairs: readonly Repair[]): boolean {
  const found = valueIn(after);
  const meant = valueIn(before);
  return (
    found !== undefined &&
    meant !== undefined &&
    change(meant, repairs) &&
    equalJson(found.value, meant.value)
  );
}

/** `undefined` for a text that cannot be read. */
function valueIn(text: string): { value: Json } | undefined {
  try {
    return { value: parse('', text) };
  } catch (error) {
    if (error instanceof UserError) return undefined;
    throw error;
  }
}

type Changeable = Record<string, unknown>;

/** Makes the changes in a value of which nobody else knows; whether there was a place for each. */
const change = (holder: { readonly value: Json }, repairs: readonly Repair[]): boolean =>
  repairs.every(repair => {
    const path = ['value', ...tokens(repair.pointer)];
    const name = repair.is === 'insert' ? repair.key : (path.pop() ?? '');
    const map = path.reduce<unknown>((at, key) => (at as Changeable | undefined)?.[key], holder);
    if (typeof map !== 'object' || map === null) return false;
    changeMember(map as Changeable, name, repair);
    return true;
  });

function changeMember(map: Changeable, name: string, repair: Repair): void {
  const value = repair.is === 'rename' ? map[name] : repair.value;
  if (repair.is === 'rename') delete map[name];
  map[repair.is === 'rename' ? repair.name : name] = value;
}
