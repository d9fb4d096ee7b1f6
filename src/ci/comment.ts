import { isArray, isObject, isString, type Json, member } from '../core/json.ts';
import { type Environment, pullRequestIn } from './platform.ts';

/** What became of a comment; `why` is for a person. */
export type CommentOutcome =
  | { readonly is: 'written' | 'updated' }
  | { readonly is: 'left-out'; readonly why: string };

const leftOut = (why: string): CommentOutcome => ({ is: 'left-out', why });

/** GitHub gives at most a hundred comments at once. */
const PAGE = 100;

/** Pages that are looked through for the comment of an earlier run. */
const MOST_PAGES = 30;

/**
 * Puts a text on the pull request as one comment: an earlier one, which begins with the marker, gets the new text. A
 * token that may not write, as in a pull request from a fork, is no failure: it is said, and the summary has the same.
 *
 * @see GitHub REST API, "Issue comments"
 */
export async function putComment(
  text: string,
  marker: string,
  environment: Environment,
  event: Json | undefined,
): Promise<CommentOutcome> {
  const number = pullRequestIn(event);
  const { GITHUB_REPOSITORY: repository, GITHUB_TOKEN: token, GITHUB_API_URL: root } = environment;
  if (number === undefined || !repository) return leftOut('this run is not for a pull request of GitHub');
  if (!token) return leftOut('GITHUB_TOKEN is not set');
  const api = `${root || 'https://api.github.com'}/repos/${repository}`;
  const ask = asker(token);
  const found = await findComment(`${api}/issues/${number}/comments`, marker, ask);
  if (!isObject(found)) return leftOut(found);
  const { id } = found;
  const answer =
    typeof id === 'number'
      ? await ask('PATCH', `${api}/issues/comments/${id}`, { body: text })
      : await ask('POST', `${api}/issues/${number}/comments`, { body: text });
  if (answer.trouble !== undefined) return leftOut(answer.trouble);
  return { is: typeof id === 'number' ? 'updated' : 'written' };
}

type Ask = (
  method: string,
  url: string,
  body?: Json,
) => Promise<{ readonly value?: Json; readonly trouble?: string }>;

const asker =
  (token: string): Ask =>
  async (method, url, body) => {
    try {
      const answer = await fetch(url, {
        method,
        headers: {
          accept: 'application/vnd.github+json',
          authorization: `Bearer ${token}`,
          'x-github-api-version': '2022-11-28',
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
        signal: AbortSignal.timeout(30_000),
      });
      if (!answer.ok) return { trouble: `GitHub answers ${answer.status} to ${method} of the comment` };
      return { value: (await answer.json()) as Json };
    } catch (error) {
      if (!(error instanceof TypeError || error instanceof DOMException || error instanceof SyntaxError))
        throw error;
      return { trouble: `GitHub cannot be reached (${error.message})` };
    }
  };

/** Who may write in the repository; a comment of anybody else that begins with our marker is not ours. */
const WRITERS: ReadonlySet<Json | undefined> = new Set(['OWNER', 'MEMBER', 'COLLABORATOR']);

/** The earlier comment, an empty object where there is none, or why that is not known. */
async function findComment(
  url: string,
  marker: string,
  ask: Ask,
): Promise<{ readonly id?: number } | string> {
  for (let page = 1; page <= MOST_PAGES; page += 1) {
    const { value, trouble } = await ask('GET', `${url}?per_page=${PAGE}&page=${page}`);
    if (trouble !== undefined) return trouble;
    const comments = isArray(value) ? value : [];
    const own = comments.find(comment => isOwn(comment, marker));
    const id = member(own, 'id');
    if (typeof id === 'number') return { id };
    if (comments.length < PAGE) break;
  }
  return {};
}

function isOwn(comment: Json, marker: string): boolean {
  const body = member(comment, 'body');
  const isBot = member(member(comment, 'user'), 'type') === 'Bot';
  return (
    isString(body) && body.startsWith(marker) && (isBot || WRITERS.has(member(comment, 'author_association')))
  );
}
