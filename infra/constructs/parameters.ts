import { Aws, CfnCondition, CfnParameter, Fn } from 'aws-cdk-lib';
import { Construct } from 'constructs';

interface Choice {
  readonly says: string;
  /** Used where the network says nothing; empty unless given. */
  readonly fallback?: string;
  /** What a value must look like, beside being empty. */
  readonly like?: string;
}

const address = '[^@\\s<>]+@[^@\\s<>]+';

/** What a network chooses when it deploys. All have a default that works, except that mail needs an address of the network's own. */
const choices = {
  BaseUrl: {
    says: 'Address people open, without a slash at the end; empty for DomainName, else for CloudFront’s own.',
    like: 'https?://[^/]+',
  },
  DomainName: { says: 'Your own domain for the site, for example events.example.org; empty for CloudFront’s own.', like: '[a-z0-9.-]+' },
  CertificateArn: { says: 'ACM certificate for DomainName, in us-east-1.', like: 'arn:[^:]+:acm:us-east-1:.+' },
  NetworkName: { says: 'Name of the network, on every page and letter.', fallback: 'Member network' },
  NetworkTimeZone: { says: 'IANA time zone in which events are held.', fallback: 'Europe/London' },
  NetworkColour: { says: 'The network’s colour as #rrggbb; empty for the house colour.', like: '#[0-9a-fA-F]{6}' },
  NetworkContact: { says: 'Address people write to when a page cannot help further.', like: address },
  MailFrom: { says: 'Address that letters come from; its domain must be yours.', fallback: 'events@example.org', like: address },
  AlarmEmail: { says: 'Who is told when an alarm goes off; empty for nobody yet.', like: address },
  FirstOrganiser: { says: 'Email address that may sign in as the first organiser.', like: address },
  OidcIssuer: { says: 'Your own OpenID Connect issuer; empty for the Cognito user pool made here.', like: 'https?://.+' },
  OidcClientId: { says: 'Client id at OidcIssuer: a public client, code with PKCE.' },
  OidcRoleClaim: { says: 'Claim of the id token that lists roles, at OidcIssuer.' },
  OidcEndSession: { says: 'Where to send somebody who signs out at OidcIssuer; empty for nowhere.', like: 'https?://.+' },
} as const satisfies Readonly<Record<string, Choice>>;

export type ChoiceName = keyof typeof choices;

/** The parameters of the template and the conditions that hang on them. */
export class NetworkParameters extends Construct {
  readonly domainGiven: CfnCondition;
  readonly alarmEmailGiven: CfnCondition;
  readonly ownSignIn: CfnCondition;
  readonly identityWanted: CfnCondition;
  readonly #baseUrlGiven: CfnCondition;
  readonly #values: ReadonlyMap<string, string>;

  constructor(scope: Construct, id: string) {
    super(scope, id);
    this.#values = new Map(Object.entries<Choice>(choices).map(([name, choice]) => [name, parameter(scope, name, choice)]));
    const createIdentity = new CfnParameter(scope, 'CreateMailIdentity', {
      default: 'yes',
      allowedValues: ['yes', 'no'],
      description: 'Whether to create the SES identity of MailFrom’s domain; no where the account has it already.',
    });
    const given = (name: ChoiceName) => Fn.conditionNot(Fn.conditionEquals(this.chosen(name), ''));
    this.#baseUrlGiven = new CfnCondition(scope, 'BaseUrlGiven', { expression: given('BaseUrl') });
    this.domainGiven = new CfnCondition(scope, 'DomainGiven', { expression: given('DomainName') });
    this.alarmEmailGiven = new CfnCondition(scope, 'AlarmEmailGiven', { expression: given('AlarmEmail') });
    this.ownSignIn = new CfnCondition(scope, 'OwnSignIn', { expression: Fn.conditionEquals(this.chosen('OidcIssuer'), '') });
    this.identityWanted = new CfnCondition(scope, 'MailIdentityWanted', {
      expression: Fn.conditionEquals(createIdentity.valueAsString, 'yes'),
    });
  }

  chosen(name: ChoiceName): string {
    return this.#values.get(name) ?? '';
  }

  /** Origin that people see, given the distribution's own domain. */
  baseUrl(distributionDomain: string): string {
    const own = either(this.domainGiven, `https://${this.chosen('DomainName')}`, `https://${distributionDomain}`);
    return either(this.#baseUrlGiven, this.chosen('BaseUrl'), own);
  }

  /** The part of MailFrom after the @. */
  mailDomain(): string {
    return Fn.select(1, Fn.split('@', this.chosen('MailFrom')));
  }
}

/** One text where a condition holds, else another. */
export function either(condition: CfnCondition, yes: string, no: string): string {
  return Fn.conditionIf(condition.logicalId, yes, no).toString();
}

/** A value where a condition holds, else nothing at all in the template. */
export function onlyIf(condition: CfnCondition, value: unknown): string {
  return Fn.conditionIf(condition.logicalId, value, Aws.NO_VALUE).toString();
}

function parameter(scope: Construct, name: string, { says, fallback = '', like }: Choice): string {
  const allowed = like === undefined ? {} : { allowedPattern: fallback === '' ? `^$|^${like}$` : `^${like}$`, constraintDescription: says };
  return new CfnParameter(scope, name, { type: 'String', default: fallback, description: says, ...allowed }).valueAsString;
}
