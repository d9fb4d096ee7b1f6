import type { Text } from '../core/text.ts';

/** The words around what a document says: access, schemas, messages. */
export const CONTENT_LABELS = {
  apiKey: { nl: 'API-sleutel in', en: 'API key in' },
  mutualTls: { nl: 'wederzijdse TLS (certificaat van de client)', en: 'mutual TLS (client certificate)' },
  metadata: { nl: 'Metagegevens', en: 'Metadata' },
  authorizationUrl: { nl: 'Adres voor toestemming', en: 'Authorization URL' },
  deviceAuthorizationUrl: { nl: 'Adres voor toestemming van een apparaat', en: 'Device authorization URL' },
  tokenUrl: { nl: 'Adres voor het token', en: 'Token URL' },
  refreshUrl: { nl: 'Adres om te vernieuwen', en: 'Refresh URL' },
  openToAll: { nl: 'voor iedereen open.', en: 'open to anyone.' },
  oneWay: { nl: 'een van deze is genoeg.', en: 'any one of these is enough.' },
  noProof: { nl: 'zonder toegangsbewijs', en: 'without credentials' },
  unknownScheme: { nl: 'niet beschreven in dit document', en: 'not described in this document' },
  and: { nl: 'en', en: 'and' },
  or: { nl: 'of', en: 'or' },
  withScope: { nl: 'met scope', en: 'with scope' },
  withOneScope: { nl: 'met een van de scopes', en: 'with one of the scopes' },
  withoutScopeOr: { nl: 'zonder scope of met', en: 'without a scope, or with' },
  scope: { nl: 'scope', en: 'scope' },
  givesAccessTo: { nl: 'Geeft toegang tot', en: 'Gives access to' },
  openCalls: { nl: 'Zonder toegangsbewijs aan te roepen', en: 'Open to anyone' },
} as const satisfies Record<string, Text>;
