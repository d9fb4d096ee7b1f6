import type { BuiltinRule } from '../engine/builtin-rule.ts';
import { checkText } from '../topics/described.ts';
import { checkOperationIdCharacters, checkOperationIds } from '../topics/operation-names.ts';
import { checkOperationIdPresent } from '../topics/path-items.ts';
import { checkScopes } from '../topics/scopes.ts';

/** What is asked of Operation Objects and what they require. */
export const operationsRules: readonly BuiltinRule[] = [
  {
    id: 'oas-operation-id-present',
    check: checkOperationIdPresent,
    severity: 'error',
    profiles: { oas: 'error', zds: 'error' },
    source: 'https://spec.openapis.org/oas/v3.1.1#operation-object',
    message: {
      nl: "De operatie heeft geen 'operationId'; geef haar er een (zds lint --fix doet een voorstel).",
      en: "The operation has no 'operationId'; give it one (zds lint --fix proposes one).",
    },
    why: {
      nl: 'Gegenereerde code en verwijzingen in de documentatie noemen een operatie bij dit kenmerk.',
      en: 'Generated code and links in documentation call an operation by this id.',
    },
  },
  {
    id: 'oas-operation-id-unique',
    checkApi: checkOperationIds,
    severity: 'error',
    profiles: { oas: 'error', adr: 'error', zds: 'error' },
    source: 'https://spec.openapis.org/oas/v3.1.1#operation-object',
    message: {
      nl: "Het operationId '{id}' heeft {first} ook; maak het uniek.",
      en: "{first} has the operationId '{id}' too; make it unique.",
    },
    why: {
      nl: 'Gegenereerde code kan de twee operaties niet uit elkaar houden.',
      en: 'Generated code cannot tell the two operations apart.',
    },
  },
  {
    id: 'oas-operation-id-url-safe',
    check: checkOperationIdCharacters,
    severity: 'error',
    profiles: { oas: 'error', zds: 'error' },
    source: 'https://spec.openapis.org/oas/v3.1.1#operation-object',
    message: {
      nl: "Het 'operationId' heeft tekens die niet veilig in een URL kunnen; gebruik letters, cijfers, - en _.",
      en: "The 'operationId' has characters that are not safe in a URL; use letters, digits, - and _.",
    },
    why: {
      nl: 'Documentatie gebruikt het kenmerk als anker in een adres.',
      en: 'Documentation uses the id as an anchor in an address.',
    },
  },
  {
    id: 'oas-operation-summary',
    check: checkText('Operation', 'summary'),
    severity: 'warning',
    profiles: { oas: 'warning', zds: 'warning' },
    source: 'https://spec.openapis.org/oas/v3.1.1#operation-object',
    message: {
      nl: "De operatie heeft geen samenvatting; voeg 'summary' toe.",
      en: "The operation has no summary; add 'summary'.",
    },
    why: {
      nl: 'Overzichten tonen dan alleen methode en pad.',
      en: 'Overviews then show method and path only.',
    },
  },
  {
    id: 'zgw-operation-description',
    check: checkText('Operation', 'description'),
    severity: 'warning',
    profiles: { zds: 'warning' },
    source: 'ZGW',
    message: {
      nl: 'De operatie heeft geen beschrijving; zeg wat zij doet en wanneer zij weigert.',
      en: 'The operation has no description; say what it does and when it refuses.',
    },
    why: {
      nl: 'Uit methode en pad blijkt niet welke regels gelden.',
      en: 'Method and path do not show which rules apply.',
    },
  },
  {
    id: 'sec-scopes-defined',
    check: checkScopes,
    severity: 'warning',
    profiles: { zds: 'warning' },
    source: 'https://spec.openapis.org/oas/v3.1.1#oauth-flows-object',
    message: {
      nl: "De scope '{name}' staat niet bij de OAuth2-flow; voeg haar daar toe.",
      en: "The scope '{name}' is not declared by the OAuth2 flow; add it there.",
    },
    why: {
      nl: 'Een afnemer kan een scope die nergens staat niet aanvragen.',
      en: 'A consumer cannot ask for a scope that is declared nowhere.',
    },
  },
];
