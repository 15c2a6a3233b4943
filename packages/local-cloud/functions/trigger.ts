/** Names what set an invocation off, from the shape of its payload. Route keys, never paths: paths may hold signed links. */
export function triggerOf(payload: unknown): string {
  if (!isRecord(payload)) return 'invoke';
  if (typeof payload.routeKey === 'string' && isRecord(payload.requestContext)) return `http ${payload.routeKey}`;
  const first: unknown = Array.isArray(payload.Records) ? payload.Records[0] : undefined;
  if (isRecord(first) && typeof first.eventSource === 'string') {
    return `${first.eventSource.replace('aws:', '')} ${sourceName(first.eventSourceARN)}`.trim();
  }
  if (typeof payload['detail-type'] === 'string') return `event ${payload['detail-type']}`;
  return 'invoke';
}

/** The queue's name, or the table's out of `…:table/<name>/stream/<label>`. */
function sourceName(arn: unknown): string {
  if (typeof arn !== 'string') return '';
  const resource = arn.split(':').slice(5).join(':');
  return resource.startsWith('table/') ? (resource.split('/')[1] ?? '') : resource;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
