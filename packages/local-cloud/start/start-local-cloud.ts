import { join } from 'node:path';
import { startDataPlane } from '../data-plane/start-data-plane.ts';
import type { EdgeCacheMode } from '../front/edge-cache.ts';
import { startFront } from '../front/start-front.ts';
import { type RunningFunctions, startFunctions } from '../functions/start-functions.ts';
import { checkDeliveries } from '../gateway/deliveries.ts';
import { faultsFromRules } from '../gateway/faults.ts';
import { startGateway } from '../gateway/gateway.ts';
import { iamFor } from '../gateway/iam.ts';
import { startIdentityAndMail } from '../identity-and-mail/start.ts';
import { startJournal } from '../journal.ts';
import { createLocalPages } from '../pages/local-pages.ts';
import type { AwsService, Part, Surroundings } from '../part.ts';
import { secretsOnDisk } from '../stack/dynamic-references.ts';
import { readStack } from '../stack/read-stack.ts';
import { bucketReader } from './bucket-reader.ts';
import { type LocalClock, localClock } from './clock.ts';
import { openDataFolder } from './data-folder.ts';
import { deployerParameters } from './deployer-parameters.ts';
import { freePort } from './free-port.ts';
import type { LocalCloud } from './local-cloud.ts';
import { pageSources } from './page-sources.ts';
import { loadSample } from './sample.ts';
import { synthesise } from './synthesise.ts';

export interface LocalCloudOptions {
  /** Where people find the site; 0 takes a free port. */
  readonly port: number;
  readonly dataFolder: string;
  /** Begin again, with nothing kept. */
  readonly fresh?: boolean;
  /** Load the sample event where nothing is kept yet; yes unless said. */
  readonly sample?: boolean;
  /** A synthesised stack; without it, the one of this repository, made anew where its sources changed. */
  readonly cdkOut?: string;
  /** The deployer's own choices, for example `NetworkName`. */
  readonly parameters?: Readonly<Record<string, string>>;
  readonly clock?: LocalClock;
  /** `as-deployed` keeps pages at the edge as long as they allow; without it, only a failing origin shows what was kept. */
  readonly edgeCache?: EdgeCacheMode;
  /** One line for the person who watches; nobody does unless given. */
  readonly log?: (line: string) => void;
}

/**
 * Starts the whole stack on this machine; every part in turn, and if one fails, those before it stop again.
 * @throws StartProblem or StackProblem with a sentence for the person who starts it.
 */
export async function startLocalCloud(options: LocalCloudOptions): Promise<LocalCloud> {
  const started: (() => unknown)[] = [];
  const stop = async () => {
    for (const stopOne of started.splice(0).reverse()) await stopOne();
  };
  try {
    return await startParts(options, started, stop);
  } catch (error) {
    await stop();
    throw error;
  }
}

async function startParts(options: LocalCloudOptions, started: (() => unknown)[], stop: () => Promise<void>): Promise<LocalCloud> {
  const { log = () => undefined, clock = localClock() } = options;
  const running = <P extends Part>(part: P): P => {
    started.push(part.stop);
    return part;
  };
  const folder = openDataFolder(options.dataFolder, { fresh: options.fresh ?? false });
  started.push(folder.release);
  const port = await freePort(options.port);
  const baseUrl = `http://127.0.0.1:${port}`;
  const stack = readStack(
    options.cdkOut ?? (await synthesise(log)),
    { ...deployerParameters(baseUrl), ...options.parameters },
    secretsOnDisk(join(folder.part('stack'), 'secrets.json')),
  );
  const journal = startJournal();
  const faults = faultsFromRules();
  const evaluate = iamFor(stack);
  checkDeliveries(stack, evaluate, journal, clock.now().toISOString());

  const services = new Map<string, AwsService>();
  // Functions need the gateway's address before they are there to be crashed.
  const crash = async (functionName: string) => functions.crash(functionName);
  const gateway = running(await startGateway(0, { stack, evaluate, services, faults, journal, clock, log, crash }));
  const around = (part: string): Surroundings => ({
    stack,
    dataFolder: folder.part(part),
    gatewayUrl: gateway.url,
    baseUrl,
    clock,
    journal,
  });

  const functions: RunningFunctions = running(await startFunctions(around('functions')));
  const dataPlane = running(await startDataPlane(around('data-plane'), functions));
  const { putOnDefaultBus } = dataPlane;
  const identityAndMail = running(await startIdentityAndMail(around('identity-and-mail'), { putOnDefaultBus }));
  for (const part of [functions, dataPlane, identityAndMail]) for (const [name, service] of part.services) services.set(name, service);

  const localPages = createLocalPages(pageSources(around('pages'), dataPlane, identityAndMail));
  const { edgeCache = 'when-failing' } = options;
  running(await startFront(around('front'), functions, { port, bucketReader: bucketReader(dataPlane), localPages, edgeCache }));
  folder.announce({ baseUrl, gatewayUrl: gateway.url });
  const { dataFolder } = options;
  const cloud = {
    baseUrl,
    gatewayUrl: gateway.url,
    dataFolder,
    stack,
    journal,
    faults,
    clock,
    functions,
    dataPlane,
    identityAndMail,
    stop,
  };
  if ((options.sample ?? true) && folder.isNew) await loadSample(cloud, log);
  return cloud;
}
