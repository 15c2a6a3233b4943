import { createHash } from 'node:crypto';
import { identity } from '../identity.ts';
import type { KeyResource } from '../model.ts';
import type { TemplateResource } from '../template-resource.ts';
import { arn } from './arn.ts';
import { readPolicyDocument } from './policies.ts';
import type { Types } from './types.ts';

export const keyTypes: Types = {
  'AWS::KMS::Key': (resource) => {
    const id = keyId(resource.logicalId);
    return identity(id, { Arn: arn('kms', `key/${id}`), KeyId: id });
  },
  'AWS::KMS::Alias': (resource) => identity(resource.physicalName('AliasName', 256)),
};

export function readKeys(resources: readonly TemplateResource[]): readonly KeyResource[] {
  const aliases = resources.filter(({ type }) => type === 'AWS::KMS::Alias').map((resource) => resource.document());
  return resources
    .filter(({ type }) => type === 'AWS::KMS::Key')
    .map((resource) => {
      const id = keyId(resource.logicalId);
      const own = aliases.filter((alias) => [id, arn('kms', `key/${id}`)].includes(alias.text('TargetKeyId')));
      return {
        logicalId: resource.logicalId,
        arn: arn('kms', `key/${id}`),
        aliases: own.map((alias) => alias.text('AliasName')),
        policy: readPolicyDocument(resource.document().required('KeyPolicy')),
      };
    });
}

/** AWS gives a random UUID; here it follows from the logical id, so that data stays readable after a restart. */
function keyId(logicalId: string): string {
  const hash = createHash('sha256').update(logicalId).digest('hex');
  return [hash.slice(0, 8), hash.slice(8, 12), hash.slice(12, 16), hash.slice(16, 20), hash.slice(20, 32)].join('-');
}
