import { readFile } from 'node:fs/promises';
import type { LocalAnswer, LocalPages, LocalRequest } from '../front/local-pages.ts';
import { noSuchRole, roles } from '../identity-and-mail/sign-in/people.ts';
import { htmlAnswer, jsonAnswer, notFound, seeOther, textAnswer } from './answers.ts';
import { answerMailbox } from './mailbox-answers.ts';
import { overviewPage } from './overview.ts';
import { takePicture } from './picture.ts';
import type { PageSources } from './sources.ts';
import { startTally, type Tally } from './tally.ts';

/** Everything under `/_local/` that people look at: what runs, the mailbox, sign-in and tokens for programs. */
export function createLocalPages(sources: PageSources): LocalPages {
  const tally = startTally(sources.journal);
  return {
    handleRaw: sources.handleRaw,
    async handle(request) {
      if (request.method === 'POST') return answerPost(request, sources);
      if (request.method !== 'GET' && request.method !== 'HEAD') return textAnswer('Only GET and POST are known here.', 405);
      return (await answerGet(request, sources, tally)) ?? notFound();
    },
  };
}

async function answerGet(request: LocalRequest, sources: PageSources, tally: Tally): Promise<LocalAnswer | undefined> {
  const { path, query } = request;
  switch (path) {
    case '/_local/':
      return htmlAnswer(overviewPage(await takePicture(sources, tally), { still: query.has('still'), notice: noticeIn(query) }));
    case '/_local/state.json':
      return jsonAnswer(await takePicture(sources, tally));
    case '/_local/token':
      return answerToken(request, sources);
    case '/_local/style.css':
      return file('style.css', 'text/css');
    case '/_local/refresh.js':
      return file('refresh.js', 'text/javascript');
    case '/_local/icon.svg':
      return file('icon.svg', 'image/svg+xml');
    default:
      return path.startsWith('/_local/mailbox') ? answerMailbox(request, sources.mailbox) : undefined;
  }
}

async function file(name: string, type: string): Promise<LocalAnswer> {
  return textAnswer(await readFile(new URL(name, import.meta.url), 'utf8'), 200, type);
}

/** The bare token, for a shell; as JSON with its role and end where that is asked for. */
async function answerToken({ query, headers }: LocalRequest, { tokenFor, baseUrl }: PageSources): Promise<LocalAnswer> {
  if (!fromHere(headers, baseUrl)) return textAnswer('A token is given to this machine’s own programs only.\n', 403);
  const role = roles.find((one) => one === query.get('role'));
  if (role === undefined) return textAnswer(`${noSuchRole(query.get('role') ?? '')}\n`, 400);
  const { token, expiresAt } = await tokenFor(role);
  if (headers.accept?.includes('application/json')) return jsonAnswer({ token, role, expiresAt: expiresAt.toISOString() });
  return textAnswer(`${token}\n`);
}

async function answerPost({ path, headers }: LocalRequest, { stack, redrive, baseUrl }: PageSources): Promise<LocalAnswer> {
  const name = /^\/_local\/queues\/([^/]+)\/redrive$/.exec(path)?.[1];
  const queue = name === undefined ? undefined : stack.queues.find((one) => one.name === decodeURIComponent(name));
  if (queue === undefined) return notFound();
  if (!fromHere(headers, baseUrl)) return textAnswer('This did not come from this machine’s own page. Nothing was moved.\n', 403);
  const moved = await redrive(queue.name);
  return seeOther(`/_local/?moved=${moved}#queues-title`);
}

/** Browsers say where a request comes from; whoever says nothing is a program on this machine. */
function fromHere(headers: LocalRequest['headers'], baseUrl: string): boolean {
  const site = headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return false;
  return headers.origin === undefined || headers.origin === new URL(baseUrl).origin;
}

function noticeIn(query: URLSearchParams): string | undefined {
  const moved = query.get('moved');
  if (moved === null || !/^\d{1,6}$/.test(moved)) return undefined;
  return moved === '1' ? '1 message was moved back to where it came from.' : `${moved} messages were moved back to where they came from.`;
}
