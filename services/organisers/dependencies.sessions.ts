import { createHmac } from 'node:crypto';
import { type Parameters, signSession } from '@convener/signing';
import type { Sessions } from './use-cases/ports.ts';

export function sessionsOf(parameters: Parameters): Sessions {
  return {
    idOf: async (address) => {
      const secret = await parameters.secret('addresses');
      return `org_${createHmac('sha256', secret).update(address.trim().toLowerCase()).digest().subarray(0, 16).toString('base64url')}`;
    },
    sign: async (organiser, now, lifetimeSeconds) =>
      signSession(
        { kind: 'organiser', organiserId: organiser.id, roles: organiser.roles, name: organiser.name, standing: organiser.standing },
        await parameters.privateKey('session'),
        now,
        lifetimeSeconds,
      ),
  };
}
