import { describe, expect, it } from 'vitest';
import { rolesOf, statementsIn, statementsOfRoles } from './parts/roles.ts';
import { example, stacks } from './parts/services-under-test.ts';
import { asText, at, broken, listOf, referencesIn, resourcesOf, type Template } from './parts/template.ts';

/** Who can reach what people said would help them, told from the template alone. Empty is good. */
function strangersAtTheNeeds(template: Template): readonly string[] {
  const friends = rolesOf(template, 'accessibility');
  return needsTables(template).flatMap((table) => {
    const name = asText(table.properties.TableName);
    const byTable = statementsOfRoles(template)
      .filter(
        ({ actions, resources }) =>
          actions.some((action) => action.startsWith('dynamodb:')) && resources.some((text) => reaches(text, table.id, name)),
      )
      .map(({ role }) => role);
    const byKey = keyUsers(template, keyOf(table.properties));
    const byGrant = statementsOfRoles(template)
      .filter(({ actions }) => actions.some((action) => action.startsWith('kms:')))
      .map(({ role }) => role);
    return [...byTable, ...byKey, ...byGrant].filter((role) => !friends.has(role));
  });
}

function needsTables(template: Template) {
  return resourcesOf(template, 'AWS::DynamoDB::Table').filter((table) => keyOf(table.properties) !== undefined);
}

function keyOf(table: Readonly<Record<string, unknown>>): string | undefined {
  return referencesIn(at(table, 'SSESpecification', 'KMSMasterKeyId'))[0];
}

function reaches(resource: string, tableId: string, tableName: string): boolean {
  return (
    resource === '*' || resource.includes(`{${tableId}`) || resource.includes(`table/${tableName}`) || /table\/[^{}]*\*/.test(resource)
  );
}

/** Roles of functions that the key's policy lets use it. The account's own statements are looked at by a claim of their own. */
function keyUsers(template: Template, key: string | undefined): readonly string[] {
  const policy = resourcesOf(template, 'AWS::KMS::Key').find(({ id }) => id === key)?.properties.KeyPolicy;
  return statementsIn(policy, 'key').flatMap(({ principals }) =>
    referencesIn(principals).filter((id) => template.Resources[id]?.Type === 'AWS::IAM::Role'),
  );
}

/** What the account at large may do with the key. */
function useByTheAccount(template: Template): readonly string[] {
  const using = ['kms:Decrypt', 'kms:Encrypt', 'kms:GenerateDataKey', 'kms:CreateGrant', 'kms:*', '*'];
  return resourcesOf(template, 'AWS::KMS::Key')
    .flatMap((key) => statementsIn(key.properties.KeyPolicy, key.id))
    .filter(({ principals }) => asText(at(principals, 'AWS')).endsWith(':root'))
    .filter(({ actions }) => actions.some((action) => using.includes(action)))
    .filter(({ conditions }) => !asText(at(conditions, 'ArnEquals', 'aws:PrincipalArn')).includes('-cfn-exec-role-'))
    .map(({ role }) => role);
}

describe.each(stacks)('in %s', (name, template) => {
  it('only the accessibility service may touch the access-needs table or its key', () => {
    expect(strangersAtTheNeeds(template)).toEqual([]);
  });

  it('nobody else in the account may use the key, but for the deployment that makes the table', () => {
    expect(useByTheAccount(template)).toEqual([]);
  });

  it('the access-needs table has a key of its own, no stream, and forgets in 7 days', () => {
    for (const table of needsTables(template)) {
      expect(table.properties.StreamSpecification).toBeUndefined();
      expect(at(table.properties, 'PointInTimeRecoverySpecification', 'RecoveryPeriodInDays')).toBe(7);
      const key = resourcesOf(template, 'AWS::KMS::Key').find(({ id }) => id === keyOf(table.properties));
      expect(key?.properties.EnableKeyRotation).toBe(true);
      const sharing = resourcesOf(template, 'AWS::DynamoDB::Table').filter((other) => keyOf(other.properties) === key?.id);
      expect(sharing).toHaveLength(1);
    }
    if (name === 'the example') expect(needsTables(template)).toHaveLength(1);
  });

  it('no function outside accessibility even knows the table’s name', () => {
    const knowing = resourcesOf(template, 'AWS::Lambda::Function').filter((one) =>
      at(one.properties, 'Environment', 'Variables', 'NEEDS_TABLE_NAME'),
    );
    expect(knowing.filter((one) => at(one.properties, 'Environment', 'Variables', 'SERVICE') !== 'accessibility')).toEqual([]);
  });
});

describe('the claim notices', () => {
  const stranger = () => [...rolesOf(example(), 'registration')][0] ?? '';

  it('a role of another service that is granted the table', () => {
    const table = needsTables(example())[0];
    const twin = broken(example(), stranger(), (properties) => {
      properties.Policies = [
        { PolicyDocument: { Statement: [{ Action: 'dynamodb:GetItem', Resource: { 'Fn::GetAtt': [table?.id, 'Arn'] } }] } },
      ];
    });
    expect(strangersAtTheNeeds(twin)).toEqual([stranger()]);
  });

  it('a role of another service that is granted tables by wildcard', () => {
    const twin = broken(example(), stranger(), (properties) => {
      properties.Policies = [
        { PolicyDocument: { Statement: [{ Action: 'dynamodb:Query', Resource: 'arn:aws:dynamodb:eu-west-2:1:table/convener-*' }] } },
      ];
    });
    expect(strangersAtTheNeeds(twin)).toEqual([stranger()]);
  });

  it('a role of another service in the key’s policy', () => {
    const key = keyOf(needsTables(example())[0]?.properties ?? {}) ?? '';
    const twin = broken(example(), key, (properties) => {
      const statements = listOf(at(properties.KeyPolicy, 'Statement'));
      properties.KeyPolicy = {
        Statement: [...statements, { Action: 'kms:Decrypt', Principal: { AWS: { 'Fn::GetAtt': [stranger(), 'Arn'] } }, Resource: '*' }],
      };
    });
    expect(strangersAtTheNeeds(twin)).toEqual([stranger()]);
  });

  it('a key that the whole account may use', () => {
    const key = keyOf(needsTables(example())[0]?.properties ?? {}) ?? '';
    const twin = broken(example(), key, (properties) => {
      properties.KeyPolicy = { Statement: [{ Action: 'kms:*', Principal: { AWS: 'arn:aws:iam::1:root' }, Resource: '*' }] };
    });
    expect(useByTheAccount(twin)).toEqual([key]);
  });
});
