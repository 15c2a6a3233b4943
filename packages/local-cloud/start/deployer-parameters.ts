import { people } from '../identity-and-mail/sign-in/people.ts';
import { oidcClientId, oidcPath } from '../identity-and-mail/sign-in/provider.ts';

/** What a deployer would choose, for a site at this address that signs people in by the local provider. */
export function deployerParameters(baseUrl: string): Readonly<Record<string, string>> {
  const issuer = `${baseUrl}${oidcPath}`;
  const organiser = people.find(({ roles }) => roles.includes('organiser'));
  return {
    BaseUrl: baseUrl,
    NetworkName: 'Sample Co-production Network',
    NetworkContact: 'hello@example.org',
    MailFrom: 'events@example.org',
    FirstOrganiser: organiser?.email ?? '',
    OidcIssuer: issuer,
    OidcClientId: oidcClientId,
    OidcRoleClaim: 'cognito:groups',
    OidcEndSession: `${issuer}/logout`,
  };
}
