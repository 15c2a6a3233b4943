/** Names in lower case; a name may occur more than once. */
export type HeaderList = readonly (readonly [name: string, value: string])[];

/** One request on its way from the viewer inwards. */
export interface FrontRequest {
  readonly method: string;
  /** As received, still encoded, without the query. */
  readonly path: string;
  /** As received, still encoded, without the question mark. */
  readonly query: string;
  readonly headers: HeaderList;
  readonly ip: string;
}

/** One answer on its way out. `content-length` is the server's to add. */
export interface FrontAnswer {
  readonly status: number;
  readonly headers: HeaderList;
  readonly body: Uint8Array;
}

export const NO_BODY = new Uint8Array();

export function headerOf(headers: HeaderList, name: string): string | undefined {
  const values = headers.filter(([one]) => one === name).map(([, value]) => value);
  return values.length === 0 ? undefined : values.join(',');
}

export function withHeaders(headers: HeaderList, set: Readonly<Record<string, string>>): HeaderList {
  const added = Object.entries(set).map(([name, value]) => [name.toLowerCase(), value] as const);
  const replaced = new Set(added.map(([name]) => name));
  return [...headers.filter(([name]) => !replaced.has(name)), ...added];
}

/** Out of Node's flat list, which keeps what `request.headers` folds away. */
export function headerList(rawHeaders: readonly string[]): HeaderList {
  const headers: [string, string][] = [];
  for (let at = 0; at + 1 < rawHeaders.length; at += 2) headers.push([(rawHeaders[at] ?? '').toLowerCase(), rawHeaders[at + 1] ?? '']);
  return headers;
}

/** A page of the edge's own, for what no function answers. */
export function plainPage(status: number, title: string, sentence: string): FrontAnswer {
  const html = `<!doctype html>\n<html lang="en"><head><meta charset="utf-8"><title>${title}</title></head><body><h1>${title}</h1><p>${sentence}</p></body></html>\n`;
  const headers: HeaderList = [
    ['content-type', 'text/html; charset=utf-8'],
    ['cache-control', 'no-store'],
  ];
  return { status, headers, body: Buffer.from(html) };
}
