import type { Finding, Severity, SourceLocation } from '../core/finding.ts';
import type { Report } from '../core/report.ts';
import type { RuleInfo } from '../core/rule.ts';
import type { Lang } from '../core/text.ts';
import { jsonText } from '../core/visible.ts';
import { locusOf, templateOf } from '../core/wording.ts';
import { shortened } from './evidence.ts';
import type { Reporter } from './reporter.ts';
import { toldOf } from './told.ts';

const LEVEL = {
  error: 'error',
  breaking: 'error',
  warning: 'warning',
  info: 'note',
} as const satisfies Record<Severity, string>;

/** SARIF 2.1.0 (OASIS), for code scanning. */
export const sarif: Reporter = (report, { lang }) => {
  const rules = Object.values(report.rules);
  const index = new Map(rules.map((rule, position) => [rule.id, position]));
  const resultOf = (finding: Finding, because?: string) => ({
    ruleId: finding.rule,
    ruleIndex: index.get(finding.rule) ?? -1,
    level: LEVEL[finding.severity],
    message: { text: toldOf(report, finding, lang) },
    locations: locationsOf(finding),
    ...relatedOf(finding),
    partialFingerprints: { 'zds/v1': finding.fingerprint },
    properties: { ...propertiesOf(finding), ...changesOf(report, finding, lang) },
    ...(because === undefined ? {} : { suppressions: [{ kind: 'external', justification: because }] }),
  });
  const log = {
    $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: report.tool.name,
            version: report.tool.version,
            rules: rules.map(rule => descriptorOf(rule, lang)),
          },
        },
        // What is uploaded twice for one commit has to differ in this, or the second replaces the first.
        automationDetails: { id: `zds/${report.command}/` },
        columnKind: 'utf16CodeUnits',
        results: [
          ...report.findings.map(finding => resultOf(finding)),
          ...report.suppressed.map(({ finding, by, reason }) => resultOf(finding, `${by}: ${reason}`)),
        ],
      },
    ],
  };
  return `${jsonText(log)}\n`;
};

function descriptorOf(rule: RuleInfo, lang: Lang) {
  const link = rule.link ?? rule.source.match(/https?:\/\/\S+/)?.[0];
  return {
    id: rule.id,
    shortDescription: { text: templateOf(rule, lang) },
    fullDescription: { text: rule.why[lang] },
    help: { text: `${rule.why[lang]}\n\n${rule.source}` },
    ...(link ? { helpUri: link } : {}),
    defaultConfiguration: { level: LEVEL[rule.severity] },
  };
}

function locationsOf({ old, new: next, affects }: Finding) {
  const place = next ?? old;
  if (!place) return [];
  const logical = affects.slice(0, 20).map(locus => ({ fullyQualifiedName: locusOf(locus) }));
  return [
    { physicalLocation: physicalOf(place), ...(logical.length > 0 ? { logicalLocations: logical } : {}) },
  ];
}

/** Of a message: the place in the document that it is held against. Of several places with one cause: the others. */
function relatedOf({ sent, also = [] }: Finding) {
  const places = [...(sent?.described ? [sent.described] : []), ...also];
  return places.length > 0
    ? { relatedLocations: places.map(place => ({ physicalLocation: physicalOf(place) })) }
    : {};
}

const physicalOf = ({ file, line, column }: SourceLocation) => ({
  artifactLocation: { uri: encodeURI(file) },
  region: { startLine: line, startColumn: column },
});

/** What SARIF has no field for: the verdict per audience and the evidence. */
function propertiesOf({ clients, providers, surface, evidence, sent }: Finding) {
  return {
    ...(clients ? { clients } : {}),
    ...(providers ? { providers } : {}),
    ...(surface ? { surface } : {}),
    ...(sent ? { sent } : {}),
    ...(evidence ? { evidence: shortened(evidence) } : {}),
  };
}

/** The changes that a finding belongs to: what people decide on. */
function changesOf({ changes = [] }: Report, { fingerprint }: Finding, lang: Lang) {
  const own = changes.filter(({ findings }) => findings.includes(fingerprint));
  return own.length === 0 ? {} : { changes: own.map(({ id, title }) => ({ id, title: title[lang] })) };
}
