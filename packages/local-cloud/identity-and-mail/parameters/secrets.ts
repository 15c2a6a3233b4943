import * as z from 'zod/mini';
import type { AwsService } from '../../part.ts';
import type { Stack } from '../../stack/model.ts';
import type { LocalKeys } from '../keys/local-keys.ts';
import { action, answerJson } from '../protocol.ts';

/**
 * Secrets Manager: each secret gets a random value at the first question and keeps it. The stack's model does not list
 * secrets, so any name is answered; what may be asked at all is the role's policy, which the gateway has checked.
 */
export function secretsManager(keys: LocalKeys, stack: Stack): AwsService {
  const actions = {
    GetSecretValue: action(z.object({ SecretId: z.string() }), async (input) => {
      const prefix = `arn:aws:secretsmanager:${stack.region}:${stack.account}:secret:`;
      const name = input.SecretId.startsWith('arn:') ? input.SecretId.split(':').slice(6).join(':') : input.SecretId;
      return {
        ARN: `${prefix}${name}`,
        Name: name,
        SecretString: (await keys.secret(`secretsmanager:${name}`, 32)).toString('base64url'),
        VersionId: '00000000-0000-4000-8000-000000000001',
        VersionStages: ['AWSCURRENT'],
      };
    }),
  };
  return { handle: (request) => answerJson(request, actions) };
}
