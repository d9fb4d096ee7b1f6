/** Keys whose value maps free names to objects: a name there is no keyword, whatever it looks like. */
export const NAME_MAPS: ReadonlySet<string> = new Set([
  ...['properties', 'patternProperties', '$defs', 'definitions', 'dependentSchemas'],
  ...['schemas', 'responses', 'parameters', 'examples', 'requestBodies', 'headers', 'securitySchemes'],
  ...['links', 'callbacks', 'pathItems', 'mediaTypes', 'paths', 'webhooks', 'x-webhooks'],
  ...['content', 'encoding', 'variables'],
]);

/** Keys whose value is data: a `$ref` in there is text. */
export const DATA: ReadonlySet<string> = new Set([
  ...['example', 'default', 'const', 'enum', 'value', 'required', 'security', 'scopes'],
]);
