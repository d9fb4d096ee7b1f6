import type { RuleText } from './rule.ts';

/** A rule that openapi-core brings along, under the id of our list. */
export interface BuiltinRule extends RuleText {
  /** What it is called there, with its options. Messages have `{name}`, the key found fault with, and `{detail}`. */
  readonly redocly: readonly {
    readonly name: string;
    readonly options?: Readonly<Record<string, unknown>>;
  }[];
}

export const builtinRules = [
  {
    id: 'adr-no-trailing-slash',
    redocly: [{ name: 'no-path-trailing-slash' }],
    severity: 'error',
    profiles: { adr: 'error', zds: 'error' },
    source: 'ADR /core/no-trailing-slash',
    message: {
      nl: "Het pad '{name}' eindigt op een schuine streep; laat die weg.",
      en: "The path '{name}' ends in a slash; leave it out.",
    },
    why: {
      nl: 'Een server kan /zaken en /zaken/ als twee verschillende adressen zien; de aanroeper krijgt dan een 404.',
      en: 'A server may take /zaken and /zaken/ for two addresses; the caller then gets a 404.',
    },
  },
] as const satisfies readonly BuiltinRule[];
