import { join } from 'node:path';
import { arrangeUpcomingEvent } from '../../packages/local-cloud/sample/arrange-event.ts';
import { hiddenFields, siteOf } from '../../packages/local-cloud/sample/site.ts';
import type { LocalCloud } from '../../packages/local-cloud/start/local-cloud.ts';
import { type CountingProxy, countingProxy } from './counting-proxy.ts';
import { deployedFunctions, environmentOf, requestFor } from './deployed-function.ts';
import type { Measurement } from './measurement.ts';

interface Limit {
  readonly read: number;
  readonly write: number;
}

/** P05: capacity units a flow, counted by the engine while the deployed bundles answer. */
export async function capacityUnits(cloud: LocalCloud): Promise<readonly Measurement[]> {
  const site = siteOf(cloud);
  const event = await arrangeUpcomingEvent(site, new Date());
  const path = `/events/${event.slug}/register`;
  await site.until('registration to open', async () => (await site.visitor().get(path)).html.includes('name="email"'));
  const proxy = await countingProxy(cloud.gatewayUrl);
  try {
    const page = await handlerOf(cloud, 'events', 'public', proxy);
    const register = await handlerOf(cloud, 'registration', 'public', proxy);
    const form = await register.get('/events/{slug}/register', { slug: event.slug });
    const fields = {
      ...hiddenFields(form),
      email: 'bench@example.org',
      name: 'Sample Bench',
      organisation: '',
      comingAs: '',
      wantsReport: 'yes',
    };
    proxy.take();
    await page.get('/events/{slug}', { slug: event.slug });
    const eventPage = proxy.take();
    await register.post('/events/{slug}/register', { slug: event.slug }, fields);
    const first = proxy.take();
    await register.post('/events/{slug}/register', { slug: event.slug }, fields);
    const again = proxy.take();
    return [
      measured('event page', eventPage, { read: 1, write: 0 }),
      measured('register (rate-limit counter apart)', first, { read: 2, write: 8 }),
      measured('the same form again', again, { read: 1, write: 0 }),
    ];
  } finally {
    proxy.stop();
  }
}

function measured(what: string, units: Limit, limit: Limit): Measurement {
  return {
    what,
    figure: `${units.write} write, ${units.read} read units`,
    baseline: '–',
    target: `≤ ${limit.write} write, ≤ ${limit.read} read`,
    held: units.write <= limit.write && units.read <= limit.read,
  };
}

async function handlerOf(cloud: LocalCloud, service: string, lambda: string, proxy: CountingProxy) {
  const deployed = deployedFunctions(cloud).find((each) => each.service.name === service && each.lambda === lambda);
  if (!deployed) throw new Error(`The stack has no ${service} ${lambda}.`);
  Object.assign(process.env, environmentOf(deployed, proxy.url));
  // Each bundle reads its environment as it is imported; a query keeps Node from handing out one that was imported before.
  const { handler } = await import(`${join(deployed.resource.codeFolder, 'index.mjs')}?bench=${Date.now()}`);
  const secret = deployed.resource.environment.ORIGIN_SECRET ?? '';
  const call = async (event: unknown): Promise<string> => {
    Object.assign(process.env, environmentOf(deployed, proxy.url));
    const answer: { readonly statusCode: number; readonly body?: string } = await handler(event, { awsRequestId: 'bench' });
    if (answer.statusCode >= 400) throw new Error(`${service} ${lambda} answered ${answer.statusCode}: ${answer.body?.slice(0, 300)}`);
    return answer.body ?? '';
  };
  return {
    get: (path: string, params: Readonly<Record<string, string>>) => call(requestFor(path, secret, params)),
    post: (path: string, params: Readonly<Record<string, string>>, fields: Readonly<Record<string, string>>) =>
      call(postOf(requestFor(path, secret, params), path, fields, cloud.baseUrl)),
  };
}

function postOf(get: object, path: string, fields: Readonly<Record<string, string>>, origin: string): object {
  const event: { readonly headers?: object; readonly requestContext?: object } = get;
  return {
    ...get,
    routeKey: `POST ${path}`,
    headers: { ...event.headers, origin, 'content-type': 'application/x-www-form-urlencoded' },
    requestContext: { ...event.requestContext, http: { method: 'POST', path, sourceIp: '192.0.2.1' } },
    body: new URLSearchParams(fields).toString(),
  };
}
