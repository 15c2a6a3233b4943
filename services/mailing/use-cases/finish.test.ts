import { expect, test } from 'vitest';
import { anEvent, directoryTwin, emptyTable, handClock, sendPorts, sesTwin } from '../testing/send-ports.ts';
import { moveMailing } from './move-mailing.ts';
import { prepareNote } from './prepare-mailing.ts';
import type { SendPorts } from './send-ports.ts';
import { sendRun } from './send-run.ts';

test('a letter that is told delivered while the states are counted does not leave its mailing unfinished', async () => {
  const clock = handClock();
  const directory = directoryTwin(new Map([['reg_0', {}]]));
  const ports = sendPorts(await emptyTable(), { directory, door: sesTwin(), clock });
  await ports.facts.saveEvent(anEvent, 1);
  const actor = { kind: 'organiser', id: 'org_1' } as const;
  const note = { eventId: 'evt_1', statuses: ['confirmed'], subject: 'S', body: 'B', actor, now: clock.now() } as const;
  const { mailingId } = await prepareNote(note, ports);
  await sendRun(ports);
  await moveMailing({ mailingId, command: 'start', actor, now: clock.now() }, ports);
  let counted = 0;
  const moving: SendPorts = {
    ...ports,
    letters: {
      ...ports.letters,
      countsOf: async (id) => {
        counted += 1;
        const counts = await ports.letters.countsOf(id);
        // Counted as sent no more, and as delivered not yet.
        return counted === 1 ? { ...counts, sent: 0, delivered: 0 } : counts;
      },
    },
  };
  await sendRun(moving);
  expect((await ports.mailings.find(mailingId))?.mailing.state.kind).toBe('finished');
});
