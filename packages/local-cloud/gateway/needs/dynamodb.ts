import type { Stack, TableResource } from '../../stack/model.ts';
import { isRecord } from '../../stack/template.ts';
import type { Incoming } from '../action.ts';
import { entries, jsonBody, localArn, type Need, need } from './need.ts';

type Fields = Readonly<Record<string, unknown>>;

/** DynamoDB's operations ask for the permission of each thing they do: a transaction has no permission of its own. */
export function dynamodbNeeds(operation: string, call: Incoming, stack: Stack): readonly Need[] {
  const body = jsonBody(call);
  switch (operation) {
    case 'TransactWriteItems':
      return entries(body.TransactItems).flatMap((item) => transactWriteNeeds(item, stack));
    case 'TransactGetItems':
      return entries(body.TransactItems).flatMap((item) => (isRecord(item.Get) ? itemNeeds('GetItem', item.Get, item.Get.Key, stack) : []));
    case 'BatchGetItem':
      return batchNeeds('BatchGetItem', body.RequestItems, (request) => (isRecord(request) ? entries(request.Keys) : []), stack);
    case 'BatchWriteItem':
      return batchNeeds('BatchWriteItem', body.RequestItems, (requests) => entries(requests).map(writtenItem), stack);
    case 'Query':
    case 'Scan':
      return readNeeds(operation, body, stack);
    case 'DescribeStream':
    case 'GetShardIterator':
      return [need(`dynamodb:${operation}`, String(body.StreamArn))];
    case 'GetRecords':
    case 'ListStreams':
    case 'ListTables':
      return [need(`dynamodb:${operation}`, '*')];
    default:
      return itemNeeds(operation, body, body.Key ?? body.Item, stack);
  }
}

const transactActions = { Put: 'PutItem', Update: 'UpdateItem', Delete: 'DeleteItem', ConditionCheck: 'ConditionCheckItem' } as const;

function transactWriteNeeds(item: Fields, stack: Stack): readonly Need[] {
  return Object.entries(transactActions).flatMap(([kind, action]) => {
    const part = item[kind];
    return isRecord(part) ? itemNeeds(action, part, part.Key ?? part.Item, stack) : [];
  });
}

function itemNeeds(action: string, part: Fields, item: unknown, stack: Stack): readonly Need[] {
  const table = tableOf(part.TableName, stack);
  const keys = isRecord(item) ? [item] : [];
  return withKey(need(`dynamodb:${action}`, table.arn, leadingKeys(keys, partitionKey(table.resource))), table.resource, stack);
}

function batchNeeds(action: string, requests: unknown, itemsOf: (request: unknown) => readonly Fields[], stack: Stack): readonly Need[] {
  return Object.entries(isRecord(requests) ? requests : {}).flatMap(([name, request]) => {
    const table = tableOf(name, stack);
    const context = leadingKeys(itemsOf(request), partitionKey(table.resource));
    return withKey(need(`dynamodb:${action}`, table.arn, context), table.resource, stack);
  });
}

function writtenItem(request: Fields): Fields {
  const put = isRecord(request.PutRequest) ? request.PutRequest.Item : undefined;
  const deleted = isRecord(request.DeleteRequest) ? request.DeleteRequest.Key : undefined;
  const item = put ?? deleted;
  return isRecord(item) ? item : {};
}

function readNeeds(action: string, body: Fields, stack: Stack): readonly Need[] {
  const table = tableOf(body.TableName, stack);
  const index = typeof body.IndexName === 'string' ? body.IndexName : undefined;
  const arn = index === undefined ? table.arn : `${table.arn}/index/${index}`;
  const context: Record<string, readonly string[]> = { ...queriedKey(body, partitionKey(table.resource, index)) };
  if (typeof body.Select === 'string') context['dynamodb:Select'] = [body.Select];
  return withKey(need(`dynamodb:${action}`, arn, context), table.resource, stack);
}

/** The partition that a query names in its key condition, in either of the two ways that DynamoDB knows. */
function queriedKey(body: Fields, partition: string | undefined): Need['context'] {
  if (partition === undefined || typeof body.KeyConditionExpression !== 'string') return {};
  const names = isRecord(body.ExpressionAttributeNames) ? body.ExpressionAttributeNames : {};
  const values = isRecord(body.ExpressionAttributeValues) ? body.ExpressionAttributeValues : {};
  for (const [, name = '', value = ''] of body.KeyConditionExpression.matchAll(/([#\w.-]+)\s*=\s*(:\w+)/g)) {
    if ((names[name] ?? name) === partition) return leadingKeys([{ [partition]: values[value] }], partition);
  }
  return {};
}

function leadingKeys(items: readonly Fields[], partition: string | undefined): Need['context'] {
  if (partition === undefined) return {};
  const values = items.flatMap((item) => (isRecord(item[partition]) ? Object.values(item[partition]).map(String) : []));
  return values.length === 0 ? {} : { 'dynamodb:LeadingKeys': [...new Set(values)] };
}

function partitionKey(table: TableResource | undefined, index?: string): string | undefined {
  const definitions = [...entries(table?.createTable.GlobalSecondaryIndexes), ...entries(table?.createTable.LocalSecondaryIndexes)];
  const schema = index === undefined ? table?.createTable.KeySchema : definitions.find(({ IndexName }) => IndexName === index)?.KeySchema;
  const key = entries(schema).find(({ KeyType }) => KeyType === 'HASH')?.AttributeName;
  return typeof key === 'string' ? key : undefined;
}

function tableOf(nameOrArn: unknown, stack: Stack): { readonly arn: string; readonly resource: TableResource | undefined } {
  const given = String(nameOrArn);
  const resource = stack.tables.find(({ name, arn }) => name === given || arn === given);
  return { arn: resource?.arn ?? (given.startsWith('arn:') ? given : localArn('dynamodb', `table/${given}`)), resource };
}

const describes = new Set(['DescribeTable', 'DescribeTimeToLive', 'DescribeContinuousBackups']);

/** A table under a customer's key: DynamoDB has the key decrypt the table's own key in the caller's name, for reads and writes alike. */
function withKey(own: Need, table: TableResource | undefined, stack: Stack): readonly Need[] {
  const action = own.action.slice('dynamodb:'.length);
  if (table?.kmsKeyArn === undefined || describes.has(action)) return [own];
  const context = {
    'kms:ViaService': [`dynamodb.${stack.region}.amazonaws.com`],
    'kms:CallerAccount': [stack.account],
    'kms:EncryptionContext:aws:dynamodb:tableName': [table.name],
    'kms:EncryptionContext:aws:dynamodb:subscriberId': [stack.account],
  };
  return [own, need('kms:Decrypt', table.kmsKeyArn, context)];
}
