import type { BuiltinRule } from '../engine/builtin-rule.ts';
import {
  checkServerSlashes,
  checkServersPresent,
  checkServerVariableNames,
  checkServerVariables,
} from '../topics/servers.ts';

/** What is asked of Server Objects. */
export const serversRules: readonly BuiltinRule[] = [
  {
    id: 'adr-servers-present',
    check: checkServersPresent,
    severity: 'error',
    profiles: { adr: 'error', zds: 'error' },
    source: 'ADR linter 2.2.0 (oas3-api-servers)',
    message: {
      nl: "Het document noemt geen server; voeg 'servers' toe met ten minste één url.",
      en: "The document names no server; add 'servers' with at least one url.",
    },
    why: {
      nl: 'Zonder server weet een afnemer niet waar de API staat en welke hoofdversie dat is.',
      en: 'Without a server a consumer does not know where the API is and which major version that is.',
    },
  },
  {
    id: 'oas-server-trailing-slash',
    check: checkServerSlashes,
    severity: 'error',
    profiles: { oas: 'error', zds: 'error' },
    source: 'https://spec.openapis.org/oas/v3.1.1#server-object',
    message: {
      nl: 'De server-url eindigt op een schuine streep; laat die weg.',
      en: 'The server url ends in a slash; leave it out.',
    },
    why: {
      nl: 'Samen met het pad ontstaan twee schuine strepen achter elkaar.',
      en: 'Together with the path it makes two slashes in a row.',
    },
  },
  {
    id: 'oas-server-variables-defined',
    check: checkServerVariableNames,
    severity: 'error',
    profiles: { oas: 'error', adr: 'error', zds: 'error' },
    source: 'https://spec.openapis.org/oas/v3.1.1#server-variable-object',
    message: {
      nl: 'Url en variabelen van de server passen niet bij elkaar: {uitleg}',
      en: 'Url and variables of the server do not match: {detail}',
    },
    why: {
      nl: 'De url is dan niet in te vullen.',
      en: 'The url then cannot be filled in.',
    },
  },
  {
    id: 'oas-server-variables-enum',
    check: checkServerVariables,
    severity: 'error',
    profiles: { oas: 'error', adr: 'error', zds: 'error' },
    source: 'https://spec.openapis.org/oas/v3.1.1#server-variable-object',
    message: {
      nl: "De opsomming van servervariabele '{variable}' {wat}; vul haar aan.",
      en: "The enumeration of server variable '{variable}' {what}; complete it.",
    },
    why: {
      nl: 'Er is dan geen toegestane waarde.',
      en: 'There is then no allowed value.',
    },
  },
];
