import { isString, member } from '../../core/json.ts';
import type { Node } from '../../core/node.ts';
import type { Api } from '../api.ts';
import type { LintRule } from '../rule.ts';
import { facetsOf } from './facets.ts';
import { schemaOfHeader } from './headers.ts';

export interface SignatureHeader {
  readonly name: string;
  readonly node: Node;
  /** What the signature is over: the body, or the whole message with its headers. */
  readonly over: 'payload' | 'message';
  /** True where its schema says a single string, or nothing. */
  readonly isString: boolean;
}

/** Headers that hold a signature over the body or the message; JWS is what the signing module signs with. */
export const NAMES_SIGNATURE =
  /((signature|handtekening)(-(payload|message|body|bericht|inhoud))?|(^|-)jws(-payload)?)(-(sha)?\d+|-ed25519|-hmac)?$/i;

/** Every header in which a signature travels; `Signature-Input` of RFC 9421 only tells about one. */
function signaturesOf(api: Api): SignatureHeader[] {
  return api.operations.flatMap(({ parameters, responses }) => {
    const sent = parameters.filter(({ in: place }) => place === 'header');
    const answered = responses.map(({ headers }) =>
      [...headers].map(([name, node]) => ({ name, node, schema: schemaOfHeader(api, node) })),
    );
    return [sent, ...answered].flatMap(headers => {
      const isHttpSigning = headers.some(({ name }) => /^signature-input$/i.test(name));
      return headers
        .filter(({ name }) => NAMES_SIGNATURE.test(name))
        .map(({ name, node, schema }) => ({
          name,
          node,
          over: isHttpSigning && /^signature$/i.test(name) ? 'message' : overOf(name, node),
          isString: /^(string)?$/.test(facetsOf(api, schema).types.join()),
        }));
    });
  });
}

function overOf(name: string, node: Node): SignatureHeader['over'] {
  const description = member(node.value, 'description');
  const isIn = (text: string): SignatureHeader['over'] | undefined =>
    /payload|body|inhoud/i.test(text) ? 'payload' : /message|bericht/i.test(text) ? 'message' : undefined;
  return isIn(name) ?? isIn(isString(description) ? description : '') ?? 'payload';
}

/** What the rules on the header of a signature share: one header of a given name, of type string. */
export const oneSignatureHeader = (
  over: SignatureHeader['over'],
  header: string,
): Pick<LintRule, 'severity' | 'profiles' | 'why' | 'checkApi'> => ({
  severity: 'warning',
  profiles: { adr: 'warning', zds: 'warning' },
  why: {
    nl: 'Wie de handtekening op de vaste plek zoekt, vindt haar niet en keurt een echt bericht af, of controleert niets.',
    en: 'Whoever looks in the agreed place finds no signature and refuses a genuine message, or checks nothing.',
  },
  checkApi: ({ api, report }) => {
    for (const found of signaturesOf(api)) {
      const isRight = found.name.toLowerCase() === header && found.isString;
      if (found.over === over && !isRight) report(found.node, { name: found.name });
    }
  },
});
