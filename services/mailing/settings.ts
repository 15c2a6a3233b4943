import * as z from 'zod/mini';

const schema = z.object({
  SECRET_PREFIX: z.string(),
  BASE_URL: z.string(),
  NETWORK_NAME: z.string(),
  NETWORK_COLOUR: z._default(z.string(), ''),
  NETWORK_CONTACT: z._default(z.string(), ''),
  MAIL_FROM: z.string(),
  SES_CONFIGURATION_SET: z.string(),
});

/** Letters a second and a day, where SES does not say what the account allows. */
const usualQuota = { perSecond: 14, perDay: 50_000 };

export interface SendingSettings {
  readonly secretPrefix: string;
  readonly baseUrl: string;
  readonly network: { readonly name: string; readonly colour: string; readonly contact: string };
  readonly from: string;
  readonly configurationSet: string;
  readonly perSecond: number;
  readonly perDay: number;
}

/** What the sender reads from its environment, once; throws where something is missing. */
export function readSendingSettings(environment: Readonly<Record<string, string | undefined>>): SendingSettings {
  const value = schema.parse(environment);
  return {
    secretPrefix: value.SECRET_PREFIX,
    baseUrl: value.BASE_URL.replace(/\/$/, ''),
    network: { name: value.NETWORK_NAME, colour: value.NETWORK_COLOUR, contact: value.NETWORK_CONTACT },
    from: value.MAIL_FROM,
    configurationSet: value.SES_CONFIGURATION_SET,
    ...usualQuota,
  };
}
