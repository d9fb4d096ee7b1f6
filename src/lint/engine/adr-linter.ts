/** The text of the API Design Rules that the profile `adr` holds a document to; its linter stands beside it. */
const DESIGN_RULES = 'https://gitdocumentatie.logius.nl/publicatie/api/adr/2.2.1/';

const LINTER = `${DESIGN_RULES}media/linter.yaml`;

/**
 * What each of our rules is called in the official linter of the API Design Rules 2.2.1 ({@link LINTER}). Names without
 * `nlgov:` are of the set that it builds on.
 */
const NAMES: Readonly<Record<string, readonly string[]>> = {
  'adr-servers-present': ['oas3-api-servers'],
  'adr-doc-openapi': ['nlgov:openapi3', 'nlgov:openapi-root-exists'],
  'oas-spec-version-supported': ['nlgov:openapi3'],
  'oas-struct': ['oas3-schema'],
  'oas-refs-resolve': ['invalid-ref'],
  'oas-file-unread': ['invalid-ref'],
  'adr-version-header': ['nlgov:missing-version-header', 'nlgov:missing-header'],
  'adr-uri-version': ['nlgov:include-major-version-in-uri'],
  'adr-no-trailing-slash': ['nlgov:paths-no-trailing-slash', 'path-keys-no-trailing-slash'],
  'adr-doc-openapi-contact': ['info-contact', 'nlgov:info-contact-fields-exist'],
  'adr-http-methods': ['nlgov:http-methods'],
  'adr-path-segments-kebab-case': ['nlgov:paths-kebab-case'],
  'adr-query-keys-camel-case': ['nlgov:query-keys-camel-case'],
  'adr-transport-tls': ['nlgov:servers-use-https'],
  'adr-problem-details': ['nlgov:use-problem-schema', 'nlgov:problem-schema-members'],
  'adr-invalid-input': ['nlgov:problem-invalid-input'],
  'adr-semver': ['nlgov:semver'],
  'adr-date-time-format': ['nlgov:specify-format-for-date-and-time', 'nlgov:time-without-timezone'],
  'adr-date-time-timezone': ['nlgov:date-time-ensure-timezone'],
  'adr-date-omit-time-portion': ['nlgov:use-date-instead-of-datetime'],
  'oas-path-params-defined': ['path-params'],
  'oas-identical-paths': ['path-params'],
  'oas-parameters-unique': ['path-params'],
  'oas-operation-id-unique': ['operation-operationId-unique'],
  'oas-tags-unique': ['openapi-tags-uniqueness'],
  'oas-valid-media-type-examples': ['oas3-valid-media-example'],
  'oas-valid-parameter-examples': ['oas3-valid-media-example'],
  'oas-valid-schema-examples': ['oas3-valid-schema-example'],
  'oas-server-variables-defined': ['oas3-server-variables'],
  'oas-server-variables-enum': ['oas3-server-variables'],
  // Both left the linter in June 2026, as the Design Rules have no such rule.
  'conv-schema-pascal-case': ['nlgov:schema-camel-case'],
  'conv-property-camel-case': ['nlgov:property-casing'],
};

/** The official names of a rule; empty where the official linter has no such rule. */
export const officialNames = (id: string): readonly string[] => NAMES[id] ?? [];

/** Where the text of a source stands, the first that fits; of extensions to the Design Rules, where those lead to them. */
const LINKS: readonly (readonly [source: RegExp, link: string])[] = [
  [/^ADR (\/core\/\S+)/, `${DESIGN_RULES}#$1`],
  [/^ADR \/geo\//, 'https://gitdocumentatie.logius.nl/publicatie/api/mod-geo/'],
  [/^ADR \/(signing|encryption)\//, 'https://logius-standaarden.github.io/API-mod-$1/'],
  [/^ADR linter/, LINTER],
  [/^ADR /, DESIGN_RULES],
  [/^RFC (\d+)/, 'https://www.rfc-editor.org/rfc/rfc$1'],
  [/Semantic Versioning 2\.0\.0, item (\d+)/, 'https://semver.org/spec/v2.0.0.html#spec-item-$1'],
  [/^ZGW$/, 'https://vng-realisatie.github.io/gemma-zaken/standaard/'],
];

/** Where the text of a rule can be read; `undefined` where its source is not on the web under a known address. */
export function linkOf(source: string): string | undefined {
  const url = /https?:\/\/\S+/.exec(source)?.[0];
  if (url) return url;
  const [pattern, link] = LINKS.find(([pattern]) => pattern.test(source)) ?? [];
  return pattern && link && pattern.exec(source)?.[0].replace(pattern, link);
}
