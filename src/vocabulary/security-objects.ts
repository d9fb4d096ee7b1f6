import type { Json } from '../core/json.ts';
import { anyOf, FLAG, type StatedObject, since, TEXT, until } from './fields.ts';

const flow = (...urls: readonly string[]): StatedObject => ({
  fields: {
    refreshUrl: TEXT,
    scopes: { type: 'object' },
    ...Object.fromEntries(urls.map(url => [url, TEXT])),
  },
  required: [...urls, 'scopes'],
});

/** What a Security Scheme Object has by its `type` (OpenAPI 3.1.0, section 4.8.27): what it needs, and what else it may. */
const SCHEMES: ReadonlyMap<Json | undefined, { readonly needs: readonly string[]; readonly more?: string }> =
  new Map([
    ['apiKey', { needs: ['name', 'in'] }],
    ['http', { needs: ['scheme'], more: 'bearerFormat' }],
    ['oauth2', { needs: ['flows'], more: 'oauth2MetadataUrl' }],
    ['openIdConnect', { needs: ['openIdConnectUrl'] }],
  ]);

/** The objects of security (OpenAPI 3.1.0, sections 4.8.27 to 4.8.29). */
export const SECURITY_OBJECTS: Readonly<Record<string, StatedObject>> = {
  SecurityScheme: {
    fields: {
      type: [
        until('3.0', anyOf('apiKey', 'http', 'oauth2', 'openIdConnect')),
        since('3.1', anyOf('apiKey', 'http', 'oauth2', 'openIdConnect', 'mutualTLS')),
      ],
      description: TEXT,
      name: TEXT,
      in: anyOf('query', 'header', 'cookie'),
      scheme: TEXT,
      bearerFormat: TEXT,
      flows: 'OAuth2Flows',
      openIdConnectUrl: TEXT,
      deprecated: since('3.2', FLAG),
      oauth2MetadataUrl: since('3.2', TEXT),
    },
    required: ({ type }) => ['type', ...(SCHEMES.get(type)?.needs ?? [])],
    allowed({ type }) {
      const { needs = [], more = 'type' } = SCHEMES.get(type) ?? {};
      return ['type', 'description', 'deprecated', ...needs, more];
    },
  },
  OAuth2Flows: {
    fields: {
      implicit: 'ImplicitFlow',
      password: 'PasswordFlow',
      clientCredentials: 'ClientCredentials',
      authorizationCode: 'AuthorizationCode',
      deviceAuthorization: since('3.2', 'DeviceAuthorization'),
    },
  },
  ImplicitFlow: flow('authorizationUrl'),
  PasswordFlow: flow('tokenUrl'),
  ClientCredentials: flow('tokenUrl'),
  AuthorizationCode: flow('authorizationUrl', 'tokenUrl'),
  DeviceAuthorization: flow('deviceAuthorizationUrl', 'tokenUrl'),
};
