import type { APIGatewayProxyEventV2 } from 'aws-lambda';

/**
 * 2 MiB: people paste long texts, and a text that is too long must come back to them with a sentence rather than be lost at the door.
 * Base64 and the reply that carries it again stay under Lambda's 6 MB.
 */
export const defaultBodyLimit = 2 * 1024 * 1024;

export type BodyReading =
  | { readonly kind: 'read'; readonly fields: Readonly<Record<string, unknown>> }
  | { readonly kind: 'too-large'; readonly limit: number }
  | { readonly kind: 'unknown-type' }
  | { readonly kind: 'malformed' };

/** Reads a form post, an upload or a JSON object into fields; a repeated name becomes a list. */
export async function readBody(event: APIGatewayProxyEventV2, limit: number): Promise<BodyReading> {
  const bytes = event.body ? Buffer.from(event.body, event.isBase64Encoded ? 'base64' : 'utf8') : Buffer.alloc(0);
  if (bytes.length > limit) return { kind: 'too-large', limit };
  const type = event.headers['content-type'] ?? '';
  if (bytes.length === 0) return { kind: 'read', fields: {} };
  if (type.startsWith('application/x-www-form-urlencoded'))
    return { kind: 'read', fields: gather(new URLSearchParams(bytes.toString('utf8'))) };
  if (type.startsWith('application/json')) return readJson(bytes.toString('utf8'));
  if (type.startsWith('multipart/form-data')) return readUpload(bytes, type);
  return { kind: 'unknown-type' };
}

function gather(entries: Iterable<readonly [string, string]>): Readonly<Record<string, unknown>> {
  const fields = new Map<string, string | string[]>();
  for (const [name, value] of entries) {
    const before = fields.get(name);
    if (before === undefined) fields.set(name, value);
    else fields.set(name, Array.isArray(before) ? [...before, value] : [before, value]);
  }
  // fromEntries defines own properties, so that a field called __proto__ is a field and nothing more.
  return Object.fromEntries(fields);
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
  try {
    const form = await new Response(new Uint8Array(bytes), { headers: { 'content-type': type } }).formData();
    const entries: [string, string][] = [];
    for (const [name, value] of form) entries.push([name, typeof value === 'string' ? value : await value.text()]);
    return { kind: 'read', fields: gather(entries) };
  } catch {
    return { kind: 'malformed' };
  }
}
