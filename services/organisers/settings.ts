import * as z from 'zod/mini';

const schema = z.object({
  OIDC_ISSUER: z.string(),
  OIDC_CLIENT_ID: z.string(),
  OIDC_ROLE_CLAIM: z._default(z.string(), 'cognito:groups'),
  OIDC_END_SESSION: z._default(z.string(), ''),
  FIRST_ORGANISER: z._default(z.string(), ''),
});

export interface OrganisersSettings {
  readonly issuer: URL;
  readonly clientId: string;
  /** The claim of the ID token that names roles of somebody we do not know yet. */
  readonly roleClaim: string;
  /** Cognito's own sign-out address, with what it wants; empty where the provider's discovery names one. */
  readonly endSession: string;
  readonly firstOrganiser: string;
}

export function readOrganisersSettings(environment: Readonly<Record<string, string | undefined>>): OrganisersSettings {
  const value = schema.parse(environment);
  return {
    issuer: new URL(value.OIDC_ISSUER),
    clientId: value.OIDC_CLIENT_ID,
    roleClaim: value.OIDC_ROLE_CLAIM,
    endSession: value.OIDC_END_SESSION,
    firstOrganiser: value.FIRST_ORGANISER,
  };
}
