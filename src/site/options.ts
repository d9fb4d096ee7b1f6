import type { Change } from '../core/change.ts';
import type { JsonObject } from '../core/json.ts';
import type { Lang } from '../core/text.ts';
import type { HistoryLog } from './versions/history.ts';

/** A row of `spec/backlog/rules.yaml`, as far as the pages show it. */
export interface BacklogRule {
  readonly id: string;
  /** The API that the rule belongs to. */
  readonly api?: string;
  readonly title: string;
  /** What the rule demands, in full. */
  readonly statement?: string;
  /** operationIds; `*` stands for all. */
  readonly operations?: readonly string[];
  /** `Schema.attribute` or `Schema.group.attribute`. */
  readonly attributes?: readonly string[];
  readonly statuses?: readonly (number | string)[];
  readonly code?: string;
  readonly field?: string;
  /** `current`, `dropped` or `later`; only current rules are shown. */
  readonly state?: string;
  /** How messages show that the rule was kept: by one of them (`message`), by several, or not (`none`). */
  readonly evidence?: { readonly by: string; readonly how: string };
}

/** A row of `spec/backlog/stories.yaml`, as far as the pages show it. */
export interface BacklogStory {
  readonly id: string;
  readonly title: string;
  readonly party?: string;
  /** A party that has the same wish. */
  readonly sharedWith?: string;
  readonly process?: string;
  readonly role?: string;
  readonly wish?: string;
  readonly goal?: string;
  readonly operations?: readonly string[];
}

export interface SiteBacklog {
  readonly rules?: readonly BacklogRule[];
  readonly stories?: readonly BacklogStory[];
}

/** A text beside the reference, such as a walk-through: CommonMark, one page each. */
export interface Guide {
  /** Path of the page without extension: `procesvoorbeeld`. */
  readonly slug: string;
  readonly title: string;
  readonly markdown: string;
  /** Whom it is for; for who builds where nothing is said. */
  readonly door?: 'build' | 'judge' | 'understand';
  /** True where another guide leads to it, and the navigation does not. */
  readonly isPart?: boolean;
}

/** One of the first calls of a new client. */
export interface FirstStep {
  /** The operationId. */
  readonly operation: string;
  /** The name of the example that is sent and answered; the first one where there is none. */
  readonly example?: string;
  readonly title: string;
  /** CommonMark. */
  readonly text: string;
}

/** Another version of the document. */
export interface SiteVersion {
  /** `2.0.0-alpha.3`, or what a revision is called. */
  readonly name: string;
  readonly status?: string;
  /** ISO 8601; absent where nobody wrote it down. */
  readonly date?: string;
  /** Whether changes are still held against it; absent where nobody says. */
  readonly isSupported?: boolean;
  /** The last day of support, ISO 8601. */
  readonly endOfSupport?: string;
  /** CommonMark. */
  readonly notes?: string;
  /** The document as one file: with it, the pages show how they differ from this version. */
  readonly bundled?: JsonObject;
  /** What the changes since this version mean. */
  readonly changes?: readonly Change[];
}

export interface DocsOptions {
  /** `site` (default): static pages. `redoc`: one page with Redoc. `markdown`: a file per resource. */
  readonly format?: 'site' | 'redoc' | 'markdown';
  /** Language of the labels; by default that of the document. */
  readonly lang?: Lang;
  /** Business rules and user stories, shown with the operations and attributes that they name. */
  readonly backlog?: SiteBacklog;
  readonly guides?: readonly Guide[];
  /** What a new client calls first, for the page "getting started"; operations that the document lacks are left out. */
  readonly firstSteps?: readonly FirstStep[];
  /** Older versions, newest first. */
  readonly versions?: readonly SiteVersion[];
  /** What each release brought: the pages tell since when each thing is there. */
  readonly history?: HistoryLog;
}
