import type { Stack } from '../../stack/model.ts';
import { type Incoming, s3Address, text } from '../action.ts';
import { jsonBody, localArn, type Need, need } from './need.ts';

const objectActions: Readonly<Record<string, string>> = {
  HeadObject: 'GetObject',
  CreateMultipartUpload: 'PutObject',
  UploadPart: 'PutObject',
  CompleteMultipartUpload: 'PutObject',
  ListParts: 'ListMultipartUploadParts',
};
const bucketActions: Readonly<Record<string, string>> = {
  ListObjectsV2: 'ListBucket',
  HeadBucket: 'ListBucket',
  ListObjectVersions: 'ListBucketVersions',
};

export function s3Needs(operation: string, call: Incoming): readonly Need[] {
  const { bucket, key, query } = s3Address(call.path);
  const bucketArn = `arn:aws:s3:::${bucket}`;
  if (operation === 'DeleteObjects') {
    return [...text(call.body).matchAll(/<Key>([^<]*)<\/Key>/g)].map(([, name]) => need('s3:DeleteObject', `${bucketArn}/${name}`));
  }
  if (key === '') {
    const prefix = query.get('prefix');
    return [need(`s3:${bucketActions[operation] ?? operation}`, bucketArn, prefix === null ? {} : { 's3:prefix': [prefix] })];
  }
  const arn = `${bucketArn}/${key}`;
  if (operation === 'CopyObject') {
    const source = decodeURIComponent(call.headers['x-amz-copy-source'] ?? '').replace(/^\//, '');
    return [need('s3:GetObject', `arn:aws:s3:::${source}`), need('s3:PutObject', arn)];
  }
  const action = objectActions[operation] ?? operation;
  const versioned = query.has('versionId') && (action === 'GetObject' || action === 'DeleteObject') ? `${action}Version` : action;
  const tagged = operation === 'PutObject' && call.headers['x-amz-tagging'] !== undefined;
  return [need(`s3:${versioned}`, arn), ...(tagged ? [need('s3:PutObjectTagging', arn)] : [])];
}

export function ssmNeeds(operation: string, call: Incoming): readonly Need[] {
  const body = jsonBody(call);
  const named = operation === 'GetParametersByPath' ? [body.Path] : Array.isArray(body.Names) ? body.Names : [body.Name];
  const context: Need['context'] = operation === 'PutParameter' ? { 'ssm:Overwrite': [String(body.Overwrite ?? false)] } : {};
  return named.map((name) => need(`ssm:${operation}`, parameterArn(String(name)), context));
}

function parameterArn(name: string): string {
  return name.startsWith('arn:') ? name : localArn('ssm', `parameter/${name.replace(/^\//, '')}`);
}

export function secretsNeeds(operation: string, call: Incoming, stack: Stack): readonly Need[] {
  const given = String(jsonBody(call).SecretId ?? '*');
  const known = stack.secrets.find(({ name, arn }) => name === given || arn === given);
  return [
    need(`secretsmanager:${operation}`, known?.arn ?? (given.startsWith('arn:') ? given : localArn('secretsmanager', `secret:${given}`))),
  ];
}

/** Decrypt may leave the key to the ciphertext; then any one of the stack's keys must be granted. */
export function kmsNeeds(operation: string, call: Incoming, stack: Stack): readonly Need[] {
  const { KeyId: given, EncryptionContext: encryption } = jsonBody(call);
  const context = Object.fromEntries(
    Object.entries(typeof encryption === 'object' && encryption !== null ? encryption : {}).map(([key, value]) => [
      `kms:EncryptionContext:${key}`,
      [String(value)],
    ]),
  );
  const known = stack.keys.filter((key) => given === undefined || namesKey(String(given), key));
  const [first, ...others] = known.map(({ arn }) => arn);
  return [{ action: `kms:${operation}`, resources: [first ?? localArn('kms', `key/${given}`), ...others], context }];
}

function namesKey(given: string, key: Stack['keys'][number]): boolean {
  return key.arn === given || key.arn.endsWith(`/${given}`) || key.aliases.some((alias) => given === alias || given.endsWith(`:${alias}`));
}
