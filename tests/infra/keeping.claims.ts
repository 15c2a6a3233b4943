import { describe, expect, it } from 'vitest';
import { example, stacks, templates } from './parts/services-under-test.ts';
import { at, broken, resourcesOf, type Template } from './parts/template.ts';

/** Whatever holds people's words and would not survive a mistake. Empty is good. */
function fragile(template: Template): readonly string[] {
  const tables = resourcesOf(template, 'AWS::DynamoDB::Table').filter(
    ({ properties, deletionPolicy }) =>
      properties.DeletionProtectionEnabled !== true ||
      at(properties, 'PointInTimeRecoverySpecification', 'PointInTimeRecoveryEnabled') !== true ||
      properties.BillingMode !== 'PAY_PER_REQUEST' ||
      at(properties, 'TimeToLiveSpecification', 'AttributeName') !== 'expiresAt' ||
      deletionPolicy !== 'Retain',
  );
  const buckets = resourcesOf(template, 'AWS::S3::Bucket').filter(
    ({ properties, deletionPolicy }) =>
      deletionPolicy !== 'Retain' || at(properties, 'PublicAccessBlockConfiguration', 'BlockPublicPolicy') !== true,
  );
  const others = [...resourcesOf(template, 'AWS::KMS::Key'), ...resourcesOf(template, 'AWS::Cognito::UserPool')].filter(
    ({ deletionPolicy }) => deletionPolicy !== 'Retain',
  );
  return [...tables, ...buckets, ...others].map(({ id }) => id);
}

function logsWithoutEnd(template: Template): readonly string[] {
  return resourcesOf(template, 'AWS::Logs::LogGroup')
    .filter(({ properties }) => ![7, 30].includes(Number(properties.RetentionInDays)))
    .map(({ id }) => id);
}

describe.each(stacks)('in %s', (_name, template) => {
  it('tables, buckets, keys and people’s accounts survive a deletion of the stack', () => {
    expect(fragile(template)).toEqual([]);
  });

  it('logs end', () => {
    expect(logsWithoutEnd(template)).toEqual([]);
    for (const one of resourcesOf(template, 'AWS::Lambda::Function')) expect(at(one.properties, 'LoggingConfig', 'LogGroup')).toBeDefined();
  });

  it('the bus has an archive of 35 days, and only for our own events', () => {
    const archives = resourcesOf(template, 'AWS::Events::Archive');
    expect(archives).toHaveLength(1);
    expect(archives[0]?.properties.RetentionDays).toBe(35);
    expect(at(archives[0]?.properties, 'SourceArn')).toEqual({
      'Fn::GetAtt': [resourcesOf(template, 'AWS::Events::EventBus')[0]?.id, 'Arn'],
    });
  });

  it('nothing runs at deployment: no custom resource', () => {
    const types = Object.values(template.Resources).map(({ Type }) => Type);
    expect(types.filter((type) => type.startsWith('Custom::') || type === 'AWS::CloudFormation::CustomResource')).toEqual([]);
  });

  it('every function is Node 24 on arm64 and says its memory and time', () => {
    for (const { properties } of resourcesOf(template, 'AWS::Lambda::Function')) {
      expect(properties).toMatchObject({ Runtime: 'nodejs24.x', Architectures: ['arm64'], Handler: 'index.handler' });
      expect(Number(properties.MemorySize)).toBeGreaterThan(0);
      expect(Number(properties.Timeout)).toBeGreaterThan(0);
    }
  });
});

it.each(templates)('each template of %s has room to grow: under 400 resources and under 1 MB', (_name, made) => {
  for (const template of made) {
    expect(Object.keys(template.Resources).length).toBeLessThan(400);
    expect(JSON.stringify(template).length).toBeLessThan(1_000_000);
  }
});

describe('the claims notice', () => {
  const table = () => resourcesOf(example(), 'AWS::DynamoDB::Table')[0]?.id ?? '';

  it.each(['DeletionProtectionEnabled', 'PointInTimeRecoverySpecification', 'TimeToLiveSpecification'])(
    'a table without %s',
    (property) => {
      const twin = broken(example(), table(), (properties) => {
        delete properties[property];
      });
      expect(fragile(twin)).toEqual([table()]);
    },
  );

  it('a log that is kept for ever', () => {
    const log = resourcesOf(example(), 'AWS::Logs::LogGroup')[0]?.id ?? '';
    const twin = broken(example(), log, (properties) => {
      delete properties.RetentionInDays;
    });
    expect(logsWithoutEnd(twin)).toEqual([log]);
  });
});
