import path from 'node:path';
import { type Config, createConfig, getTypes, type SpecVersion } from '@redocly/openapi-core';

/**
 * The configuration that comes with openapi-core, and nothing of the user's. It looks beside a configuration file for a
 * plugin (`@theme/plugin.js`) and runs it: below a program there is none, whatever folder a document is judged in.
 */
export const ownConfig = (): Promise<Config> =>
  createConfig({ rules: {} }, { configPath: path.join(process.execPath, 'redocly.yaml') });

/** Scopes by name, each with a text (OpenAPI 3.2.0, section 4.29.1). */
const SCOPES = { type: 'object', additionalProperties: { type: 'string' } } as const;

/**
 * What openapi-core knows of a version, with `x-webhooks`, which it looks for in 3.0 alone. The media types among the
 * components of 3.2 are taken for maps of them there (OpenAPI 3.2.0, section 4.7.1), and the scopes of its device
 * authorization are of a type `string` that does not exist, at which every walk of such a document ends.
 */
export function typesFor(specVersion: SpecVersion): ReturnType<typeof getTypes> {
  const types = getTypes(specVersion);
  const { Root: root, NamedMediaTypes: named, DeviceAuthorization: device } = types;
  if (!root) throw new Error(`openapi-core describes no root for ${specVersion}`);
  return {
    ...types,
    ...(named ? { NamedMediaTypes: { ...named, additionalProperties: () => 'MediaType' } } : {}),
    ...(device
      ? { DeviceAuthorization: { ...device, properties: { ...device.properties, scopes: SCOPES } } }
      : {}),
    Root: { ...root, properties: { ...root.properties, 'x-webhooks': 'WebhooksMap' } },
  };
}
