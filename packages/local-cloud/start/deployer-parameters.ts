import { people, roles } from '../identity-and-mail/sign-in/people.ts';
import { oidcClientId, oidcPath } from '../identity-and-mail/sign-in/provider.ts';

/** What a deployer would choose, for a site at this address that signs people in by the local provider. */
export function deployerParameters(baseUrl: string): Readonly<Record<string, string>> {
  const issuer = `${baseUrl}${oidcPath}`;
  // The first organiser has every role whatever the provider says: it must be the one who is meant to.
  const first = people.find((person) => roles.every((role) => person.roles.includes(role)));
  return {
    BaseUrl: baseUrl,
    NetworkName: 'Sample Co-production Network',
    NetworkContact: 'hello@example.org',
    MailFrom: 'events@example.org',
    FirstOrganiser: first?.email ?? '',
    OidcIssuer: issuer,
    OidcClientId: oidcClientId,
    OidcRoleClaim: 'cognito:groups',
    OidcEndSession: `${issuer}/logout`,
  };
}
