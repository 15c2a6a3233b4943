import * as z from 'zod/mini';

const schema = z.object({
  BASE_URL: z.string(),
  NETWORK_NAME: z.string(),
  NETWORK_COLOUR: z._default(z.string(), ''),
  NETWORK_CONTACT: z._default(z.string(), ''),
  MAIL_FROM: z.string(),
  SES_CONFIGURATION_SET: z.string(),
});

export interface LetterSettings {
  readonly baseUrl: string;
  readonly network: { readonly name: string; readonly colour: string };
  /** Where people answer to; empty for none. */
  readonly contact: string;
  readonly from: string;
  readonly configurationSet: string;
}

/** What the function that sends letters reads from its environment, once; throws where something is missing. */
export function readLetterSettings(environment: Readonly<Record<string, string | undefined>>): LetterSettings {
  const value = schema.parse(environment);
  return {
    baseUrl: value.BASE_URL.replace(/\/$/, ''),
    network: { name: value.NETWORK_NAME, colour: value.NETWORK_COLOUR },
    contact: value.NETWORK_CONTACT,
    from: value.MAIL_FROM,
    configurationSet: value.SES_CONFIGURATION_SET,
  };
}
