import type { Document } from '../document.ts';
import { randomText, type Secrets } from '../dynamic-references.ts';
import { identity } from '../identity.ts';
import type { SecretResource } from '../model.ts';
import type { TemplateResource } from '../template-resource.ts';
import { arn } from './arn.ts';
import type { Types } from './types.ts';

export const secretTypes: Types = {
  'AWS::SecretsManager::Secret': (resource) => {
    const secret = secretArn(resource.physicalName('Name', 512));
    return identity(secret, { Id: secret });
  },
  'AWS::SSM::Parameter': (resource) => identity(resource.physicalName('Name', 512), { Value: String(resource.property('Value') ?? '') }),
};

/** Reads a secret and makes its value if nobody has yet. To be called for every secret before a dynamic reference asks for one. */
export function readSecret(resource: TemplateResource, secrets: Secrets): SecretResource {
  const name = resource.physicalName('Name', 512);
  const value = secrets.value(name, () => firstValue(resource.document()));
  return { logicalId: resource.logicalId, name, arn: secretArn(name), value };
}

export function readParameter(resource: TemplateResource): { name: string; value: string } {
  return { name: resource.physicalName('Name', 512), value: resource.document().text('Value') };
}

function firstValue(document: Document): string {
  const given = document.optionalText('SecretString');
  if (given !== undefined) return given;
  const generate = document.child('GenerateSecretString');
  const random = randomText(generate?.number('PasswordLength', 32) ?? 32);
  const key = generate?.optionalText('GenerateStringKey');
  if (generate === undefined || key === undefined) return random;
  return JSON.stringify({ ...JSON.parse(generate.optionalText('SecretStringTemplate') ?? '{}'), [key]: random });
}

function secretArn(name: string): string {
  return arn('secretsmanager', `secret:${name}`);
}
