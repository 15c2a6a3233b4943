import { ask, fromOurPage, program } from '../system/asking.ts';
import { makeEvent } from '../system/events.ts';
import { hiddenFields, registerAndConfirm } from '../system/people.ts';
import { nextSweeps, until } from '../system/quiet.ts';
import type { System } from '../system/running-system.ts';

const as = 'access-coordinator' as const;

/** Something arranged, an answer in the mail and one behind a neutral letter, a brief that is sent, a reply, a supplier who is forgotten. */
export async function arrangeAndAnswer(system: System): Promise<void> {
  const event = await makeEvent(system, { title: 'An event at which things are arranged', inDays: 10 });
  const people = [await tells(system, event, { answerByMail: 'yes' }), await tells(system, event, {})];
  const base = `/organise/events/${event.eventId}/access`;
  const send = (path: string, body: object) => program(system, as, path, body);
  const names = ['Sample Captioners', 'Sample to be forgotten'];
  const [kept, forgotten] = await Promise.all(
    names.map((name) => send('/organise/access/suppliers', { name, email: 'supplier@example.org', kinds: [] })),
  );
  await send('/organise/access/suppliers', { action: 'remove', supplierId: String(forgotten?.supplierId) });
  const { arranged } = await program(system, as, base);
  const personIds = Array.isArray(arranged) ? arranged.map(({ personId }) => String(personId)) : [];
  const thing = { kind: 'live-captions', what: 'A captioner', ownerName: 'Sample Owner', ownerEmail: 'owner@example.org' };
  const made = await send(`${base}/adjustments/new`, { ...thing, people: personIds, supplierId: String(kept?.supplierId) });
  await send(`${base}/adjustments/${String(made.adjustmentId)}`, { ...thing, people: personIds, estimated: '320.00' });
  await send(`${base}/budget`, { budget: '400.00' });
  await send(`${base}/brief`, { action: 'save', agenda: '10am: welcome' });
  await send(`${base}/brief`, { action: 'send', supplierId: String(kept?.supplierId) });
  for (const personId of personIds) {
    await send(`${base}/people/${personId}`, { action: 'tell', which: 'provided', provided: 'A captioner.', contact: 'Sample' });
  }
  for (const path of ['', '/adjustments/new', '/costs.csv', '/brief', `/people/${personIds[0]}`])
    await ask(system, base + path, { headers: { authorization: await bearer(system) } });
  const { people: known } = await program(system, as, `${base}/record`);
  const [someone] = Array.isArray(known) ? known : [];
  const aloud = { how: 'phone', answerFormat: 'usual', consent: true, consentVersion: 1, version: 1 };
  await send(`${base}/record`, { ...aloud, registrationId: String(someone?.registrationId), kinds: ['breaks'] });
  await nextSweeps(system);
  const reply = { action: 'reply', works: 'yes', answerVersion: '1' };
  await ask(system, '/my-place/access', fromOurPage(system, reply, people[0]?.cookie));
}

async function bearer(system: System): Promise<string> {
  return `Bearer ${(await system.cloud.identityAndMail.tokenFor(as)).token}`;
}

async function tells(system: System, event: Parameters<typeof registerAndConfirm>[1], wishes: Readonly<Record<string, string>>) {
  const person = await registerAndConfirm(system, event);
  const page = await until('accessibility to know the event', async () => {
    const shown = await ask(system, '/my-place/access', { headers: { cookie: person.cookie } });
    return shown.status === 200 ? shown : undefined;
  });
  const words = { kinds: ['live-captions'], consent: 'yes', ...wishes };
  await until('the answer to be taken', async () => {
    const told = await ask(system, '/my-place/access', fromOurPage(system, { ...hiddenFields(page.text), ...words }, person.cookie));
    return told.status < 400 ? true : undefined;
  });
  return person;
}
