export { CallFailed, callFunction, callOf } from './calls.ts';
export { type ConsumerOptions, consumerFunction, type MailEvent, mailEventSchema, UnknownDomainEvent } from './consumer-function.ts';
export { envelopeFor } from './envelopes.ts';
export { addedEnvelopes, publisherFunction } from './publisher-function.ts';
export { sweepFunction } from './sweep-function.ts';
