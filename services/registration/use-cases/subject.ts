import type { SubjectAnswer, SubjectRequest } from '@convener/contracts/calls';
import { heldOf } from '../domain/own-data.ts';
import { erase } from './leave.ts';
import type { RegistrationPorts } from './ports.ts';

/** Exports or erases what is held here of one person. */
export async function subject(request: SubjectRequest, now: Date, ports: RegistrationPorts): Promise<SubjectAnswer> {
  switch (request.kind) {
    case 'export': {
      const { stored } = await ports.registrations.load(request.subjectId);
      if (stored.kind !== 'held') return { kind: 'exported', service: 'registration', held: {} };
      const sensitive = await ports.registrations.sensitiveAnswers(request.subjectId);
      const registration = { ...heldOf(stored.registration), ...(sensitive.length > 0 ? { sensitiveAnswers: sensitive } : {}) };
      return { kind: 'exported', service: 'registration', held: { registration } };
    }
    case 'erase': {
      const outcome = await erase(request.subjectId, { kind: 'system' }, now, ports);
      return { kind: 'erased', service: 'registration', items: outcome.kind === 'changed' ? 1 : 0 };
    }
  }
}
