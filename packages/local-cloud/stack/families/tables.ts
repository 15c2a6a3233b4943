import { identity } from '../identity.ts';
import type { TableResource } from '../model.ts';
import { StackProblem } from '../template.ts';
import type { TemplateResource } from '../template-resource.ts';
import { arn } from './arn.ts';
import type { Types } from './types.ts';

export const tableTypes: Types = { 'AWS::DynamoDB::Table': identifyTable, 'AWS::DynamoDB::GlobalTable': identifyTable };

function identifyTable(resource: TemplateResource) {
  const name = resource.physicalName('TableName', 255);
  const stream = resource.property('StreamSpecification') === undefined ? {} : { StreamArn: streamArn(name) };
  return identity(name, { Arn: tableArn(name), ...stream });
}

function tableArn(name: string): string {
  return arn('dynamodb', `table/${name}`);
}

/** AWS labels a stream with the time of its making; here the label is always the same, so that the template resolves alike every time. */
function streamArn(table: string): string {
  return `${tableArn(table)}/stream/2000-01-01T00:00:00.000`;
}

/** What CreateTable takes of the template's properties, under the same names. */
const requestProperties = ['KeySchema', 'AttributeDefinitions', 'GlobalSecondaryIndexes', 'LocalSecondaryIndexes'] as const;
const indexProperties = ['IndexName', 'KeySchema', 'Projection'] as const;

export function readTable(resource: TemplateResource): TableResource {
  const document = resource.document();
  const name = resource.physicalName('TableName', 255);
  const replica = document.children('Replicas')[0];
  if (document.children('Replicas').length > 1)
    throw new StackProblem(`${resource.where}: a table in more than one region does not run on one machine.`);
  const streams = document.child('StreamSpecification');
  const encryption = document.child('SSESpecification');
  const timeToLive = document.child('TimeToLiveSpecification');
  const customerKey = replica?.child('SSESpecification') ?? encryption;
  const createTable: Record<string, unknown> = { TableName: name, BillingMode: 'PAY_PER_REQUEST' };
  for (const property of requestProperties) {
    if (document.has(property))
      createTable[property] = property.endsWith('Indexes') ? indexes(document.children(property)) : document.values[property];
  }
  if (streams) createTable.StreamSpecification = { StreamEnabled: true, StreamViewType: streams.text('StreamViewType') };
  return {
    logicalId: resource.logicalId,
    name,
    arn: tableArn(name),
    streamArn: streams ? streamArn(name) : undefined,
    ttlAttribute: timeToLive?.flag('Enabled', true) ? timeToLive.text('AttributeName') : undefined,
    kmsKeyArn: encryption?.flag('SSEEnabled', true) === false ? undefined : keyArn(customerKey?.optionalText('KMSMasterKeyId')),
    createTable,
  };
}

function indexes(documents: readonly { readonly values: Readonly<Record<string, unknown>> }[]): unknown[] {
  return documents.map(({ values }) => Object.fromEntries(indexProperties.map((property) => [property, values[property]])));
}

/** A key may be named by its ARN or its id. */
function keyArn(key: string | undefined): string | undefined {
  return key === undefined || key.startsWith('arn:') ? key : arn('kms', `key/${key}`);
}
