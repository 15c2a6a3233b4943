import type { APIGatewayProxyEventV2 } from 'aws-lambda';

/**
 * 2 MiB: people paste long texts, and a text that is too long must come back to them with a sentence rather than be lost at the door.
 * Base64 and the reply that carries it again stay under Lambda's 6 MB.
 */
export const defaultBodyLimit = 2 * 1024 * 1024;

/** Many times what the longest page of the house posts. Without it a post of two megabytes could hold a million fields. */
export const mostFields = 5000;

export type BodyReading =
  | { readonly kind: 'read'; readonly fields: Readonly<Record<string, unknown>> }
  | { readonly kind: 'too-large'; readonly limit: number }
  | { readonly kind: 'too-many-fields' }
  | { readonly kind: 'unknown-type' }
  | { readonly kind: 'malformed' };

/** Reads a form post, an upload or a JSON object into fields; a repeated name becomes a list. */
export async function readBody(event: APIGatewayProxyEventV2, limit: number): Promise<BodyReading> {
  const bytes = event.body ? Buffer.from(event.body, event.isBase64Encoded ? 'base64' : 'utf8') : Buffer.alloc(0);
  if (bytes.length > limit) return { kind: 'too-large', limit };
  const type = event.headers['content-type'] ?? '';
  if (bytes.length === 0) return { kind: 'read', fields: {} };
  if (type.startsWith('application/x-www-form-urlencoded')) return gather(new URLSearchParams(bytes.toString('utf8')));
  if (type.startsWith('application/json')) return readJson(bytes.toString('utf8'));
  if (type.startsWith('multipart/form-data')) return readUpload(bytes, type);
  return { kind: 'unknown-type' };
}

function gather(entries: Iterable<readonly [string, string]>): BodyReading {
  const fields = new Map<string, string[]>();
  let count = 0;
  for (const [name, value] of entries) {
    count += 1;
    if (count > mostFields) return { kind: 'too-many-fields' };
    const values = fields.get(name);
    // Added in place: a copy for each repetition takes minutes where one name is repeated a hundred thousand times.
    if (values) values.push(value);
    else fields.set(name, [value]);
  }
  // fromEntries defines own properties, so that a field called __proto__ is a field and nothing more.
  return { kind: 'read', fields: Object.fromEntries([...fields].map(([name, values]) => [name, values.length > 1 ? values : values[0]])) };
}

function readJson(text: string): BodyReading {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return { kind: 'malformed' };
    return { kind: 'read', fields: Object.fromEntries(Object.entries(value)) };
  } catch {
    return { kind: 'malformed' };
  }
}

async function readUpload(bytes: Buffer, type: string): Promise<BodyReading> {
  if (countParts(bytes) > mostFields) return { kind: 'too-many-fields' };
  try {
    const form = await new Response(new Uint8Array(bytes), { headers: { 'content-type': type } }).formData();
    const entries: [string, string][] = [];
    for (const [name, value] of form) entries.push([name, typeof value === 'string' ? value : await value.text()]);
    return gather(entries);
  } catch {
    return { kind: 'malformed' };
  }
}

/** Each part names itself once in its head. Counted before anything is parsed, since parsing is what takes the time. */
function countParts(bytes: Buffer): number {
  return bytes.toString('latin1').split(/content-disposition:/i, mostFields + 2).length - 1;
}
