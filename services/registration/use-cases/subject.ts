import type { SubjectAnswer, SubjectRequest } from '@convener/contracts/calls';
import { heldOf } from '../domain/own-data.ts';
import { erase } from './leave.ts';
import type { RegistrationPorts } from './ports.ts';

/** Exports or erases what is held here of one person. */
export async function subject(request: SubjectRequest, now: Date, ports: RegistrationPorts): Promise<SubjectAnswer> {
  switch (request.kind) {
    case 'export': {
      const { stored } = await ports.registrations.load(request.subjectId);
      const held = stored.kind === 'held' ? { registration: heldOf(stored.registration) } : {};
      return { kind: 'exported', service: 'registration', held };
    }
    case 'erase': {
      const outcome = await erase(request.subjectId, { kind: 'system' }, now, ports);
      return { kind: 'erased', service: 'registration', items: outcome.kind === 'changed' ? 1 : 0 };
    }
  }
}
