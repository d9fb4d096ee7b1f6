import type { Audience, Evidence, Locus, Severity, SourceLocation, Surface, Verdict } from './finding.ts';
import type { Json } from './json.ts';
import type { RuleOfVerdict } from './rule.ts';
import type { Text } from './text.ts';

/** What a change is about: an attribute of an object, a code list, an operation and so on. */
export type SubjectKind = 'attribute' | 'object' | 'codelist' | 'operation' | 'scheme' | 'document';

/** Places of a change where it means the same; those that carry the verdict of the change stand in the first group. */
export interface PlaceGroup {
  readonly clients: Verdict;
  readonly providers: Verdict;
  /** Places of the object itself first, then those that are reached through `_expand`. */
  readonly places: readonly Locus[];
  /** How many of `places`, at the end, are reached through `_expand`. */
  readonly viaExpand: number;
}

/** A message that shows a break: the example of an operation with one edit, confirmed by ajv on both sides. */
export interface Illustration {
  /** Operation, direction, status and media type of the message. */
  readonly at: Locus;
  readonly audience: Audience;
  /** The version whose senders may send it; it is the other one that refuses it. */
  readonly from: 'old' | 'new';
  /** `example`: an example of the document with one edit; `minimal`: the smallest message that shows it. */
  readonly basis: 'example' | 'minimal';
  /** What sets the message apart, in words, such as "zonder toelichting"; absent for one that was not made by an edit. */
  readonly edit?: Text;
  /** Whether the message is accepted on both sides with another value there, so that the edit alone is the reason. */
  readonly isOnlyReason: boolean;
  /** The other places that the message is refused for, where they are known. */
  readonly beside?: readonly Locus[];
  /** `{path, query, header, cookie, body}` of a request, `{header, body}` of a response. */
  readonly message: Json;
  /** The request as a command line, or the response as it travels. */
  readonly wire: string;
  /** The message on both sides of the change; absent where no message was found that both versions accept. */
  readonly migration?: MessageMigration;
}

/**
 * A message as it was before a change and as it is after it: {@link Illustration.message}, and the nearest one that both
 * versions accept.
 */
interface MessageMigration {
  readonly before: Json;
  readonly after: Json;
}

/** A way to the same end without a break, proved by comparing a document that has it with the old one. */
export interface WayWithoutBreak {
  /** Id of a recipe, such as `keep-optional`. */
  readonly recipe: string;
  readonly text: Text;
  /** Whether what is new is taken in at once; else it waits for the next major version. */
  readonly takesNew: boolean;
}

/** What shows a break for one audience, where a change breaks both. */
export interface OtherBreak {
  readonly audience: Audience;
  readonly evidence?: Evidence;
  readonly ground?: RuleOfVerdict;
  readonly illustration?: Illustration;
}

/** All findings about one subject: what people read and decide on. */
export interface Change {
  /** Hash of the subject and the fingerprints of its findings: another one as soon as the change is another. */
  readonly id: string;
  readonly kind: SubjectKind;
  /** `Zaak · toelichting`, `POST /zaken`; at most 60 characters. */
  readonly subject: Text;
  /** The subject and what happens to it, at most 90 characters. */
  readonly title: Text;
  /** One sentence for each thing that happens, gravest first. */
  readonly events: readonly Text[];
  readonly severity: Severity;
  readonly clients: Verdict;
  readonly providers: Verdict;
  readonly surface: Surface;
  /** Fingerprints of the findings. One finding may be about several subjects, and then stands in several changes. */
  readonly findings: readonly string[];
  readonly rules: readonly string[];
  readonly places: readonly PlaceGroup[];
  /** Operations that carry the verdict of the change, by label. */
  readonly operations: readonly string[];
  /** Whose verdict comes first: the evidence is for that one. */
  readonly audience: Audience;
  /** Of these places: a witness stands at one of them, though its finding is about other subjects too. */
  readonly evidence?: Evidence;
  /** The convention that the verdict for the other audience rests on, such as `C1`. */
  readonly assumed?: string;
  /** The rule that decides, where the evidence is that a rule states it. */
  readonly ground?: RuleOfVerdict;
  readonly illustration?: Illustration;
  /** Only of a change that breaks both: what shows it for the audience that {@link audience} is not. */
  readonly other?: OtherBreak;
  readonly old?: SourceLocation;
  readonly new?: SourceLocation;
  /** It would break, and is a risk because an operation that it reaches was not promised yet. */
  readonly isUnpromised?: true;
  /** What was announced of it before: the date after which it may go. */
  readonly sunset?: string;
  /** Ways without a break; empty where none was found, absent where nothing breaks or none was looked for. */
  readonly ways?: readonly WayWithoutBreak[];
}

/** Whose verdict of a change comes first: who breaks before who is at risk, and clients before providers. */
export function audienceOf({ clients, providers }: Pick<Change, 'clients' | 'providers'>): Audience {
  if (clients === 'breaking') return 'clients';
  if (providers === 'breaking') return 'providers';
  return clients === 'warning' || providers !== 'warning' ? 'clients' : 'providers';
}
