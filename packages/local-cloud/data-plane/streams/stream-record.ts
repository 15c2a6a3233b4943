import { createHash } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import * as z from 'zod/mini';

const item = z.record(z.string(), z.record(z.string(), z.unknown()));

/** A record as the engine's GetRecords gives it. */
export const streamRecord = z.object({
  eventName: z.enum(['INSERT', 'MODIFY', 'REMOVE']),
  eventVersion: z.string(),
  dynamodb: z.object({
    ApproximateCreationDateTime: z.number(),
    Keys: item,
    NewImage: z.optional(item),
    OldImage: z.optional(item),
    SequenceNumber: z.string(),
    SizeBytes: z.number(),
    StreamViewType: z.string(),
  }),
});
export type StreamRecord = z.infer<typeof streamRecord>;

export function sequenceOf(record: StreamRecord): string {
  return record.dynamodb.SequenceNumber;
}

/** DynamoDB writes no record where a write changed nothing; the engine does. */
export function changesNothing({ eventName, dynamodb }: StreamRecord): boolean {
  return eventName === 'MODIFY' && isDeepStrictEqual(dynamodb.NewImage, dynamodb.OldImage);
}

/** The record as Lambda hands it to a function. */
export function lambdaRecord(
  record: StreamRecord,
  stream: { readonly arn: string; readonly region: string },
  expired: boolean,
): LambdaRecord {
  return {
    eventID: createHash('md5')
      .update(`${stream.arn} ${sequenceOf(record)}`)
      .digest('hex'),
    eventName: record.eventName,
    eventVersion: record.eventVersion,
    eventSource: 'aws:dynamodb',
    awsRegion: stream.region,
    dynamodb: record.dynamodb,
    eventSourceARN: stream.arn,
    ...(expired && { userIdentity: { type: 'Service', principalId: 'dynamodb.amazonaws.com' } }),
  };
}

export interface LambdaRecord {
  readonly eventID: string;
  readonly eventName: StreamRecord['eventName'];
  readonly eventVersion: string;
  readonly eventSource: 'aws:dynamodb';
  readonly awsRegion: string;
  readonly dynamodb: StreamRecord['dynamodb'];
  readonly eventSourceARN: string;
  readonly userIdentity?: { readonly type: 'Service'; readonly principalId: 'dynamodb.amazonaws.com' };
}
