import type { JsonObject } from '../core/json.ts';
import type { Node } from '../core/node.ts';
import type { Pointer } from '../core/pointer.ts';
import type { Args, Text } from '../core/text.ts';
import type { Document } from '../source/index.ts';
import type { Api } from './api.ts';
import type { At } from './engine/typed-walk.ts';
import type { DocumentPart } from './fragment.ts';

/**
 * `oas`: validity. `adr`: validity and the Dutch API Design Rules, those of 2.2 as they were patched in June 2026;
 * `adr@2.3`: what is decided for the version after. `conventions`: spellings that the Design Rules leave free.
 * `zds`: everything.
 */
export const PROFILES = ['oas', 'adr', 'adr@2.2', 'adr@2.3', 'conventions', 'zds'] as const;

export type Profile = (typeof PROFILES)[number];

/** How grave a finding is; lint knows no `breaking`. */
export type Level = 'error' | 'warning' | 'info';

/** What every rule tells about itself, whatever does the checking. */
export interface RuleText {
  /** As in the list of rules; a custom rule's file has the same name. */
  readonly id: string;
  /** The severity of the rule by itself: its level where a run switches it on without naming one. */
  readonly severity: Level;
  /** The section that says so, as a URL or as `ADR /core/…`. */
  readonly source: string;
  /** What is wrong and what to do; `{name}` is filled from the arguments of the finding. */
  readonly message: Text;
  /** What the rule asks, for the catalogue, where the message is made of parts that differ by case. */
  readonly asks?: Text;
  /** Who is hurt, and how. */
  readonly why: Text;
  /** The profiles that switch the rule on, each with its level there. Absent: off. */
  readonly profiles: Readonly<Partial<Record<Profile, Level>>>;
}

/** A place: where a visitor stands, a node, or any file with pointer of the document. */
export type Where = Pick<Node, 'file' | 'pointer'>;

/** What a rule gets to work with. */
export interface RuleContext {
  readonly document: Document;
  /** The operations, parameters and responses of the document with references followed, found once for all rules. */
  readonly api: Api;
  /**
   * Says that something is wrong at a place. The same place with the same arguments counts once. A level
   * given here can only make the finding lighter than the run has it.
   */
  readonly report: (where: Where, args?: Args, level?: Level | undefined) => void;
}

/** One document and where the rule, alone switched on, must find something in it. */
interface BadCase {
  readonly document: string | DocumentPart;
  /** All findings in order: pointers from the fragment down; `#/…` from the root; `file.yaml#/…` elsewhere. */
  readonly at: readonly Pointer[];
}

export type ApiCheck = (context: RuleContext) => void;

/** What is done with an object of the document, and where that stands. */
export type Act = (value: JsonObject, at: At) => void;

/**
 * What is done by the type of object, as `src/vocabulary/objects.ts` names them; `any` is each of them, and `ref` each
 * reference. Before or after what the object holds, or for a type directly inside another.
 */
export interface Visitor {
  readonly [type: string]: Act | { readonly [when: string]: Act };
}

export type VisitorCheck = (context: RuleContext) => Visitor;

/** A rule of our own: one file in `rules/`. */
export interface LintRule extends RuleText {
  /**
   * Where the facts stand that a finding rests on, for what is unknown because a reference was not read. Absent: in
   * the object around the finding and what it holds. `resource`: in any operation on the same resource. `found`: something
   * was found that is enough, whatever else there may be.
   */
  readonly evidence?: 'resource' | 'found';
  /** Looks at all that the document offers, once. A rule has this or {@link check}. */
  readonly checkApi?: ApiCheck;
  /** What is done at which objects, in the one walk of all rules. */
  readonly check?: VisitorCheck;
  /** Examples for people and tests at once. */
  readonly cases: {
    readonly good: readonly (string | DocumentPart)[];
    readonly bad: readonly BadCase[];
  };
}
