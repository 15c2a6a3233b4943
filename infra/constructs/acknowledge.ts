import { Validations } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';

/**
 * Every rule of cdk-nag that we do not follow, and why. There is no other way to silence one: a house part names the entry at the
 * narrowest construct that it is true of.
 */
export const acknowledgements = {
  notAsynchronous: {
    id: 'Serverless-LambdaDLQ',
    reason:
      'Nothing invokes this function asynchronously: it answers the HTTP API or a direct call, whose caller sees the failure, or it reads a queue or a stream, which keeps what failed.',
  },
  noTracing: {
    id: 'Serverless-LambdaTracing',
    reason:
      'X-Ray would need a grant on every resource and 37 ms of a cold start; domain events carry the id of the change that caused them, and logs carry both.',
  },
  queueRedrives: {
    id: 'Serverless-LambdaEventSourceMappingDestination',
    reason: 'Lambda offers no failure destination for a queue: SQS itself moves a message to the dead-letter queue, which has an alarm.',
  },
  lastStop: {
    id: 'Serverless-SQSRedrivePolicy',
    reason: 'This is the last stop of what could not be delivered. Nothing consumes it; a person does, called by its alarm.',
  },
  lastStopWithoutSource: {
    id: 'AwsSolutions-SQS3',
    reason:
      'A dead-letter queue of a rule, schedule, stream or publisher, which the check cannot see; it only looks for queues and functions.',
  },
  signedInByUs: {
    id: 'AwsSolutions-APIG4',
    reason:
      'Most pages are for people without an account. Organiser routes are refused by the house middleware before a handler runs, and every route demands the header that only CloudFront knows.',
  },
  everywhere: {
    id: 'AwsSolutions-CFR1',
    reason: 'Members take part from wherever they are; a country list would shut people out and protect nothing.',
  },
  noFirewall: {
    id: 'AwsSolutions-CFR2',
    reason:
      'A web ACL costs more a month than the rest of the system and would see what people write. The API throttles, forms limit by viewer, bodies have limits.',
  },
  noPathLogs: {
    id: 'AwsSolutions-CFR3',
    reason: 'CloudFront logs whole paths and addresses, and letters carry signed links in their paths. The API logs route keys instead.',
  },
  originSecretStays: {
    id: 'AwsSolutions-SMG4',
    reason:
      'The secret is in the distribution and in the functions alike, so it changes by a deployment (docs/runbook.md says how); a rotation by itself would close the site.',
  },
  nothingNarrower: {
    id: 'AwsSolutions-IAM5',
    reason:
      'IAM offers nothing narrower in these two places: reports are named as they are written, so their files are granted by prefix; and SES tells the account’s rate on no resource at all. The actions are exact.',
  },
  nothingNarrowerAgain: {
    id: 'Serverless-LambdaStarPermissions',
    reason:
      'The other pack’s name for the second of those places: the function that sends asks SES for the account’s rate, which is on no resource.',
  },
} as const satisfies Readonly<Record<string, { readonly id: string; readonly reason: string }>>;

export function acknowledge(construct: IConstruct, ...names: readonly (keyof typeof acknowledgements)[]): void {
  for (const name of names) Validations.of(construct).acknowledge(acknowledgements[name]);
}

/** For rules that tell several findings of one construct apart: `finding` as the rule prints it, and no other. */
export function acknowledgeFinding(construct: IConstruct, name: keyof typeof acknowledgements, finding: string): void {
  const { id, reason } = acknowledgements[name];
  Validations.of(construct).acknowledge({ id: `${id}[${finding}]`, reason });
}
