import { request } from 'node:http';
import type { LocalCloud } from '../../packages/local-cloud/start/local-cloud.ts';
import { kb } from './bundle-sizes.ts';
import type { Measurement } from './measurement.ts';

/** Figures of GOV.UK Frontend's own assets, from the plan of the house: what good public pages weigh before their content. */
const anchor = 'GOV.UK Frontend’s assets alone 91 KB';
const paths = ['/events', '/join', '/privacy', '/registrations/resend'];

interface Answer {
  readonly status: number;
  readonly bytes: number;
  readonly text: string;
}

/** P07: what a browser that has never been here loads, compressed, with everything that the page names. */
export async function coldPages({ baseUrl }: LocalCloud): Promise<readonly Measurement[]> {
  const measurements: Measurement[] = [];
  for (const path of paths) {
    const page = await get(baseUrl + path);
    if (page.status !== 200) continue;
    const named = [...page.text.matchAll(/<(?:link rel="stylesheet"|script|img)[^>]* (?:href|src)="([^"]+)"/g)].map(
      (match) => match[1] ?? '',
    );
    const thirdParties = named.filter((address) => /^https?:|^\/\//.test(address)).length;
    const rest = await Promise.all(named.filter((address) => address.startsWith('/')).map((address) => get(baseUrl + address)));
    const total = page.bytes + rest.reduce((sum, each) => sum + each.bytes, 0);
    measurements.push({
      what: path,
      figure: `${kb(total)} in all, ${kb(page.bytes)} first, ${thirdParties} third parties`,
      baseline: anchor,
      target: '≤ 30 KB, ≤ 14 KB, 0',
      held: total <= 30 * 1024 && page.bytes <= 14 * 1024 && thirdParties === 0,
    });
  }
  return measurements;
}

/** By the plain client, which leaves the body as it came over the line. */
async function get(address: string): Promise<Answer> {
  const compressed = await raw(address, { 'accept-encoding': 'gzip', accept: 'text/html' });
  const plain = await raw(address, { accept: 'text/html' });
  return { status: compressed.status, bytes: compressed.body.length, text: plain.body.toString('utf8') };
}

function raw(address: string, headers: Record<string, string>): Promise<{ readonly status: number; readonly body: Buffer }> {
  return new Promise((resolve, reject) => {
    request(address, { headers }, (incoming) => {
      const chunks: Buffer[] = [];
      incoming.on('data', (chunk) => chunks.push(chunk));
      incoming.on('end', () => resolve({ status: incoming.statusCode ?? 0, body: Buffer.concat(chunks) }));
    })
      .on('error', reject)
      .end();
  });
}
