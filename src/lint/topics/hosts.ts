import type { Document } from '../../source/index.ts';
import { mayHold } from './texts.ts';

/** Top-level domains that never lead outside: reserved (RFC 6762, RFC 8375, RFC 9476) or in use inside networks. */
const INSIDE = /\.(local|internal|intern|lan|corp|home|localdomain|cluster|svc|home\.arpa)$/;

/** RFC 1918, section 3; RFC 1122, section 3.2.1.3 (127/8); RFC 3927 (169.254/16). */
const PRIVATE_IPV4 = /^(10|127|192\.168|169\.254|172\.(1[6-9]|2\d|3[01]))(\.\d{1,3}){1,3}$/;

/** RFC 4291, section 2.5.3; RFC 4193, section 3.1; RFC 4291, section 2.5.6. */
const PRIVATE_IPV6 = /^\[(::1|f[cd][0-9a-f]{2}:.*|fe[89ab][0-9a-f]:.*)\]$/;

const URL_HOST = /\b[a-z][a-z0-9+.-]*:\/\/(?:[^\s/?#@]*@)?(\[[0-9a-f:.]+\]|[a-z0-9_.-]+)/gi;

/** How such a host stands in a URL in the text of a file; JSON may write a slash as `\/`. */
const MAY_BE_INSIDE =
  /:\\?\/\\?\/(?:[^\s/?#@]*@)?(?:\[|0\.|10\.|127\.|192\.168\.|169\.254\.|172\.|localhost|[a-z0-9_.-]+\.(?:local|intern|lan|corp|home|cluster|svc))/i;

/** Whether a URL with such a host may stand anywhere in a document; false is certain. */
export const mayNameInside = (document: Document): boolean => mayHold(document, MAY_BE_INSIDE);

/** A host by which a machine calls itself: instructions name it, and it gives nothing away. */
const OWN_MACHINE = /^(localhost|.*\.localhost|127\..*|0\.0\.0\.0|\[::1\])\.?$/i;

/** The first host in a URL in prose that only its own network knows; in a text that is a URL, of the machine itself too. */
export function internalHostInProse(text: string): string | undefined {
  const isUrl = /^[a-z][a-z0-9+.-]*:\/\/\S+$/i.test(text);
  return hostsInUrls(text).find(host => isInternal(host) && (isUrl || !OWN_MACHINE.test(host)));
}

const hostsInUrls = (text: string): string[] =>
  text.includes('://') ? [...text.matchAll(URL_HOST)].map(([, host = '']) => host) : [];

/** The first host in a text that only its own network knows: in a URL, or the whole text. */
export function internalHostIn(text: string): string | undefined {
  const whole = /^([a-z0-9_.-]+)(:\d+)?$/i.exec(text)?.[1];
  return [...hostsInUrls(text), ...(whole ? [whole] : [])].find(isInternal);
}

function isInternal(written: string): boolean {
  const host = written.toLowerCase().replace(/\.$/, '');
  if (host === 'localhost' || host.endsWith('.localhost') || host === '0.0.0.0') return true;
  const isIpv4 = host.split('.').length === 4;
  return INSIDE.test(host) || (isIpv4 && PRIVATE_IPV4.test(host)) || PRIVATE_IPV6.test(host);
}
