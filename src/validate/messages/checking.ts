import type { Node, Resolve } from '../../core/node.ts';
import type { MessageValidator } from '../../openapi/message-validator.ts';
import type { SchemaPlace } from './places.ts';
import type { SeenBodies } from './seen-bodies.ts';

/** What it takes to check messages against one document. */
export interface Checking {
  readonly resolve: Resolve;
  readonly validator: MessageValidator;
  readonly seenBodies: SeenBodies;
  readonly placeOf: (schemas: readonly Node[]) => SchemaPlace;
  /** Names of API keys that travel in a query (OpenAPI 3.1.0, section 4.8.27). */
  readonly keysInQuery: ReadonlySet<string>;
  /** Whether what was sent may stand in a sentence. */
  readonly showsValues: boolean;
}
