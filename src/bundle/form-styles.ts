import { isObject, type Json, type JsonObject, withMembers } from '../core/json.ts';
import { type Kind, STYLE_FIELDS } from '../vocabulary/openapi.ts';

/** What holds forms. */
export const FORM_HOLDERS: readonly Kind[] = ['requestBody', 'response', 'parameter', 'header'];

/** Of this form 3.1 reads them, and 3.0 does not (OpenAPI 3.0.4 and 3.1.1, section 4.8.15.1). */
const isReadLater = (mediaType: string): boolean => /^multipart\/form-data\s*(;|$)/i.test(mediaType);

/** A field of a part of a form that 3.0 does not read. */
export function styleIn({ content }: JsonObject): string | undefined {
  const forms = Object.entries(isObject(content) ? content : {}).filter(([type]) => isReadLater(type));
  const parts = forms.flatMap(([, form]) =>
    isObject(form) && isObject(form.encoding) ? Object.values(form.encoding) : [],
  );
  return STYLE_FIELDS.find(field => parts.some(part => isObject(part) && part[field] !== undefined));
}

/** A description of 3.0 without the fields of parts of forms that say nothing there, and would say something since. */
export function withoutVoidStyles(kind: Kind, value: JsonObject): JsonObject {
  if (!FORM_HOLDERS.includes(kind) || !isObject(value.content) || styleIn(value) === undefined) return value;
  const content = withMembers(value.content, (form, type) =>
    isReadLater(type) && isObject(form) && isObject(form.encoding)
      ? { ...form, encoding: withMembers(form.encoding, withoutStyle) }
      : form,
  );
  return { ...value, content };
}

function withoutStyle(part: Json): Json {
  if (!isObject(part)) return part;
  return Object.fromEntries(
    Object.entries(part).filter(([field]) => !STYLE_FIELDS.some(name => name === field)),
  );
}
