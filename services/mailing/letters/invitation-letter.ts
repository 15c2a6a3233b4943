import type { Block } from '@convener/mail/content';
import { roleWords } from '@convener/writing/role-words';
import type { Person } from '../use-cases/ports.ts';
import { invitationWords as words } from './invitation-words.en.ts';
import { button } from './place-letters.ts';

interface Look {
  readonly network: { readonly name: string; readonly contact: string };
  readonly baseUrl: string;
}

/** To somebody who is to organise: who invites them, to what, how to come in, and whom to ask. */
export function aboutInvitation(
  { address, invitation }: Person,
  look: Look,
): { readonly subject: string; readonly blocks: readonly Block[] } {
  const { name, contact } = look.network;
  const { roles = [], by } = invitation ?? {};
  const paragraph = (text: string): Block => ({ kind: 'paragraph', text });
  return {
    subject: words.subject(name),
    blocks: [
      { kind: 'heading', text: words.heading },
      paragraph(words.greeting),
      paragraph(by ? words.invitedBy(by, name) : words.invited(name)),
      { kind: 'facts', items: roles.map((role) => ({ label: roleWords[role].label, value: roleWords[role].means })) },
      paragraph(words.signIn(address)),
      button(words.button, `${look.baseUrl}/sign-in`, { baseUrl: look.baseUrl }),
      paragraph(words.firstTime),
      paragraph(words.ask(by, contact)),
      paragraph(words.unexpected),
    ],
  };
}
