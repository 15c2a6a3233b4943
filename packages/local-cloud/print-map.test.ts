import { expect, it } from 'vitest';
import { printMap } from './print-map.ts';
import { readStack } from './stack/read-stack.ts';
import { smallAssembly } from './stack/testing/small-stack.ts';

it('the map says where everything is', () => {
  const map = printMap({
    baseUrl: 'http://127.0.0.1:3000',
    gatewayUrl: 'http://127.0.0.1:4000',
    dataFolder: '/data',
    stack: readStack(smallAssembly, {}),
  });
  expect(map).toContain('http://127.0.0.1:3000/_local/mailbox');
  expect(map).toContain('1 function, 2 tables, 2 queues, 1 rule, 1 schedule, 1 route; 2 resources with nothing to run here');
});
