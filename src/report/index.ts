import { codequality } from './code-quality.ts';
import type { Format } from './formats.ts';
import { github } from './github.ts';
import { html } from './html.ts';
import { json } from './json.ts';
import { junit } from './junit.ts';
import { markdown } from './markdown.ts';
import type { Reporter } from './reporter.ts';
import { sarif } from './sarif.ts';
import { text } from './text.ts';

/** What writes a report in each format. */
export const REPORTERS = {
  text,
  json,
  markdown,
  html,
  sarif,
  junit,
  github,
  codequality,
} as const satisfies Record<Format, Reporter>;

export type { Format } from './formats.ts';
export type { Conclusion, Reporter, ReporterOptions } from './reporter.ts';
