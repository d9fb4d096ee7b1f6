/**
 * openapi-fetch with calls that are held against the description to the letter. Its own calls infer the type of what is
 * given, so that a misspelt name beside known ones passes: `body: { ...zaak, omschrijvng: 'x' }`. Here the type of what
 * may be given follows from the path alone, and TypeScript refuses every name that is not in it.
 *
 * ```ts
 * const zrc = createExactClient<paths>({ baseUrl });
 * ```
 */
import createClient, {
  type Client,
  type ClientOptions,
  type FetchResponse,
  type MaybeOptionalInit,
} from 'openapi-fetch';
import type { HttpMethod, MediaType, PathsWithMethod } from 'openapi-typescript-helpers';

type ParseAs = 'json' | 'text' | 'blob' | 'arrayBuffer' | 'stream';

/** Optional where nothing has to be given. */
type Init<Wanted, As> = undefined extends Wanted
  ? [init?: Wanted & { readonly parseAs?: As }]
  : [init: Wanted & { readonly parseAs?: As }];

type ExactCall<Paths extends {}, Method extends HttpMethod> = <
  Path extends PathsWithMethod<Paths, Method>,
  As extends ParseAs = 'json',
>(
  url: Path,
  ...init: Init<MaybeOptionalInit<Paths[Path], Method & keyof Paths[Path]>, As>
) => Promise<FetchResponse<Paths[Path][Method & keyof Paths[Path]] & {}, { parseAs: As }, MediaType>>;

/** The client of openapi-fetch, with exact calls. */
export type ExactClient<Paths extends {}> = Pick<Client<Paths>, 'use' | 'eject'> & {
  readonly [Method in HttpMethod as Uppercase<Method>]: ExactCall<Paths, Method>;
};

export const createExactClient = <Paths extends {}>(options?: ClientOptions): ExactClient<Paths> =>
  createClient<Paths>(options) as Client<Paths> & ExactClient<Paths>;
