import { program } from '../system/asking.ts';
import { quiet } from '../system/quiet.ts';
import type { System } from '../system/running-system.ts';
import { signInAs } from './sign-in.ts';

const morag = { person: '11111111-1111-4111-8111-111111111111', address: 'morag.sample@example.org' };
const everyRolePerson = '44444444-4444-4444-8444-444444444444';

/** Somebody stops organising while another goes on, and is given it back. */
export async function changeHands(system: System): Promise<void> {
  await signInAs(system, everyRolePerson);
  await signInAs(system, morag.person);
  const { organisers } = await program(system, 'organiser', '/organise/organisers');
  const found = Array.isArray(organisers) ? organisers.find(({ address }) => address === morag.address) : undefined;
  for (const roles of [['editor'], ['organiser']]) await program(system, 'organiser', `/organise/organisers/${found?.id}`, { roles });
  await quiet(system);
}
