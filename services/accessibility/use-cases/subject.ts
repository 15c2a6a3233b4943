import type { SubjectAnswer, SubjectRequest } from '@convener/contracts/calls';
import type { Need } from '../domain/need.ts';
import type { Person } from './ports.ts';

/**
 * Exports or erases what one person said. Erasing answers the same whether or not there was anything: whoever asks has no business
 * knowing.
 */
export async function subject(request: SubjectRequest, { person }: { readonly person: Person }): Promise<SubjectAnswer> {
  switch (request.kind) {
    case 'export': {
      const answers = await person.answersOf(request.subjectId);
      return { kind: 'exported', service: 'accessibility', held: answers.length > 0 ? { whatWouldHelp: answers.map(heldOf) } : {} };
    }
    case 'erase':
      await person.erase(request.subjectId);
      return { kind: 'erased', service: 'accessibility', items: 0 };
  }
}

function heldOf({ eventId, answer, answerFormat, answerPhone, answerByMail, consent, changedAt }: Need) {
  const { kinds, ownWords, talkFirst } = answer;
  const reply = { answerFormat, ...(answerPhone ? { answerPhone } : {}), answerByMail };
  return { eventId, kinds, ownWords, ...(talkFirst ? { talkFirst } : {}), ...reply, consent, changedAt };
}
