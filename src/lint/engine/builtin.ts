import type { LintRule, RuleText } from '../rule.ts';
import { checkDefaults } from '../topics/defaults.ts';
import {
  checkExampleSources,
  checkMarkdown,
  checkParameterDescriptions,
  checkText,
} from '../topics/described.ts';
import {
  checkNullableTypes,
  checkNumberRanges,
  checkRepeatedValues,
  checkValueTypes,
} from '../topics/keywords.ts';
import { checkLicence } from '../topics/licences.ts';
import { checkListParameters } from '../topics/list-parameters.ts';
import { checkComponentNames, checkNamesUnique } from '../topics/names.ts';
import {
  checkHeaderNames,
  checkOperationIdCharacters,
  checkOperationIds,
  checkTagNames,
  checkTags,
} from '../topics/operation-names.ts';
import { checkOperationIdPresent, checkParametersUnique, checkPathParameters } from '../topics/path-items.ts';
import {
  checkAmbiguousPaths,
  checkEmptyPlaceholders,
  checkIdenticalPaths,
  checkQueriesInPaths,
  checkTrailingSlashes,
} from '../topics/path-templates.ts';
import { checkReferencePlaces, checkReferenceSiblings } from '../topics/references.ts';
import { checkRequired } from '../topics/required.ts';
import { checkScopes } from '../topics/scopes.ts';
import {
  checkServerSlashes,
  checkServersPresent,
  checkServerVariableNames,
  checkServerVariables,
} from '../topics/servers.ts';
import { checkUnusedComponents } from '../topics/unused.ts';

/**
 * A rule of the specification, without a file of its own. Its messages may use `{name}`, the last key of the place, and
 * `{detail}`, in Dutch `{uitleg}`.
 */
export interface BuiltinRule extends RuleText, Pick<LintRule, 'check' | 'checkApi'> {
  /**
   * Set where the rule looks behind references, so that an unread one leaves it unknown: in the object around the
   * finding, or anywhere in the file.
   */
  readonly looks?: 'around' | 'file';
}

export const builtinRules: readonly BuiltinRule[] = [
  {
    id: 'adr-no-trailing-slash',
    check: checkTrailingSlashes,
    severity: 'error',
    profiles: { adr: 'error', zds: 'error' },
    source: 'ADR /core/no-trailing-slash',
    message: {
      nl: "Het pad '{name}' eindigt op een schuine streep; laat die weg.",
      en: "The path '{name}' ends in a slash; leave it out.",
    },
    why: {
      nl: 'Een server kan /zaken en /zaken/ als twee adressen zien; de aanroeper krijgt dan een 404.',
      en: 'A server may take /zaken and /zaken/ for two addresses; the caller then gets a 404.',
    },
  },
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
    id: 'oas-struct',
    severity: 'error',
    profiles: { oas: 'error', adr: 'error', zds: 'error' },
    source: 'https://spec.openapis.org/oas/v3.1.1',
    message: {
      nl: "Bij '{name}' wijkt het document af van OpenAPI: {uitleg}",
      en: "At '{name}' the document departs from OpenAPI: {detail}",
    },
    why: {
      nl: 'Gereedschap slaat een veld dat het niet kent over of stopt ermee; wat er staat werkt dan niet.',
      en: 'Tools skip a field that they do not know or stop at it; what is written then does not work.',
    },
  },
  {
    id: 'oas-strict-refs',
    check: checkReferencePlaces,
    severity: 'warning',
    profiles: { oas: 'warning', zds: 'warning' },
    source: 'https://spec.openapis.org/oas/v3.1.1#reference-object',
    message: {
      nl: "Op deze plaats laat OpenAPI geen '$ref' toe; schrijf het deel uit of verwijs een niveau dieper.",
      en: "OpenAPI allows no '$ref' in this place; write the part out or refer one level deeper.",
    },
    why: {
      nl: 'Niet elk gereedschap volgt een verwijzing waar de specificatie er geen noemt.',
      en: 'Not every tool follows a reference where the specification names none.',
    },
  },
  {
    id: 'oas-ref-siblings',
    check: checkReferenceSiblings,
    severity: 'warning',
    profiles: { oas: 'warning', zds: 'warning' },
    source: 'https://spec.openapis.org/oas/v3.0.4#reference-object',
    message: {
      nl: "'{name}' staat naast een '$ref' en telt daar niet; verwijder het of verplaats het naar het doel.",
      en: "'{name}' stands beside a '$ref' and does not count there; remove it or move it to the target.",
    },
    why: {
      nl: 'Wat naast een verwijzing staat wordt in OpenAPI 3.0 genegeerd; de lezer rekent er toch op.',
      en: 'What stands beside a reference is ignored in OpenAPI 3.0; the reader counts on it all the same.',
    },
  },
  {
    id: 'oas-nullable-type-sibling',
    check: checkNullableTypes,
    looks: 'around',
    severity: 'warning',
    profiles: { oas: 'warning', zds: 'warning' },
    source: 'https://spec.openapis.org/oas/v3.0.4#schema-object',
    message: {
      nl: "'nullable' staat hier zonder 'type' en heeft dan geen betekenis; voeg het type toe.",
      en: "'nullable' stands here without 'type' and then means nothing; add the type.",
    },
    why: {
      nl: 'Het ene gereedschap laat null toe en het andere niet.',
      en: 'One tool lets null pass and another does not.',
    },
  },
  {
    id: 'oas-enum-type-mismatch',
    check: checkValueTypes,
    looks: 'around',
    severity: 'error',
    profiles: { oas: 'error', zds: 'error' },
    source: 'https://json-schema.org/draft/2020-12/json-schema-validation#name-enum',
    message: {
      nl: 'De waarde op plaats {name} past niet bij het type van het schema; verbeter de waarde of het type.',
      en: 'The value at {name} does not fit the type of the schema; fix the value or the type.',
    },
    why: {
      nl: "Zo'n waarde kan nooit geldig zijn.",
      en: 'Such a value can never be valid.',
    },
  },
  {
    id: 'oas-duplicated-enum-values',
    check: checkRepeatedValues,
    severity: 'warning',
    profiles: { oas: 'warning', zds: 'warning' },
    source: 'https://json-schema.org/draft/2020-12/json-schema-validation#name-enum',
    message: {
      nl: 'Een waarde in de opsomming staat er dubbel in; laat er één staan.',
      en: 'A value of the enumeration is listed twice; keep one.',
    },
    why: {
      nl: 'Codegeneratoren maken er twee gelijke constanten van en lopen vast.',
      en: 'Code generators make two equal constants of it and fail.',
    },
  },
  {
    id: 'oas-mixed-number-range',
    check: checkNumberRanges,
    severity: 'warning',
    profiles: { oas: 'warning', zds: 'warning' },
    source: 'https://json-schema.org/draft/2020-12/json-schema-validation#name-maximum',
    message: {
      nl: 'Een gewone en een exclusieve grens staan naast elkaar; houd er één over.',
      en: 'A plain and an exclusive bound stand side by side; keep one.',
    },
    why: {
      nl: 'De lezer ziet niet welke van de twee grenzen geldt.',
      en: 'The reader cannot see which of the two bounds holds.',
    },
  },
  {
    id: 'oas-required-properties-defined',
    check: checkRequired,
    severity: 'warning',
    profiles: { oas: 'warning', zds: 'warning' },
    source: 'https://json-schema.org/draft/2020-12/json-schema-validation#name-required',
    message: {
      nl: "Het verplichte attribuut '{name}' staat niet bij de attributen; beschrijf het of haal het uit 'required'.",
      en: "The required property '{name}' is not among the properties; describe it or take it out of 'required'.",
    },
    why: {
      nl: 'Niemand weet wat er in een verplicht veld zonder beschrijving moet staan.',
      en: 'Nobody knows what belongs in a required field that is not described.',
    },
  },
  {
    id: 'oas-valid-schema-examples',
    check: checkDefaults,
    severity: 'warning',
    profiles: { oas: 'warning', adr: 'error', zds: 'error' },
    source: 'https://spec.openapis.org/oas/v3.1.1#schema-object',
    message: {
      nl: "'{name}' voldoet niet aan het schema waar het in staat: {uitleg}",
      en: "'{name}' does not satisfy the schema it stands in: {detail}",
    },
    why: {
      nl: 'Wie het voorbeeld of de standaardwaarde overneemt krijgt een fout terug.',
      en: 'Whoever copies the example or default gets an error back.',
    },
  },
  {
    id: 'oas-valid-media-type-examples',
    severity: 'warning',
    profiles: { oas: 'warning', adr: 'error', zds: 'error' },
    source: 'https://spec.openapis.org/oas/v3.1.1#media-type-object',
    message: {
      nl: 'Het voorbeeld voldoet niet aan zijn schema: {uitleg}',
      en: 'The example does not satisfy its schema: {detail}',
    },
    why: {
      nl: 'Wie het voorbeeld overneemt krijgt een fout terug.',
      en: 'Whoever copies the example gets an error back.',
    },
  },
  {
    id: 'oas-valid-parameter-examples',
    severity: 'warning',
    profiles: { oas: 'warning', adr: 'error', zds: 'error' },
    source: 'https://spec.openapis.org/oas/v3.1.1#parameter-object',
    message: {
      nl: 'Het voorbeeld van de parameter of header voldoet niet aan zijn schema: {uitleg}',
      en: 'The example of the parameter or header does not satisfy its schema: {detail}',
    },
    why: {
      nl: 'Wie het voorbeeld overneemt krijgt een fout terug.',
      en: 'Whoever copies the example gets an error back.',
    },
  },
  {
    id: 'oas-example-value-or-external',
    check: checkExampleSources,
    severity: 'error',
    profiles: { oas: 'error', zds: 'error' },
    source: 'https://spec.openapis.org/oas/v3.1.1#example-object',
    message: {
      nl: "Een voorbeeld heeft 'value' of 'externalValue', niet allebei; kies er één.",
      en: "An example has 'value' or 'externalValue', not both; choose one.",
    },
    why: {
      nl: 'Het is niet te zien welk van de twee het voorbeeld is.',
      en: 'It cannot be seen which of the two is the example.',
    },
  },
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
    id: 'oas-parameters-unique',
    check: checkParametersUnique,
    checkApi: checkHeaderNames,
    severity: 'error',
    profiles: { oas: 'error', zds: 'error' },
    source: 'https://spec.openapis.org/oas/v3.1.1#operation-object',
    message: {
      nl: 'Dezelfde parameter staat twee keer in de lijst; laat er één staan.',
      en: 'The same parameter is listed twice; keep one.',
    },
    why: {
      nl: 'Het is niet te zien welke van de twee geldt.',
      en: 'It cannot be seen which of the two holds.',
    },
  },
  {
    id: 'oas-path-params-defined',
    check: checkPathParameters,
    severity: 'error',
    profiles: { oas: 'error', adr: 'error', zds: 'error' },
    source: 'https://spec.openapis.org/oas/v3.1.1#path-templating',
    message: {
      nl: 'Pad en padparameters passen niet bij elkaar: {uitleg}',
      en: 'Path and path parameters do not match: {detail}',
    },
    why: {
      nl: 'Zonder de parameter is het adres van de resource niet te maken.',
      en: 'Without the parameter the address of the resource cannot be made.',
    },
  },
  {
    id: 'oas-path-declaration',
    check: checkEmptyPlaceholders,
    severity: 'error',
    profiles: { oas: 'error', zds: 'error' },
    source: 'https://spec.openapis.org/oas/v3.1.1#path-templating',
    message: {
      nl: "Het pad '{name}' heeft een lege plaatshouder '{}'; geef die een naam.",
      en: "The path '{name}' has an empty placeholder '{}'; name it.",
    },
    why: {
      nl: 'Bij een plaatshouder zonder naam hoort geen parameter.',
      en: 'No parameter belongs to a placeholder without a name.',
    },
  },
  {
    id: 'oas-path-no-query',
    check: checkQueriesInPaths,
    severity: 'error',
    profiles: { oas: 'error', zds: 'error' },
    source: 'https://spec.openapis.org/oas/v3.1.1#paths-object',
    message: {
      nl: "Het pad '{name}' bevat een vraagteken; beschrijf dat deel als queryparameters.",
      en: "The path '{name}' holds a question mark; describe that part as query parameters.",
    },
    why: {
      nl: 'Een pad met een query erin past op geen enkel verzoek.',
      en: 'A path with a query in it matches no request.',
    },
  },
  {
    id: 'oas-identical-paths',
    check: checkIdenticalPaths,
    severity: 'error',
    profiles: { oas: 'error', zds: 'error' },
    source: 'https://spec.openapis.org/oas/v3.1.1#paths-object',
    message: {
      nl: "Het pad '{name}' verschilt alleen in parameternamen van een ander pad; voeg ze samen.",
      en: "The path '{name}' differs from another in parameter names only; merge them.",
    },
    why: {
      nl: 'Zulke paden zijn voor OpenAPI hetzelfde pad.',
      en: 'To OpenAPI such paths are the same path.',
    },
  },
  {
    id: 'oas-ambiguous-paths',
    check: checkAmbiguousPaths,
    severity: 'warning',
    profiles: { oas: 'warning', zds: 'warning' },
    source: 'https://spec.openapis.org/oas/v3.1.1#path-templating-matching',
    message: {
      nl: "Een verzoek kan op het pad '{name}' en op een ander pad passen; maak ze verschillend.",
      en: "A request may match the path '{name}' and another one; make them differ.",
    },
    why: {
      nl: 'Welke operatie een server dan kiest staat nergens.',
      en: 'Which operation a server then picks is written nowhere.',
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
  {
    id: 'oas-component-names',
    checkApi: checkComponentNames,
    severity: 'error',
    profiles: { oas: 'error', zds: 'error' },
    source: 'https://spec.openapis.org/oas/v3.1.1#components-object',
    message: {
      nl: "De naam '{name}' heeft tekens die OpenAPI niet toelaat; gebruik letters, cijfers, punt, - en _.",
      en: "The name '{name}' has characters that OpenAPI does not allow; use letters, digits, dot, - and _.",
    },
    why: {
      nl: "Verwijzingen naar zo'n naam werken niet overal.",
      en: 'References to such a name do not work everywhere.',
    },
  },
  {
    id: 'oas-component-name-unique',
    check: checkNamesUnique,
    severity: 'info',
    profiles: { oas: 'info', zds: 'info' },
    source: 'https://spec.openapis.org/oas/v3.1.1#components-object',
    message: {
      nl: "De naam '{name}' staat in meer dan één bestand; geef het ene deel een andere naam.",
      en: "The name '{name}' stands in more than one file; give one of the parts another name.",
    },
    why: {
      nl: 'Een bundel moet dan een naam verzinnen.',
      en: 'A bundle then has to invent a name.',
    },
  },
  {
    id: 'oas-unused-components',
    check: checkUnusedComponents,
    looks: 'file',
    severity: 'warning',
    profiles: { oas: 'warning', zds: 'warning' },
    source: 'https://spec.openapis.org/oas/v3.1.1#components-object',
    message: {
      nl: "Niets verwijst naar '{name}'; gebruik het of verwijder het.",
      en: "Nothing refers to '{name}'; use it or remove it.",
    },
    why: {
      nl: 'De lezer zoekt naar een betekenis die er niet is.',
      en: 'The reader looks for a meaning that is not there.',
    },
  },
  {
    id: 'oas-tags-unique',
    check: checkTagNames,
    severity: 'error',
    profiles: { oas: 'error', adr: 'error', zds: 'error' },
    source: 'https://spec.openapis.org/oas/v3.1.1#openapi-object',
    message: {
      nl: 'Een tag staat twee keer in de lijst; laat er één staan.',
      en: 'A tag is listed twice; keep one.',
    },
    why: {
      nl: 'Documentatie toont de groep dan dubbel.',
      en: 'Documentation then shows the group twice.',
    },
  },
  {
    id: 'oas-tag-defined',
    checkApi: checkTags,
    severity: 'warning',
    profiles: { oas: 'warning', zds: 'warning' },
    source: 'https://spec.openapis.org/oas/v3.1.1#operation-object',
    message: {
      nl: "De tag '{tag}' staat niet in de lijst 'tags' van het document; voeg hem daar toe.",
      en: "The tag '{tag}' is not in the list 'tags' of the document; add it there.",
    },
    why: {
      nl: 'Een groep zonder uitleg of vaste plaats in de documentatie.',
      en: 'A group without explanation or fixed place in the documentation.',
    },
  },
  {
    id: 'oas-tag-description',
    check: checkText('Tag', 'description'),
    severity: 'info',
    profiles: { oas: 'info', zds: 'info' },
    source: 'https://spec.openapis.org/oas/v3.1.1#tag-object',
    message: {
      nl: 'De tag heeft geen beschrijving; zeg in een zin wat eronder valt.',
      en: 'The tag has no description; say in a sentence what belongs to it.',
    },
    why: {
      nl: 'De lezer moet raden wat de groep bevat.',
      en: 'The reader has to guess what the group holds.',
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
    id: 'oas-license',
    check: checkLicence,
    severity: 'warning',
    profiles: { oas: 'warning', zds: 'warning' },
    source: 'https://spec.openapis.org/oas/v3.1.1#license-object',
    message: {
      nl: "De licentie ontbreekt of heeft geen url of SPDX-kenmerk; vul 'info.license' aan.",
      en: "The licence is missing or has no url or SPDX identifier; complete 'info.license'.",
    },
    why: {
      nl: 'Zonder licentie weet niemand wat er met de beschrijving mag.',
      en: 'Without a licence nobody knows what may be done with the description.',
    },
  },
  {
    id: 'oas-array-parameter-serialization',
    check: checkListParameters,
    severity: 'info',
    profiles: { oas: 'info', zds: 'info' },
    source: 'https://spec.openapis.org/oas/v3.1.1#style-values',
    message: {
      nl: "De lijstparameter zegt niet hoe de waarden in het verzoek staan; voeg 'style' en 'explode' toe.",
      en: "The list parameter does not say how its values are written in the request; add 'style' and 'explode'.",
    },
    why: {
      nl: 'De een schrijft a=1,2 en de ander a=1&a=2.',
      en: 'One writes a=1,2 and another a=1&a=2.',
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
    id: 'zgw-parameter-description',
    check: checkParameterDescriptions,
    severity: 'warning',
    profiles: { zds: 'warning' },
    source: 'ZGW',
    message: {
      nl: 'De parameter heeft geen beschrijving; zeg wat de waarde betekent.',
      en: 'The parameter has no description; say what the value means.',
    },
    why: {
      nl: 'De naam alleen zegt niet hoe er wordt gefilterd.',
      en: 'The name alone does not tell how it filters.',
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
  {
    id: 'sec-safe-markdown',
    check: checkMarkdown,
    severity: 'warning',
    profiles: { zds: 'warning' },
    source: 'https://spec.commonmark.org/0.31.2/#raw-html',
    message: {
      nl: 'De tekst bevat een script of een gebeurtenis in HTML; verwijder die: {uitleg}',
      en: 'The text holds a script or an event handler in HTML; remove it: {detail}',
    },
    why: {
      nl: 'Documentatie die de tekst toont voert het script uit bij de lezer.',
      en: "Documentation that shows the text runs the script at the reader's side.",
    },
  },
];
