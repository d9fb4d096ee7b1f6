import { codequality } from './code-quality.ts';
import { github } from './github.ts';
import { html } from './html.ts';
import { json } from './json.ts';
import { junit } from './junit.ts';
import { markdown } from './markdown.ts';
import type { Reporter } from './reporter.ts';
import { sarif } from './sarif.ts';
import { text } from './text.ts';

/** Every format that findings can be written in. */
export const REPORTERS = {
  text,
  json,
  markdown,
  html,
  sarif,
  junit,
  github,
  codequality,
} as const satisfies Record<string, Reporter>;

export type Format = keyof typeof REPORTERS;

export type { Reporter, ReporterOptions } from './reporter.ts';
