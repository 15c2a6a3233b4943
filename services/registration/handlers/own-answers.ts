import type { PublicDependencies } from '../dependencies.ts';
import type { Answers } from '../domain/answers.ts';
import type { Registration } from '../domain/registration.ts';

/** Somebody's own answers, the sensitive ones too: they are theirs. */
export async function ownAnswers(registration: Registration, ports: Pick<PublicDependencies, 'registrations'>): Promise<Answers> {
  const apart = (registration.sensitive ?? []).length > 0;
  const sensitive = apart ? await ports.registrations.sensitiveAnswers(registration.registrationId) : [];
  return { plain: registration.answers ?? [], sensitive };
}
