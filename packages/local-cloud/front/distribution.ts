import type { Functions, Surroundings } from '../part.ts';
import type { BehaviourResource, OriginResource } from '../stack/model.ts';
import { apiProblem } from './api-answer.ts';
import { apiOrigin } from './api-origin.ts';
import { answerFromBucket, type BucketReader } from './bucket-origin.ts';
import { type EdgeCacheMode, edgeCache } from './edge-cache.ts';
import { withoutRemovedHeaders } from './edge-headers.ts';
import { type FrontAnswer, type FrontRequest, plainPage, withHeaders } from './http-message.ts';
import { behaviourFor } from './path-pattern.ts';
import { type ViewerFunction, type ViewerVerdict, viewerFunction } from './viewer-request.ts';

/** Reads the body only where somebody wants it; undefined means that it was too large. */
export type BodyReader = () => Promise<Uint8Array | undefined>;

/** From a viewer's request to the answer, as CloudFront and what lies behind it give it. */
export type Distribution = (request: FrontRequest, readBody: BodyReader) => Promise<FrontAnswer>;

export interface DistributionParts {
  readonly bucketReader: BucketReader;
  /** How long the HTTP API waits for a function. */
  readonly integrationMilliseconds: number;
  readonly edgeCache: EdgeCacheMode;
}

const MAXIMUM_URL_BYTES = 8192;

export function distribution(surroundings: Surroundings, functions: Functions, parts: DistributionParts): Distribution {
  const { stack, journal, clock } = surroundings;
  const askApi = apiOrigin(surroundings, functions, parts.integrationMilliseconds);
  const throughCache = edgeCache(parts.edgeCache, clock);
  const tellLine = (line: string) => journal.tell({ kind: 'log', at: clock.now().toISOString(), functionName: 'viewer-request', line });
  const viewerFunctions = new Map<string, ViewerFunction>();
  for (const { viewerRequestCode } of stack.behaviours) {
    if (viewerRequestCode !== undefined) viewerFunctions.set(viewerRequestCode, viewerFunction(viewerRequestCode, tellLine));
  }

  const askViewerFunction = async (code: string | undefined, request: FrontRequest): Promise<ViewerVerdict> => {
    const run = code === undefined ? undefined : viewerFunctions.get(code);
    if (run === undefined) return { kind: 'pass', request };
    try {
      return await run(request);
    } catch (error) {
      tellLine(`viewer-request function failed: ${String(error)}`);
      return { kind: 'answer', answer: plainPage(503, 'The page cannot be shown', 'The function at the edge could not run.') };
    }
  };

  const askOrigin = async (origin: OriginResource, request: FrontRequest, readBody: BodyReader): Promise<FrontAnswer> => {
    if (origin.kind === 'bucket') return answerFromBucket(request, origin.bucketName, origin.originPath, parts.bucketReader);
    const body = await readBody();
    return body === undefined ? apiProblem(413, 'Request Entity Too Large') : askApi(request, body, origin.headers);
  };

  const askOrigins = async ({ origin, failover }: BehaviourResource, request: FrontRequest, readBody: BodyReader): Promise<FrontAnswer> => {
    const answer = await askOrigin(origin, request, readBody);
    return failover?.statuses.includes(answer.status) ? askOrigin(failover.origin, request, readBody) : answer;
  };

  return async (received, readBody) => {
    if (received.path.length + received.query.length > MAXIMUM_URL_BYTES) {
      return plainPage(414, 'The address is too long', 'The edge takes addresses of up to 8,192 characters.');
    }
    const behaviour = behaviourFor(stack.behaviours, received.path);
    if (behaviour === undefined) return plainPage(502, 'The page cannot be shown', 'The template has no behaviour for this address.');
    const verdict = await askViewerFunction(behaviour.viewerRequestCode, withoutRemovedHeaders(received));
    const answer =
      verdict.kind === 'answer'
        ? verdict.answer
        : await throughCache(behaviour, verdict.request, () => askOrigins(behaviour, verdict.request, readBody));
    return { ...answer, headers: withHeaders(answer.headers, behaviour.responseHeaders) };
  };
}
