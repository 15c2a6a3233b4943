import type { SubjectAnswer, SubjectRequest } from '@convener/contracts/calls';
import type { Arrangement } from '../domain/arrangement.ts';
import type { Need } from '../domain/need.ts';
import type { Remembered } from '../domain/remembered.ts';
import type { Person } from './ports.ts';

/**
 * Exports or erases what one person said. Erasing answers the same whether or not there was anything: whoever asks has no business
 * knowing.
 */
export async function subject(request: SubjectRequest, { person }: { readonly person: Person }): Promise<SubjectAnswer> {
  switch (request.kind) {
    case 'export': {
      const [answers, arrangements, memories] = await Promise.all([
        person.answersOf(request.subjectId),
        person.arrangementsOf(request.subjectId),
        person.memoriesOf(request.subjectId),
      ]);
      const asked = answers.length > 0 ? { whatWouldHelp: answers.map(heldOf) } : {};
      const arranged = arrangements.length > 0 ? { whatWeAnswered: arrangements.map(arrangedOf) } : {};
      const remembered = memories.length > 0 ? { rememberedForNextTime: memories.map(rememberedOf) } : {};
      return { kind: 'exported', service: 'accessibility', held: { ...asked, ...arranged, ...remembered } };
    }
    case 'erase':
      await person.erase(request.subjectId);
      return { kind: 'erased', service: 'accessibility', items: 0 };
  }
}

function arrangedOf({ eventId, telling, reply }: Arrangement) {
  const told = telling && { provided: telling.provided, ...(telling.cannot ? { cannot: telling.cannot } : {}), contact: telling.contact };
  return { eventId, ...(told ? { ...told, toldAt: telling.at } : {}), ...(reply ? { reply } : {}) };
}

function rememberedOf({ answer: { talkFirst, ...answer }, ...rest }: Remembered) {
  return { ...answer, ...(talkFirst ? { talkFirst } : {}), ...rest };
}

function heldOf({ eventId, answer, answerFormat, answerPhone, answerByMail, consent, changedAt }: Need) {
  const { kinds, ownWords, talkFirst } = answer;
  const reply = { answerFormat, ...(answerPhone ? { answerPhone } : {}), answerByMail };
  return { eventId, kinds, ownWords, ...(talkFirst ? { talkFirst } : {}), ...reply, consent, changedAt };
}
