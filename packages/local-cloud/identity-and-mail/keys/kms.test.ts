import { beforeEach, expect, it } from 'vitest';
import { type IdentityAndMail, startIdentityAndMail } from '../start.ts';
import { newDataFolder, surroundingsIn } from '../testing/surroundings.ts';

let part: IdentityAndMail;
let folder: string;

beforeEach(async () => {
  folder = await newDataFolder();
  part = await startIdentityAndMail(surroundingsIn(folder), { putOnDefaultBus: async () => undefined });
});

async function ask(service: string, action: string, input: Record<string, unknown>): Promise<{ status: number } & Record<string, unknown>> {
  const body = Buffer.from(JSON.stringify(input));
  const answer = await part.services
    .get(service)
    ?.handle({ service, action, method: 'POST', path: '/', headers: {}, body, caller: { kind: 'administrator' } });
  return { status: answer?.status ?? 0, ...JSON.parse(String(answer?.body)) };
}

const plain = Buffer.from('what would help').toString('base64');

it('opens what it sealed, after a restart too, and only under the same context', async () => {
  const sealed = await ask('kms', 'Encrypt', { KeyId: 'alias/needs', Plaintext: plain, EncryptionContext: { for: 'a', by: 'b' } });
  part = await startIdentityAndMail(surroundingsIn(folder), { putOnDefaultBus: async () => undefined });
  const opened = await ask('kms', 'Decrypt', { CiphertextBlob: sealed.CiphertextBlob, EncryptionContext: { by: 'b', for: 'a' } });
  expect(opened).toMatchObject({ status: 200, Plaintext: plain, KeyId: 'arn:aws:kms:eu-west-2:000000000000:key/needs' });
  expect(await ask('kms', 'Decrypt', { CiphertextBlob: sealed.CiphertextBlob, EncryptionContext: { for: 'other' } })).toMatchObject({
    status: 400,
    __type: 'InvalidCiphertextException',
  });
  expect(await ask('kms', 'Decrypt', { CiphertextBlob: Buffer.from('nonsense').toString('base64') })).toMatchObject({ status: 400 });
});

it('gives data keys that open again, MACs and signatures that fail for any other message', async () => {
  const made = await ask('kms', 'GenerateDataKey', { KeyId: 'needs', KeySpec: 'AES_256' });
  expect(await ask('kms', 'Decrypt', { CiphertextBlob: made.CiphertextBlob })).toMatchObject({ Plaintext: made.Plaintext });

  const mac = await ask('kms', 'GenerateMac', { KeyId: 'needs', Message: plain, MacAlgorithm: 'HMAC_SHA_256' });
  const macAgain = { KeyId: 'needs', MacAlgorithm: 'HMAC_SHA_256', Mac: mac.Mac };
  expect(await ask('kms', 'VerifyMac', { ...macAgain, Message: plain })).toMatchObject({ MacValid: true });
  expect(await ask('kms', 'VerifyMac', { ...macAgain, Message: 'AAAA' })).toMatchObject({ __type: 'KMSInvalidMacException' });

  for (const SigningAlgorithm of ['ECDSA_SHA_256', 'RSASSA_PSS_SHA_256', 'ED25519_SHA_512']) {
    const signed = await ask('kms', 'Sign', { KeyId: 'needs', Message: plain, SigningAlgorithm });
    const again = { KeyId: 'needs', SigningAlgorithm, Signature: signed.Signature };
    expect(await ask('kms', 'Verify', { ...again, Message: plain })).toMatchObject({ SignatureValid: true });
    expect(await ask('kms', 'Verify', { ...again, Message: 'AAAA' })).toMatchObject({ __type: 'KMSInvalidSignatureException' });
  }
});

it('refuses keys and actions that the stack does not have', async () => {
  expect(await ask('kms', 'Encrypt', { KeyId: 'alias/other', Plaintext: plain })).toMatchObject({
    status: 400,
    __type: 'NotFoundException',
  });
  expect(await ask('kms', 'ScheduleKeyDeletion', { KeyId: 'needs' })).toMatchObject({ status: 400, __type: 'UnknownOperationException' });
});

it('reads the secrets that the stack has, and says who calls', async () => {
  const byName = await ask('secretsmanager', 'GetSecretValue', { SecretId: 'origin' });
  expect(byName.SecretString).toBe('made once');
  expect(await ask('secretsmanager', 'GetSecretValue', { SecretId: byName.ARN })).toMatchObject({ SecretString: 'made once' });
  expect(await ask('secretsmanager', 'GetSecretValue', { SecretId: 'other' })).toMatchObject({ __type: 'ResourceNotFoundException' });
  const who = await part.services.get('sts')?.handle({
    service: 'sts',
    action: 'GetCallerIdentity',
    method: 'POST',
    path: '/',
    headers: {},
    body: Buffer.from('Action=GetCallerIdentity'),
    caller: { kind: 'function', functionName: 'events-public', roleArn: 'arn:aws:iam::000000000000:role/events' },
  });
  expect(who?.body).toContain('arn:aws:sts::000000000000:assumed-role/events/events-public');
});
