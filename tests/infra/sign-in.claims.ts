import { everyRole } from '@convener/contracts/manifest';
import { describe, expect, it } from 'vitest';
import { signInPaths } from '../../infra/constructs/sign-in.ts';
import { services } from '../../infra/services.ts';
import { example, stacks } from './parts/services-under-test.ts';
import { asText, at, listOf, resourcesOf } from './parts/template.ts';

describe.each(stacks)('in %s', (_name, template) => {
  it('the user pool and all that belongs to it exist only where no other issuer is given', () => {
    const ours = Object.values(template.Resources).filter(({ Type }) => Type.startsWith('AWS::Cognito::'));
    expect(ours.length).toBeGreaterThan(5);
    expect(new Set(ours.map(({ Condition }) => Condition))).toEqual(new Set(['OwnSignIn']));
  });

  it('nobody signs up by themselves, and everybody has a second factor', () => {
    const [pool] = resourcesOf(template, 'AWS::Cognito::UserPool');
    expect(pool?.properties).toMatchObject({
      AdminCreateUserConfig: { AllowAdminCreateUserOnly: true },
      MfaConfiguration: 'ON',
      EnabledMfas: ['SOFTWARE_TOKEN_MFA'],
      DeletionProtection: 'ACTIVE',
    });
  });

  it('there is a group a role', () => {
    const groups = resourcesOf(template, 'AWS::Cognito::UserPoolGroup').map(({ properties }) => properties.GroupName);
    expect([...groups].sort()).toEqual([...everyRole].sort());
  });

  it('the client is public, uses codes only, and comes back to our own address', () => {
    const [client] = resourcesOf(template, 'AWS::Cognito::UserPoolClient');
    expect(client?.properties).toMatchObject({ AllowedOAuthFlows: ['code'], GenerateSecret: false });
    expect(listOf(client?.properties.CallbackURLs).map(asText).join()).toContain(signInPaths.callback);
  });

  it('managed login has the branding without which it shows an error', () => {
    expect(resourcesOf(template, 'AWS::Cognito::UserPoolDomain')[0]?.properties.ManagedLoginVersion).toBe(2);
    expect(resourcesOf(template, 'AWS::Cognito::ManagedLoginBranding')).toHaveLength(1);
  });
});

it('where sign-in comes back to is a route', () => {
  const organisers = services.find(({ name }) => name === 'organisers');
  if (organisers) expect(organisers.routes.map(({ path }) => path)).toContain(signInPaths.callback);
});

it('another issuer is chosen by parameter alone', () => {
  const organise = resourcesOf(example(), 'AWS::Lambda::Function').find(({ properties }) =>
    at(properties, 'Environment', 'Variables', 'OIDC_ISSUER'),
  );
  expect(JSON.stringify(at(organise?.properties, 'Environment', 'Variables', 'OIDC_ISSUER'))).toMatch(
    /"Fn::If":\["OwnSignIn",.*"Ref":"OidcIssuer"/,
  );
});
