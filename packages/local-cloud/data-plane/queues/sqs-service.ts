import * as z from 'zod/mini';
import type { AwsService } from '../../part.ts';
import type { QueueResource } from '../../stack/model.ts';
import { AwsRefusal, jsonAction, jsonService } from '../json-service.ts';
import { type MessageAttributes, md5, md5OfAttributes, messageAttributes, type ReceivedMessage } from './message.ts';
import { MessageTooLarge, type Queues } from './queues.ts';

const queueUrl = z.object({ QueueUrl: z.string() });
const outgoing = z.object({
  MessageBody: z.string().check(z.minLength(1)),
  DelaySeconds: z.optional(z.number().check(z.minimum(0), z.maximum(900))),
  MessageAttributes: z.optional(messageAttributes),
});
const visibilitySeconds = z.number().check(z.minimum(0), z.maximum(43_200));
const batchOf = <Entry extends z.ZodMiniType>(entry: Entry) => z.extend(queueUrl, { Entries: z.array(entry) });
const withId = z.object({ Id: z.string() });

/** SQS's JSON protocol over the stack's queues. Queues come from the template: it makes and deletes none. */
export function sqsService(queues: Queues): AwsService {
  const queueOf = ({ QueueUrl }: { readonly QueueUrl: string }): QueueResource => named(QueueUrl.slice(QueueUrl.lastIndexOf('/') + 1));
  const named = (name: string): QueueResource => {
    const queue = queues.byName(name);
    if (queue !== undefined) return queue;
    throw new AwsRefusal(
      'com.amazonaws.sqs#QueueDoesNotExist',
      'The specified queue does not exist.',
      'AWS.SimpleQueueService.NonExistentQueue',
    );
  };
  const changeVisibility = (queue: QueueResource, entry: { readonly ReceiptHandle: string; readonly VisibilityTimeout: number }): void => {
    if (queues.changeVisibility(queue, entry.ReceiptHandle, entry.VisibilityTimeout)) return;
    throw new AwsRefusal(
      'com.amazonaws.sqs#MessageNotInflight',
      'The message is not available for a visibility timeout change.',
      'AWS.SimpleQueueService.MessageNotInflight',
    );
  };

  return jsonService('1.0', {
    SendMessage: jsonAction(z.extend(queueUrl, outgoing.shape), (input) => send(queues, queueOf(input), input)),
    SendMessageBatch: jsonAction(batchOf(z.extend(withId, outgoing.shape)), (input) =>
      eachEntry(input.Entries, (entry) => send(queues, queueOf(input), entry)),
    ),
    ReceiveMessage: jsonAction(
      z.extend(queueUrl, {
        MaxNumberOfMessages: z.optional(z.number().check(z.minimum(1), z.maximum(10))),
        VisibilityTimeout: z.optional(visibilitySeconds),
        WaitTimeSeconds: z.optional(z.number().check(z.minimum(0), z.maximum(20))),
      }),
      async (input) => {
        const queue = queueOf(input);
        const receive = () => queues.receive(queue, input.MaxNumberOfMessages ?? 1, input.VisibilityTimeout);
        let messages = receive();
        if (messages.length === 0 && input.WaitTimeSeconds !== undefined && input.WaitTimeSeconds > 0) {
          await arrival(queues, queue, input.WaitTimeSeconds * 1000);
          messages = receive();
        }
        return messages.length === 0 ? {} : { Messages: messages.map(asReceived) };
      },
    ),
    DeleteMessage: jsonAction(z.extend(queueUrl, { ReceiptHandle: z.string() }), (input) => {
      queues.remove(queueOf(input), input.ReceiptHandle);
    }),
    DeleteMessageBatch: jsonAction(batchOf(z.extend(withId, { ReceiptHandle: z.string() })), (input) =>
      eachEntry(input.Entries, (entry) => {
        queues.remove(queueOf(input), entry.ReceiptHandle);
        return {};
      }),
    ),
    ChangeMessageVisibility: jsonAction(z.extend(queueUrl, { ReceiptHandle: z.string(), VisibilityTimeout: visibilitySeconds }), (input) =>
      changeVisibility(queueOf(input), input),
    ),
    ChangeMessageVisibilityBatch: jsonAction(
      batchOf(z.extend(withId, { ReceiptHandle: z.string(), VisibilityTimeout: visibilitySeconds })),
      (input) =>
        eachEntry(input.Entries, (entry) => {
          changeVisibility(queueOf(input), entry);
          return {};
        }),
    ),
    GetQueueUrl: jsonAction(z.object({ QueueName: z.string() }), (input) => ({ QueueUrl: named(input.QueueName).url })),
    GetQueueAttributes: jsonAction(queueUrl, (input) => ({ Attributes: attributesOf(queues, queueOf(input)) })),
    ListQueues: jsonAction(z.object({ QueueNamePrefix: z.optional(z.string()) }), (input) => ({
      QueueUrls: queues.all.filter((queue) => queue.name.startsWith(input.QueueNamePrefix ?? '')).map((queue) => queue.url),
    })),
    PurgeQueue: jsonAction(queueUrl, (input) => queues.purge(queueOf(input))),
    StartMessageMoveTask: jsonAction(z.object({ SourceArn: z.string() }), (input) => {
      const queue = queues.byArn(input.SourceArn);
      if (queue === undefined) throw new AwsRefusal('com.amazonaws.sqs#ResourceNotFoundException', 'The queue does not exist.');
      queues.redrive(queue);
      return { TaskHandle: Buffer.from(input.SourceArn).toString('base64') };
    }),
  });
}

type Outgoing = z.infer<typeof outgoing>;

function send(queues: Queues, queue: QueueResource, message: Outgoing): Record<string, string> {
  const attributes: MessageAttributes = message.MessageAttributes ?? {};
  try {
    const { messageId } = queues.send(queue, message.MessageBody, attributes, message.DelaySeconds);
    const checksum = md5OfAttributes(attributes);
    return {
      MessageId: messageId,
      MD5OfMessageBody: md5(message.MessageBody),
      ...(checksum !== undefined && { MD5OfMessageAttributes: checksum }),
    };
  } catch (problem) {
    if (problem instanceof MessageTooLarge)
      throw new AwsRefusal('com.amazonaws.sqs#InvalidParameterValue', problem.message, 'InvalidParameterValue');
    throw problem;
  }
}

/** A batch succeeds and fails entry by entry. */
function eachEntry<Entry extends { readonly Id: string }>(
  entries: readonly Entry[],
  act: (entry: Entry) => Record<string, string>,
): unknown {
  if (entries.length === 0 || entries.length > 10) {
    throw new AwsRefusal(
      'com.amazonaws.sqs#TooManyEntriesInBatchRequest',
      'A batch holds 1 to 10 entries.',
      'AWS.SimpleQueueService.TooManyEntriesInBatchRequest',
    );
  }
  const Successful: Record<string, string>[] = [];
  const Failed: unknown[] = [];
  for (const entry of entries) {
    try {
      Successful.push({ Id: entry.Id, ...act(entry) });
    } catch (problem) {
      if (!(problem instanceof AwsRefusal)) throw problem;
      const code = problem.queryCode ?? problem.type.slice(problem.type.indexOf('#') + 1);
      Failed.push({ Id: entry.Id, Code: code, Message: problem.message, SenderFault: true });
    }
  }
  return { Successful, ...(Failed.length > 0 && { Failed }) };
}

function asReceived(message: ReceivedMessage): unknown {
  const checksum = md5OfAttributes(message.attributes);
  return {
    MessageId: message.messageId,
    ReceiptHandle: message.receipt,
    Body: message.body,
    MD5OfBody: md5(message.body),
    Attributes: systemAttributes(message),
    ...(checksum !== undefined && { MessageAttributes: message.attributes, MD5OfMessageAttributes: checksum }),
  };
}

/** What SQS itself knows of a message; receivers get all of it, asked for or not. */
export function systemAttributes(message: ReceivedMessage): Record<string, string> {
  return {
    ApproximateReceiveCount: String(message.receiveCount),
    SentTimestamp: String(message.sentAt),
    SenderId: '000000000000',
    ApproximateFirstReceiveTimestamp: String(message.firstReceivedAt),
  };
}

function attributesOf(queues: Queues, queue: QueueResource): Record<string, string> {
  const depth = queues.depth(queue);
  return {
    QueueArn: queue.arn,
    ApproximateNumberOfMessages: String(depth.visible),
    ApproximateNumberOfMessagesNotVisible: String(depth.inFlight),
    ApproximateNumberOfMessagesDelayed: String(depth.delayed),
    VisibilityTimeout: String(queue.visibilityTimeoutSeconds),
    MessageRetentionPeriod: String(queue.retentionSeconds),
    ...(queue.deadLetter !== undefined && {
      RedrivePolicy: JSON.stringify({ deadLetterTargetArn: queue.deadLetter.arn, maxReceiveCount: queue.deadLetter.maxReceiveCount }),
    }),
  };
}

/** Waits for a message, at most `milliseconds` of real time. Looks again now and then, for a message whose time comes by the clock. */
function arrival(queues: Queues, queue: QueueResource, milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    const look = setInterval(() => queues.hasVisible(queue) && done(), 100);
    const end = setTimeout(() => done(), milliseconds);
    const forget = queues.onArrival(queue, () => done());
    const done = () => {
      clearInterval(look);
      clearTimeout(end);
      forget();
      resolve();
    };
  });
}
