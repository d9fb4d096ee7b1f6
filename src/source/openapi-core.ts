import { getTypes, type SpecVersion } from '@redocly/openapi-core';

/** What openapi-core knows of a version, with `x-webhooks`, which it looks for in 3.0 alone. */
export function typesFor(specVersion: SpecVersion): ReturnType<typeof getTypes> {
  const types = getTypes(specVersion);
  const { Root: root } = types;
  if (!root) throw new Error(`openapi-core describes no root for ${specVersion}`);
  return { ...types, Root: { ...root, properties: { ...root.properties, 'x-webhooks': 'WebhooksMap' } } };
}
