import type { Node } from '../../core/node.ts';
import { tokens } from '../../core/pointer.ts';
import { contentOf } from '../../openapi/parts.ts';
import type { Api } from '../api.ts';
import type { Visitor } from '../rule.ts';
import { entriesOf } from './schemas.ts';

/** A value that has a name: a property of a schema, or a path or query parameter. */
export interface Named {
  readonly name: string;
  /** Where the name stands: the key of the property, the `name` of the parameter. */
  readonly at: Node;
  /** As it is written, possibly a reference. */
  readonly schema: Node;
  /** The parameter that it is a value of. */
  readonly holder?: Node;
}

/** The name nearest above a place in a schema: of an attribute, or of the component. */
export function nameAbove(pointer: string): string {
  const path = tokens(pointer.replace(/^#/, ''));
  const at = path.findLastIndex(
    (_, index) => index > 0 && /^(properties|schemas|parameters|headers|\$defs)$/.test(path[index - 1] ?? ''),
  );
  return path[at] ?? path.at(-1) ?? '';
}

/** A visitor that meets every named value once. HTTP headers have formats of their own and are left out. */
export function visitNamed(api: Api, visit: (named: Named) => void): Visitor {
  return {
    SchemaProperties(properties, { location }) {
      for (const [name, schema] of entriesOf(api.nodeAt(location, properties)))
        visit({ name, at: schema, schema });
    },
    Parameter(parameter, { location }) {
      if (parameter.in !== 'query' && parameter.in !== 'path') return;
      const node = api.nodeAt(location, parameter);
      const schema = api.child(node, 'schema') ?? contentOf(api, node)[0]?.schema;
      const at = api.nodeAt(location.child('name'), parameter.name);
      if (schema && typeof parameter.name === 'string')
        visit({ name: parameter.name, at, schema, holder: node });
    },
  };
}
