import * as z from 'zod/mini';
import type { AwsService } from '../../part.ts';
import type { Stack } from '../../stack/model.ts';
import { action, answerJson, Refusal } from '../protocol.ts';

/** Secrets Manager: the stack's secrets by name or ARN, with the values that were made when the stack was first read. */
export function secretsManager(stack: Stack): AwsService {
  const actions = {
    GetSecretValue: action(z.object({ SecretId: z.string() }), async ({ SecretId: id }) => {
      const found = stack.secrets.find(({ name, arn }) => id === name || id === arn);
      if (found === undefined) throw new Refusal('ResourceNotFoundException', "Secrets Manager can't find the specified secret.");
      return {
        ARN: found.arn,
        Name: found.name,
        SecretString: found.value,
        VersionId: '00000000-0000-4000-8000-000000000001',
        VersionStages: ['AWSCURRENT'],
      };
    }),
  };
  return { handle: (request) => answerJson(request, actions) };
}
