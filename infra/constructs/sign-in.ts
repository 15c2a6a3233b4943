import { everyRole } from '@convener/contracts/manifest';
import { Aws, CfnResource, Duration, RemovalPolicy } from 'aws-cdk-lib';
import {
  AccountRecovery,
  CfnManagedLoginBranding,
  CfnUserPoolDomain,
  CfnUserPoolGroup,
  FeaturePlan,
  Mfa,
  OAuthScope,
  StandardThreatProtectionMode,
  UserPool,
  UserPoolClient,
} from 'aws-cdk-lib/aws-cognito';
import { Construct } from 'constructs';
import { either, type NetworkParameters } from './parameters.ts';

/** Where the organisers service takes back somebody who signed in, and where it leaves somebody who signed out. */
export const signInPaths = { callback: '/sign-in/callback', signedOut: '/' } as const;

/**
 * Who organisers are. By default a Cognito user pool with managed login, made here; where `OidcIssuer` is given, that issuer and no
 * pool at all.
 */
export class SignIn extends Construct {
  readonly issuer: string;
  readonly clientId: string;
  readonly roleClaim: string;
  readonly endSession: string;

  constructor(scope: Construct, id: string, stage: string, parameters: NetworkParameters, baseUrl: string) {
    super(scope, id);
    const pool = this.#pool(stage);
    const client = this.#client(pool, baseUrl);
    const domainPrefix = `convener-${stage}-${Aws.ACCOUNT_ID}`;
    this.#managedLogin(pool, client, domainPrefix);
    this.#onlyIf(parameters);

    const orOwn = (given: string, own: string) => either(parameters.ownSignIn, own, given);
    this.issuer = orOwn(parameters.chosen('OidcIssuer'), `https://cognito-idp.${Aws.REGION}.amazonaws.com/${pool.userPoolId}`);
    this.clientId = orOwn(parameters.chosen('OidcClientId'), client.userPoolClientId);
    this.roleClaim = orOwn(parameters.chosen('OidcRoleClaim'), 'cognito:groups');
    this.endSession = orOwn(parameters.chosen('OidcEndSession'), `https://${domainPrefix}.auth.${Aws.REGION}.amazoncognito.com/logout`);
  }

  /** A second factor is required: behind this sign-in lie names, addresses and, for some, what people need. */
  #pool(stage: string): UserPool {
    const pool = new UserPool(this, 'Pool', {
      userPoolName: `convener-${stage}`,
      selfSignUpEnabled: false,
      signInAliases: { email: true },
      signInCaseSensitive: false,
      autoVerify: { email: true },
      mfa: Mfa.REQUIRED,
      mfaSecondFactor: { otp: true, sms: false },
      accountRecovery: AccountRecovery.EMAIL_ONLY,
      passwordPolicy: {
        minLength: 12,
        requireDigits: true,
        requireLowercase: true,
        requireUppercase: true,
        requireSymbols: true,
        tempPasswordValidity: Duration.days(3),
        passwordHistorySize: 5,
      },
      // Two US cents an organiser and month, for passwords that are known to be stolen being refused.
      featurePlan: FeaturePlan.PLUS,
      standardThreatProtectionMode: StandardThreatProtectionMode.FULL_FUNCTION,
      deletionProtection: true,
      removalPolicy: RemovalPolicy.RETAIN,
    });
    for (const role of everyRole) new CfnUserPoolGroup(this, `Group-${role}`, { userPoolId: pool.userPoolId, groupName: role });
    return pool;
  }

  /** Public, since code with PKCE needs no secret, and a secret would lie in an environment. */
  #client(pool: UserPool, baseUrl: string): UserPoolClient {
    return new UserPoolClient(this, 'Client', {
      userPool: pool,
      generateSecret: false,
      authFlows: {},
      preventUserExistenceErrors: true,
      enableTokenRevocation: true,
      idTokenValidity: Duration.hours(1),
      accessTokenValidity: Duration.hours(1),
      refreshTokenValidity: Duration.hours(12),
      oAuth: {
        flows: { authorizationCodeGrant: true },
        scopes: [OAuthScope.OPENID, OAuthScope.EMAIL, OAuthScope.PROFILE],
        callbackUrls: [`${baseUrl}${signInPaths.callback}`],
        logoutUrls: [`${baseUrl}${signInPaths.signedOut}`],
      },
    });
  }

  /** Version 2 shows an error page to everybody until a branding exists, so it comes with one. */
  #managedLogin(pool: UserPool, client: UserPoolClient, domain: string): void {
    new CfnUserPoolDomain(this, 'Domain', { userPoolId: pool.userPoolId, domain, managedLoginVersion: 2 });
    new CfnManagedLoginBranding(this, 'Branding', {
      userPoolId: pool.userPoolId,
      clientId: client.userPoolClientId,
      useCognitoProvidedValues: true,
    });
  }

  #onlyIf(parameters: NetworkParameters): void {
    for (const child of this.node.findAll()) if (child instanceof CfnResource) child.cfnOptions.condition = parameters.ownSignIn;
  }
}
