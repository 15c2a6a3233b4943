import { Aws, CfnCondition, CfnParameter, Fn } from 'aws-cdk-lib';
import { Construct } from 'constructs';

/** What a network chooses when it deploys. Every one has a default that works, except that mail needs an address of its own. */
export class NetworkParameters extends Construct {
  readonly baseUrlGiven: CfnCondition;
  readonly domainGiven: CfnCondition;
  readonly alarmEmailGiven: CfnCondition;
  readonly ownSignIn: CfnCondition;
  readonly identityWanted: CfnCondition;
  readonly domainName: CfnParameter;
  readonly certificateArn: CfnParameter;
  readonly mailFrom: CfnParameter;
  readonly networkName: CfnParameter;
  readonly networkTimeZone: CfnParameter;
  readonly networkColour: CfnParameter;
  readonly networkContact: CfnParameter;
  readonly alarmEmail: CfnParameter;
  readonly firstOrganiser: CfnParameter;
  readonly oidcIssuer: CfnParameter;
  readonly oidcClientId: CfnParameter;
  readonly oidcRoleClaim: CfnParameter;
  readonly oidcEndSession: CfnParameter;
  readonly #baseUrl: CfnParameter;

  constructor(scope: Construct, id: string) {
    super(scope, id);
    this.#baseUrl = this.#text(
      'BaseUrl',
      '',
      'Address people open, without a slash at the end; empty for DomainName, else for CloudFront’s own.',
    );
    this.domainName = this.#text(
      'DomainName',
      '',
      'Your own domain for the site, for example events.example.org; empty for CloudFront’s own.',
    );
    this.certificateArn = this.#text('CertificateArn', '', 'ACM certificate for DomainName, in us-east-1.');
    this.networkName = this.#text('NetworkName', 'Member network', 'Name of the network, on every page and letter.');
    this.networkTimeZone = this.#text('NetworkTimeZone', 'Europe/London', 'IANA time zone in which events are held.');
    this.networkColour = this.#text('NetworkColour', '', 'The network’s colour as #rrggbb; empty for the house colour.');
    this.networkContact = this.#text('NetworkContact', '', 'Address people write to when a page cannot help further.');
    this.mailFrom = this.#text('MailFrom', 'events@example.org', 'Address that letters come from; its domain must be yours.');
    const createIdentity = new CfnParameter(scope, 'CreateMailIdentity', {
      default: 'yes',
      allowedValues: ['yes', 'no'],
      description: 'Whether to create the SES identity of MailFrom’s domain; no where the account has it already.',
    });
    this.alarmEmail = this.#text('AlarmEmail', '', 'Who is told when an alarm goes off; empty for nobody yet.');
    this.firstOrganiser = this.#text('FirstOrganiser', '', 'Email address that may sign in as the first organiser.');
    this.oidcIssuer = this.#text('OidcIssuer', '', 'Your own OpenID Connect issuer; empty for the Cognito user pool made here.');
    this.oidcClientId = this.#text('OidcClientId', '', 'Client id at OidcIssuer: a public client, code with PKCE.');
    this.oidcRoleClaim = this.#text('OidcRoleClaim', '', 'Claim of the id token that lists roles; empty for cognito:groups.');
    this.oidcEndSession = this.#text('OidcEndSession', '', 'Where to send somebody who signs out at OidcIssuer; empty for nowhere.');

    this.baseUrlGiven = this.#given('BaseUrlGiven', this.#baseUrl);
    this.domainGiven = this.#given('DomainGiven', this.domainName);
    this.alarmEmailGiven = this.#given('AlarmEmailGiven', this.alarmEmail);
    this.ownSignIn = new CfnCondition(scope, 'OwnSignIn', { expression: Fn.conditionEquals(this.oidcIssuer.valueAsString, '') });
    this.identityWanted = new CfnCondition(scope, 'MailIdentityWanted', {
      expression: Fn.conditionEquals(createIdentity.valueAsString, 'yes'),
    });
  }

  /** Origin that people see, given the distribution's own domain. */
  baseUrl(distributionDomain: string): string {
    return this.#either(
      this.baseUrlGiven,
      this.#baseUrl.valueAsString,
      this.#either(this.domainGiven, `https://${this.domainName.valueAsString}`, `https://${distributionDomain}`),
    );
  }

  #either(condition: CfnCondition, yes: string, no: string): string {
    return Fn.conditionIf(condition.logicalId, yes, no).toString();
  }

  /** The part of MailFrom after the @. */
  mailDomain(): string {
    return Fn.select(1, Fn.split('@', this.mailFrom.valueAsString));
  }

  /** `given` where a condition holds, else nothing at all in the template. */
  static onlyIf(condition: CfnCondition, given: unknown): string {
    return Fn.conditionIf(condition.logicalId, given, Aws.NO_VALUE).toString();
  }

  #text(name: string, fallback: string, description: string): CfnParameter {
    return new CfnParameter(this.node.scope ?? this, name, { type: 'String', default: fallback, description });
  }

  #given(name: string, parameter: CfnParameter): CfnCondition {
    return new CfnCondition(this.node.scope ?? this, name, {
      expression: Fn.conditionNot(Fn.conditionEquals(parameter.valueAsString, '')),
    });
  }
}
