import type { Clock } from '../part.ts';
import type { BehaviourResource, CacheResource } from '../stack/model.ts';
import { type FrontAnswer, type FrontRequest, headerOf, NO_BODY, withHeaders } from './http-message.ts';

/**
 * `as-deployed` keeps answers as CloudFront does. `when-failing` asks the origin every time, so that whoever builds sees changes
 * at once, and serves what was kept only where CloudFront would too: when the origin fails.
 */
export type EdgeCacheMode = 'as-deployed' | 'when-failing';

export type AskOrigin = () => Promise<FrontAnswer>;

export type EdgeCache = (behaviour: BehaviourResource, request: FrontRequest, ask: AskOrigin) => Promise<FrontAnswer>;

interface Kept {
  readonly answer: FrontAnswer;
  readonly storedAt: number;
  readonly freshSeconds: number;
  readonly revalidateSeconds: number;
  readonly errorSeconds: number;
}

const MOST_ANSWERS = 500;

/** What the edge keeps, bounded by each behaviour's cache policy and steered by the answers' `Cache-Control`. */
export function edgeCache(mode: EdgeCacheMode, clock: Clock): EdgeCache {
  const all = new Map<string, Kept>();
  const refreshing = new Set<string>();

  const refresh = async (key: string, policy: CacheResource, ask: AskOrigin): Promise<FrontAnswer> => {
    const answer = await ask();
    const lifetime = answer.status === 200 ? lifetimeOf(answer, policy) : undefined;
    if (lifetime !== undefined) {
      all.delete(key);
      all.set(key, { answer, storedAt: clock.now().getTime(), ...lifetime });
      for (const oldest of all.keys()) if (all.size > MOST_ANSWERS) all.delete(oldest);
    }
    return answer;
  };

  const refreshLater = (key: string, policy: CacheResource, ask: AskOrigin): void => {
    if (refreshing.has(key)) return;
    refreshing.add(key);
    refresh(key, policy, ask)
      .catch(() => undefined)
      .finally(() => refreshing.delete(key));
  };

  return async (behaviour, request, ask) => {
    const policy = behaviour.cache;
    if (policy === undefined || !isReading(request)) return ask();
    const key = keyOf(behaviour, policy, request);
    const kept = all.get(key);
    const age = Math.max(0, Math.floor((clock.now().getTime() - (kept?.storedAt ?? 0)) / 1000));
    if (mode === 'as-deployed' && kept !== undefined && age <= kept.freshSeconds + kept.revalidateSeconds) {
      if (age > kept.freshSeconds && request.method === 'GET') refreshLater(key, policy, ask);
      return fromCache(kept, age, request, 'Hit from cloudfront');
    }
    // A HEAD answer has no body to keep.
    const answer = request.method === 'GET' ? await refresh(key, policy, ask) : await ask();
    const usable = kept !== undefined && age <= kept.freshSeconds + kept.errorSeconds;
    return answer.status >= 500 && usable ? fromCache(kept, age, request, 'Error from cloudfront') : answer;
  };
}

function isReading({ method }: FrontRequest): boolean {
  return method === 'GET' || method === 'HEAD';
}

/** Undefined where the answer must not be kept. */
function lifetimeOf(answer: FrontAnswer, policy: CacheResource): Omit<Kept, 'answer' | 'storedAt'> | undefined {
  const control = headerOf(answer.headers, 'cache-control');
  const seconds = (name: string) => {
    const found = control?.match(new RegExp(`(?:^|[\\s,])${name}=(\\d+)`, 'i'))?.[1];
    return found === undefined ? undefined : Number(found);
  };
  const asked = /\b(?:no-store|no-cache|private)\b/i.test(control ?? '')
    ? 0
    : (seconds('s-maxage') ?? seconds('max-age') ?? policy.defaultSeconds);
  const freshSeconds = Math.min(policy.maximumSeconds, Math.max(policy.minimumSeconds, asked));
  if (freshSeconds === 0) return undefined;
  return {
    freshSeconds,
    revalidateSeconds: seconds('stale-while-revalidate') ?? 0,
    // Where the answer sets no limit, CloudFront goes on serving what it has while the origin fails.
    errorSeconds: seconds('stale-if-error') ?? Number.POSITIVE_INFINITY,
  };
}

function keyOf({ pathPattern }: BehaviourResource, policy: CacheResource, { path, query, headers }: FrontRequest): string {
  const encodings = headerOf(headers, 'accept-encoding') ?? '';
  const taken = ['br', 'gzip'].filter((one) => encodings.includes(one));
  return JSON.stringify([pathPattern, path, policy.query ? query : '', policy.headers.map((name) => headerOf(headers, name) ?? ''), taken]);
}

function fromCache({ answer }: Kept, age: number, request: FrontRequest, how: string): FrontAnswer {
  const headers = withHeaders(answer.headers, { age: String(age), 'x-cache': how });
  const tag = headerOf(headers, 'etag');
  const unchanged = tag !== undefined && headerOf(request.headers, 'if-none-match') === tag;
  return unchanged ? { status: 304, headers: headers.filter(([name]) => name !== 'content-type'), body: NO_BODY } : { ...answer, headers };
}
