import { createHash } from 'node:crypto';
import * as z from 'zod/mini';

export const messageAttribute = z.object({
  DataType: z.string(),
  StringValue: z.optional(z.string()),
  BinaryValue: z.optional(z.string()),
});
export const messageAttributes = z.record(z.string(), messageAttribute);
export type MessageAttributes = z.infer<typeof messageAttributes>;

/** A message as a receiver gets it. Instants are epoch milliseconds of the house's clock. */
export interface ReceivedMessage {
  readonly messageId: string;
  readonly receipt: string;
  readonly body: string;
  readonly attributes: MessageAttributes;
  readonly sentAt: number;
  readonly firstReceivedAt: number;
  /** Counts this receive too. */
  readonly receiveCount: number;
}

/** SQS's limit of a body with its attributes, in bytes. */
export const maximumMessageBytes = 1_048_576;

export function messageBytes(body: string, attributes: MessageAttributes): number {
  const ofAttributes = Object.entries(attributes).map(
    ([name, { DataType, StringValue, BinaryValue }]) =>
      Buffer.byteLength(name) +
      Buffer.byteLength(DataType) +
      Buffer.byteLength(StringValue ?? '') +
      Buffer.byteLength(BinaryValue ?? '', 'base64'),
  );
  return ofAttributes.reduce((sum, bytes) => sum + bytes, Buffer.byteLength(body));
}

export function md5(text: string): string {
  return createHash('md5').update(text).digest('hex');
}

const stringTransport = Buffer.from([1]);
const binaryTransport = Buffer.from([2]);

/** The checksum of message attributes as SDKs verify it: name, type and value, each with its length, sorted by name. */
export function md5OfAttributes(attributes: MessageAttributes): string | undefined {
  const names = Object.keys(attributes).sort();
  if (names.length === 0) return undefined;
  const hash = createHash('md5');
  const add = (part: Buffer) => {
    const length = Buffer.alloc(4);
    length.writeUInt32BE(part.byteLength);
    hash.update(length).update(part);
  };
  for (const name of names) {
    const attribute = attributes[name];
    if (attribute === undefined) continue;
    add(Buffer.from(name));
    add(Buffer.from(attribute.DataType));
    const isBinary = attribute.DataType.startsWith('Binary');
    hash.update(isBinary ? binaryTransport : stringTransport);
    add(isBinary ? Buffer.from(attribute.BinaryValue ?? '', 'base64') : Buffer.from(attribute.StringValue ?? ''));
  }
  return hash.digest('hex');
}
