import { isString, type Json, member } from '../core/json.ts';

/** A text that a document says of itself in its Info Object, such as `title` (OpenAPI 3.1.0, section 4.8.2). */
export function infoText(root: Json | undefined, name: string): string | undefined {
  const text = member(member(root, 'info'), name);
  return isString(text) ? text : undefined;
}
