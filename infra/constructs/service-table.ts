import type { TableDefinition } from '@convener/contracts/manifest';
import { Aws, Duration, RemovalPolicy, Stack } from 'aws-cdk-lib';
import { AttributeType, BillingMode, ProjectionType, StreamViewType, Table, TableEncryption } from 'aws-cdk-lib/aws-dynamodb';
import { ArnPrincipal, type IRole, PolicyDocument, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { Key } from 'aws-cdk-lib/aws-kms';
import { Construct } from 'constructs';

export interface ServiceTableProps {
  readonly tableName: string;
  readonly definition: TableDefinition;
}

const useOfTheKey = [
  'kms:Decrypt',
  'kms:DescribeKey',
  'kms:Encrypt',
  'kms:GenerateDataKey',
  'kms:GenerateDataKeyWithoutPlaintext',
  'kms:ReEncryptFrom',
  'kms:ReEncryptTo',
];
const careOfTheKey = [
  'kms:CancelKeyDeletion',
  'kms:DescribeKey',
  'kms:DisableKeyRotation',
  'kms:EnableKeyRotation',
  'kms:GetKeyPolicy',
  'kms:GetKeyRotationStatus',
  'kms:ListKeyPolicies',
  'kms:ListResourceTags',
  'kms:PutKeyPolicy',
  'kms:ScheduleKeyDeletion',
  'kms:TagResource',
  'kms:UntagResource',
  'kms:UpdateKeyDescription',
];

/**
 * One table of one service: on demand, point in time recovery, deletion protection, kept when the stack goes. A table of its own
 * encryption is recoverable for 7 days only, so that what was deleted after 30 days is not there on day 60.
 */
export class ServiceTable extends Construct {
  readonly table: Table;
  readonly #key: Key | undefined;

  constructor(scope: Construct, id: string, { tableName, definition }: ServiceTableProps) {
    super(scope, id);
    const own = definition.encryption === 'own';
    this.#key = own ? this.#ownKey(tableName) : undefined;
    this.table = new Table(this, 'Table', {
      tableName,
      partitionKey: { name: 'pk', type: AttributeType.STRING },
      sortKey: { name: 'sk', type: AttributeType.STRING },
      billingMode: BillingMode.PAY_PER_REQUEST,
      timeToLiveAttribute: 'expiresAt',
      deletionProtection: true,
      removalPolicy: RemovalPolicy.RETAIN,
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true, recoveryPeriodInDays: own ? 7 : 35 },
      ...(definition.stream === false ? {} : { stream: StreamViewType.NEW_AND_OLD_IMAGES }),
      ...(this.#key ? { encryption: TableEncryption.CUSTOMER_MANAGED, encryptionKey: this.#key } : {}),
    });
    for (const [name, index] of Object.entries(definition.indexes ?? {})) {
      this.table.addGlobalSecondaryIndex({
        indexName: name,
        partitionKey: { name: index.pk, type: AttributeType.STRING },
        sortKey: { name: index.sk, type: AttributeType.STRING },
        ...projection(index.projection),
      });
    }
  }

  /** Only these roles may have the table read or written under its own key, and only through DynamoDB. */
  openTo(roles: readonly IRole[]): void {
    if (!this.#key || roles.length === 0) return;
    this.#key.addToResourcePolicy(
      new PolicyStatement({
        sid: 'ItsServiceThroughDynamoDB',
        principals: roles.map((role) => new ArnPrincipal(role.roleArn)),
        actions: ['kms:Decrypt', 'kms:DescribeKey'],
        resources: ['*'],
        conditions: { StringEquals: { 'kms:ViaService': `dynamodb.${Aws.REGION}.amazonaws.com` } },
      }),
    );
  }

  /** The account may look after the key; using it takes a statement of its own, so an administrator's policy does not open the table. */
  #ownKey(tableName: string): Key {
    const account = new ArnPrincipal(`arn:${Aws.PARTITION}:iam::${Aws.ACCOUNT_ID}:root`);
    const deployer = Stack.of(this).formatArn({
      service: 'iam',
      region: '',
      resource: 'role',
      resourceName: `cdk-hnb659fds-cfn-exec-role-${Aws.ACCOUNT_ID}-${Aws.REGION}`,
    });
    return new Key(this, 'Key', {
      description: `Encrypts ${tableName} and nothing else`,
      enableKeyRotation: true,
      pendingWindow: Duration.days(30),
      removalPolicy: RemovalPolicy.RETAIN,
      policy: new PolicyDocument({
        statements: [
          new PolicyStatement({ sid: 'AccountLooksAfterTheKey', principals: [account], actions: careOfTheKey, resources: ['*'] }),
          new PolicyStatement({
            sid: 'DeploymentMakesTheTable',
            principals: [account],
            actions: [...useOfTheKey, 'kms:CreateGrant'],
            resources: ['*'],
            conditions: {
              ArnEquals: { 'aws:PrincipalArn': deployer },
              StringEquals: { 'kms:ViaService': `dynamodb.${Aws.REGION}.amazonaws.com` },
            },
          }),
        ],
      }),
    });
  }
}

function projection(wanted: 'all' | 'keys' | readonly string[]) {
  if (wanted === 'all') return { projectionType: ProjectionType.ALL };
  if (wanted === 'keys') return { projectionType: ProjectionType.KEYS_ONLY };
  return { projectionType: ProjectionType.INCLUDE, nonKeyAttributes: [...wanted] };
}
