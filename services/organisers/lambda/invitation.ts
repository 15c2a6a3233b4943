import { invitationAnswer, invitationRequest } from '@convener/contracts/calls';
import { callFunction } from '@convener/events';
import { invitationDependencies } from '../dependencies.ts';
import { answerInvitation } from '../use-cases/answer-invitation.ts';

/** Tells whoever writes to somebody invited their address, and who invited them. */
export const handler = callFunction({
  call: 'invitation',
  schemas: { request: invitationRequest, answer: invitationAnswer },
  answer: answerInvitation,
  dependencies: invitationDependencies,
});
