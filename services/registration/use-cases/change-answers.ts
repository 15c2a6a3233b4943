import { changedAnswers, type ReadValues } from '../domain/answers.ts';
import { answeredWith } from '../domain/decide-register.ts';
import type { Question } from '../domain/questions.ts';
import { type ChangeOutcome, changeRegistration } from './change-registration.ts';
import type { RegistrationPorts } from './ports.ts';
import type { QuestionContext } from './question-ports.ts';

/** An attendee, or an organiser who writes down what they were told, changes the answers of a registration. */
export function changeAnswers(
  registrationId: string,
  asked: { readonly questions: readonly Question[]; readonly values: ReadValues },
  context: QuestionContext,
  ports: RegistrationPorts,
): Promise<ChangeOutcome<'cancelled'>> {
  return changeRegistration<'cancelled'>(
    registrationId,
    async (registration) => {
      if (registration.state.kind === 'cancelled') return { kind: 'leave', as: 'cancelled' };
      const sensitive = (registration.sensitive ?? []).length > 0 ? await ports.registrations.sensitiveAnswers(registrationId) : [];
      const answers = changedAnswers({ plain: registration.answers ?? [], sensitive }, asked.questions, asked.values);
      const next = { ...registration, ...answeredWith(answers) };
      return { kind: 'change', change: { next, places: { kind: 'none' }, announces: undefined, sensitive: answers.sensitive } };
    },
    context,
    ports,
  );
}
