import { expect, test } from 'vitest';
import { triggerOf } from './trigger.ts';

test.each([
  [{ routeKey: 'GET /events/{slug}', requestContext: {}, rawPath: '/events/a' }, 'http GET /events/{slug}'],
  [{ Records: [{ eventSource: 'aws:sqs', eventSourceARN: 'arn:aws:sqs:eu-west-2:000000000000:letters' }] }, 'sqs letters'],
  [
    { Records: [{ eventSource: 'aws:dynamodb', eventSourceARN: 'arn:aws:dynamodb:eu-west-2:0:table/events/stream/2026' }] },
    'dynamodb events',
  ],
  [{ 'detail-type': 'Scheduled', source: 'x' }, 'event Scheduled'],
  [{ Records: [] }, 'invoke'],
  [null, 'invoke'],
  ['text', 'invoke'],
])('%j is told as %s', (payload, trigger) => {
  expect(triggerOf(payload)).toBe(trigger);
});
