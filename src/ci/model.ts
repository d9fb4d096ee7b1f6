import type { Severity } from '../core/finding.ts';
import type { Json } from '../core/json.ts';
import type { Report, ReportVerdict } from '../core/report.ts';
import type { Text } from '../core/text.ts';
import type { Access } from '../source/file-source.ts';
import type { Document } from '../source/index.ts';
import type { Base } from './base.ts';
import type { Environment } from './platform.ts';

/** From which severity on a run fails. */
export type FailOn = 'breaking' | 'warning' | 'info' | 'never';

export interface CiOptions extends Access {
  /** Revision to compare with; default: what the CI server tells, else the configuration, else git. */
  readonly base?: string;
  /** Judge what is staged against HEAD, for a hook. */
  readonly isStaged?: boolean;
  /** Files, folders or globs; default: every document. */
  readonly only?: readonly string[];
  readonly failOn?: FailOn;
  /** Of the rules about documents as a whole. */
  readonly severities?: Readonly<Record<string, Severity | 'off'>>;
  /** Default: an empty one, so that a program is told nothing by the machine that it runs on. */
  readonly environment?: Environment;
  /** What GITHUB_EVENT_PATH names, as JSON. */
  readonly event?: Json | undefined;
}

/** The part of the configuration that tells which documents there are, and what they are compared with. */
export interface CiConfig {
  readonly documents?: readonly string[];
  readonly base?: string;
}

/** What checks a document; the library composes them from its other features. */
export interface Checks {
  readonly compare: (old: Document, next: Document) => Promise<Report>;
  readonly lint: (document: Document, base: Document | undefined) => Promise<Report>;
}

export type DocumentState = 'changed' | 'unchanged' | 'new' | 'removed' | 'unreadable' | 'incomparable';

export interface CiDocument {
  /** Path from the top folder of the repository. */
  readonly file: string;
  readonly state: DocumentState;
  /** What it was called in the base, where it has moved. */
  readonly previous?: string;
  /** Why it, or its version in the base, cannot be read. */
  readonly trouble?: Text;
  readonly diff?: Report;
  /** Of a document that the base has: what is new only. */
  readonly lint?: Report;
}

/** What a change does to the documents of a repository. */
export interface CiRun {
  readonly tool: { readonly name: 'zds'; readonly version: string };
  /** Absent where there is no commit yet. */
  readonly base?: Base;
  readonly documents: readonly CiDocument[];
  /** Files with the usual name that lie in a folder of copies, outputs or cases for tests. */
  readonly aside: readonly string[];
  /** New files that say they are documents of OpenAPI, and that the configuration does not name. */
  readonly unlisted: readonly string[];
  /** Repositories inside this one (submodules) that the change moves to another commit, and that were not looked into. */
  readonly submodules: readonly string[];
  /** The gravest over all documents. */
  readonly verdict: ReportVerdict;
  /** Number of changes that break, removed documents included. */
  readonly breaking: number;
  /** `fine`: exit 0; `findings`: exit 1; `unreadable`: exit 3, for a document that cannot be read was not judged. */
  readonly outcome: 'fine' | 'findings' | 'unreadable';
  /** All documents as one report, for formats that know no documents. */
  readonly report: Report;
  /** Absolute paths of the files that were read from disk, which no output may overwrite. */
  readonly read: readonly string[];
}
