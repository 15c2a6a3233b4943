import { readFileSync } from 'node:fs';
import { App, Stack } from 'aws-cdk-lib';
import { CfnQueue } from 'aws-cdk-lib/aws-sqs';
import { AwsSolutionsChecks } from 'cdk-nag';
import { expect, it } from 'vitest';
import { acknowledgements } from '../../infra/constructs/acknowledge.ts';
import { findings } from './parts/services-under-test.ts';

it.each(findings)('cdk-nag finds nothing open in %s', (_name, found) => {
  expect(found).toEqual([]);
});

it('at most 12 rules are set aside, each with a reason, each somewhere', () => {
  const names = Object.keys(acknowledgements);
  expect(names.length).toBeLessThanOrEqual(12);
  for (const { reason } of Object.values(acknowledgements)) expect(reason.length).toBeGreaterThan(60);
  const parts = ['edge', 'routes', 'queues', 'consumer', 'service-function', 'grants'].map((part) =>
    readFileSync(new URL(`../../infra/constructs/${part}.ts`, import.meta.url), 'utf8'),
  );
  expect(names.filter((name) => !parts.some((part) => part.includes(`'${name}'`)))).toEqual([]);
});

it('cdk-nag does find what is wrong', () => {
  const app = new App();
  new CfnQueue(new Stack(app, 'Careless'), 'Queue', {});
  expect(new AwsSolutionsChecks(app).validateScope(app).violations.length).toBeGreaterThan(0);
});
