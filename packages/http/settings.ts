import type { Network } from '@convener/ui';
import { theme } from '@convener/ui/theme';
import * as z from 'zod/mini';

/** What every HTTP function reads from its environment, once. */
const schema = z.object({
  SERVICE: z.string(),
  STAGE: z.string(),
  BASE_URL: z.string(),
  ORIGIN_SECRET: z.string(),
  SECRET_PREFIX: z.string(),
  NETWORK_NAME: z.string(),
  NETWORK_TIME_ZONE: z._default(z.string(), 'Europe/London'),
  NETWORK_COLOUR: z._default(z.string(), ''),
  NETWORK_CONTACT: z._default(z.string(), ''),
});

export interface HttpSettings {
  readonly service: string;
  readonly stage: string;
  /** Origin that people see, without a slash at the end. */
  readonly baseUrl: string;
  readonly originSecret: string;
  readonly secretPrefix: string;
  readonly network: NetworkSettings;
}

/** What makes every page the network's own, and what it says of itself. */
export interface NetworkSettings extends Network {
  readonly timeZone: string;
  /** Address that people write to; shown on pages that cannot help further. */
  readonly contact: string;
}

export function readHttpSettings(environment: Readonly<Record<string, string | undefined>>): HttpSettings {
  const value = schema.parse(environment);
  return {
    service: value.SERVICE,
    stage: value.STAGE,
    baseUrl: value.BASE_URL.replace(/\/$/, ''),
    originSecret: value.ORIGIN_SECRET,
    secretPrefix: value.SECRET_PREFIX,
    network: {
      name: value.NETWORK_NAME,
      timeZone: value.NETWORK_TIME_ZONE,
      contact: value.NETWORK_CONTACT,
      ...(value.NETWORK_COLOUR ? { theme: readable(value.NETWORK_COLOUR) } : {}),
    },
  };
}

/** A colour that people could not read stops the function at its start, with the reason. */
function readable(accent: string) {
  const result = theme({ accent });
  if (result.kind === 'refused') throw new Error(result.reason);
  return result.theme;
}
