import type { Grant, ServiceDefinition } from '@convener/contracts/manifest';
import { Stack } from 'aws-cdk-lib';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { Bucket, CfnBucket } from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';
import { acknowledge, acknowledgeFinding } from './acknowledge.ts';
import { functionArn, functionName, indexArn, parameterArn, secretPrefix, tableArn, tableName } from './names.ts';
import type { ServiceFunction } from './service-function.ts';

export interface GrantContext {
  readonly scope: Construct;
  readonly stage: string;
  readonly service: ServiceDefinition;
  readonly reports: Bucket;
  readonly mail: { readonly identityArn: string; readonly configurationSetArn: string; readonly from: string };
}

/** What a manifest's grant means in IAM: exact actions on exact resources. */
export function statementsFor(grant: Grant, context: GrantContext): readonly PolicyStatement[] {
  switch (grant.to) {
    case 'table':
      return tableStatements(grant, context);
    case 'parameters':
      return [
        allow(
          grant.actions.map((action) => `ssm:${action}`),
          parameterArns(grant, context),
        ),
      ];
    case 'call':
      return [allow(['lambda:InvokeFunction'], [functionArn(context.scope, functionName(context.stage, grant.service, grant.call))])];
    case 'mail':
      return [mailStatement(context), allow(['ses:GetSendQuota'], ['*'])];
    case 'bucket':
      return [
        allow(
          grant.actions.map((action) => `s3:${action}`),
          [context.reports.arnForObjects(objectsUnder(grant.prefix))],
        ),
      ];
  }
}

/** Reads of an index are granted only where the manifest names the index, and then only Query. */
function tableStatements(grant: Extract<Grant, { to: 'table' }>, { scope, stage, service }: GrantContext): readonly PolicyStatement[] {
  const key = grant.on ?? 'main';
  const definition = service.tables[key];
  if (!definition) throw new Error(`${service.name} grants on a table "${key}" that it does not declare.`);
  const name = tableName(stage, service.name, key);
  const statements = [
    allow(
      grant.actions.map((action) => `dynamodb:${action}`),
      [tableArn(scope, name)],
    ),
  ];
  const indexes = grant.indexes ?? [];
  for (const index of indexes) {
    if (!definition.indexes?.[index]) throw new Error(`${service.name} grants on an index "${index}" that its table does not declare.`);
  }
  if (indexes.length > 0)
    statements.push(
      allow(
        ['dynamodb:Query'],
        indexes.map((index) => indexArn(scope, name, index)),
      ),
    );
  return statements;
}

function parameterArns(grant: Extract<Grant, { to: 'parameters' }>, { scope, stage, service }: GrantContext): readonly string[] {
  const owner = grant.of ?? service.name;
  return grant.names.map((name) => parameterArn(scope, `${secretPrefix(stage)}/${owner}/${name}`));
}

/** One address, one configuration set: letters that would not report back cannot leave. */
function mailStatement({ mail }: GrantContext): PolicyStatement {
  return new PolicyStatement({
    actions: ['ses:SendRawEmail'],
    resources: [mail.identityArn, mail.configurationSetArn],
    conditions: { StringEquals: { 'ses:FromAddress': mail.from } },
  });
}

function allow(actions: readonly string[], resources: readonly string[]): PolicyStatement {
  return new PolicyStatement({ actions: [...actions], resources: [...resources] });
}

/** `reports/` and `reports/*` mean the same. */
function objectsUnder(prefix: string): string {
  return `${prefix.replace(/^\/|\*$/g, '')}*`;
}

/** Where a grant cannot be narrower than a wildcard, that is said out loud at the role that gets it. */
export function acknowledgeWildcards({ role }: ServiceFunction, grants: readonly Grant[], reports: Bucket): void {
  const bucket = Stack.of(role).getLogicalId(reports.node.defaultChild as CfnBucket);
  for (const grant of grants) {
    if (grant.to === 'bucket') acknowledgeFinding(role, 'nothingNarrower', `Resource::<${bucket}.Arn>/${objectsUnder(grant.prefix)}`);
    if (grant.to === 'mail') {
      acknowledgeFinding(role, 'nothingNarrower', 'Resource::*');
      acknowledge(role, 'nothingNarrowerAgain');
    }
  }
}

/** ARN of the SES identity or configuration set `name`. */
export function sesArn(scope: Construct, kind: 'identity' | 'configuration-set', name: string): string {
  return Stack.of(scope).formatArn({ service: 'ses', resource: kind, resourceName: name });
}
