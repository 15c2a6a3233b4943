import { createServer, type Server } from 'node:http';
import { afterEach, describe, expect, test } from 'vitest';
import { mailDoor, outcomeOf, sesClient } from '../store/mail-door.ts';
import { anEvent, directoryTwin, emptyTable, handClock, sendPorts, sesTwin } from '../testing/send-ports.ts';
import { hearOfLetter } from './hear-of-letter.ts';
import { sendRun } from './send-run.ts';

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

type Answers = 'answers 500' | 'resets' | 'hangs' | 'accepts' | 'throttles' | 'rejects';

/** SES over the wire: what it does with each call, and how often it was called. */
async function wire(answers: Answers) {
  let calls = 0;
  const server = createServer((request, response) => {
    request.resume().on('end', () => {
      calls += 1;
      const say = (status: number, body: string) => response.writeHead(status, { 'content-type': 'text/xml' }).end(body);
      const fault = (code: string) =>
        `<ErrorResponse><Error><Type>Sender</Type><Code>${code}</Code><Message>no</Message></Error></ErrorResponse>`;
      switch (answers) {
        case 'answers 500':
          return say(500, fault('InternalFailure'));
        case 'resets':
          return response.socket?.destroy();
        case 'hangs':
          return undefined;
        case 'throttles':
          return say(400, fault('Throttling'));
        case 'rejects':
          return say(400, fault('MessageRejected'));
        case 'accepts':
          return say(
            200,
            '<SendRawEmailResponse><SendRawEmailResult><MessageId>m-1</MessageId></SendRawEmailResult></SendRawEmailResponse>',
          );
      }
    });
  });
  servers.push(server);
  const port = await new Promise<number>((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      resolve(typeof address === 'object' && address ? address.port : 0);
    });
  });
  return { endpoint: `http://127.0.0.1:${port}`, calls: () => calls };
}

/** Only a test of SES hanging waits for that; any other is in no hurry, however busy the machine is. */
function doorTo(endpoint: string, { answers, ...more }: { readonly answers?: Answers; readonly maxAttempts?: number } = {}) {
  const client = sesClient({
    endpoint,
    region: 'eu-west-2',
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
    requestHandler: { requestTimeout: answers === 'hangs' ? 1000 : 30_000, throwOnRequestTimeout: true },
    ...more,
  });
  return mailDoor(() => client, {
    from: 'events@example.org',
    configurationSet: 'set',
    allowance: { perSecond: 14, perDay: 200, sentLastDay: 0 },
  });
}

const aLetter = { letterId: 'let_1', address: 'ada@example.org', mime: Buffer.from('Subject: hello\r\n\r\nhello') };

describe('SES in trouble, over the wire', () => {
  test.each([
    ['answers 500', { kind: 'unknown' }],
    ['resets', { kind: 'unknown' }],
    ['hangs', { kind: 'unknown' }],
    ['throttles', { kind: 'refused-for-now', reason: 'rate' }],
    ['rejects', { kind: 'refused-for-good', reason: 'MessageRejected' }],
    ['accepts', { kind: 'accepted', messageId: 'm-1' }],
  ] as const)('%s: one call, and no more certainty than there is', async (answers, outcome) => {
    const ses = await wire(answers);
    expect(await doorTo(ses.endpoint, { answers }).send(aLetter)).toEqual(outcome);
    expect(ses.calls()).toBe(1);
  });

  test('the test is able to fail: the SDK’s own retries call three times', async () => {
    const ses = await wire('resets');
    await doorTo(ses.endpoint, { maxAttempts: 3 }).send(aLetter);
    expect(ses.calls()).toBe(3);
  });

  test('nobody listening is certain: nothing was handed over', async () => {
    expect(await doorTo('http://127.0.0.1:9').send(aLetter)).toEqual({ kind: 'refused-for-now', reason: 'unreachable' });
  });

  test('a refusal that is no fault of the letter mends', () => {
    const denied = Object.assign(new Error('no'), { name: 'AccessDenied', $metadata: { httpStatusCode: 403 } });
    expect(outcomeOf(denied)).toEqual({ kind: 'refused-for-now', reason: 'not-allowed' });
  });
});

async function world() {
  const people = new Map([['reg_1', {}]]);
  const ses = sesTwin();
  const clock = handClock();
  const directory = directoryTwin(people);
  const ports = sendPorts(await emptyTable(), { directory, door: ses, clock });
  await ports.facts.saveEvent(anEvent, 1);
  const queue = () =>
    ports.letters.queue({
      id: 'let_1',
      template: 'registration.confirmed',
      recipient: { kind: 'attendee', id: 'reg_1' },
      eventId: 'evt_1',
      now: clock.now(),
    });
  await queue();
  const state = async () => (await ports.letters.find('let_1'))?.state;
  return { people, ses, clock, directory, ports, state };
}

describe('a letter in doubt', () => {
  test('is never sent again by itself, and is settled by what SES tells', async () => {
    const { ses, ports, clock, state } = await world();
    ses.answer('lost');
    await sendRun(ports);
    clock.advance(86_400_000);
    await sendRun(ports);
    expect([ses.accepted.get('let_1'), await state()]).toEqual([1, 'in-doubt']);
    await hearOfLetter({ type: 'Send', letterId: 'let_1', messageId: 'm-1', bounceKind: '', at: clock.now().toISOString() }, ports);
    expect(await state()).toBe('sent');
  });

  test('goes again when an organiser says so, unless news of it comes first', async () => {
    const { ses, ports, clock, state } = await world();
    ses.answer({ kind: 'unknown' });
    await sendRun(ports);
    expect(await ports.letters.sendAgain('let_1', clock.now())).toBe(true);
    await sendRun(ports);
    expect([ses.accepted.get('let_1'), await state()]).toEqual([1, 'sent']);
    expect(await ports.letters.sendAgain('let_1', clock.now())).toBe(false);
  });

  test('told late, after somebody asked to send it again, it does not go twice', async () => {
    const { ses, ports, clock, state } = await world();
    ses.answer('lost');
    await sendRun(ports);
    await ports.letters.sendAgain('let_1', clock.now());
    await hearOfLetter({ type: 'Delivery', letterId: 'let_1', messageId: 'm-1', bounceKind: '', at: clock.now().toISOString() }, ports);
    await sendRun(ports);
    expect([ses.accepted.get('let_1'), await state()]).toEqual([1, 'delivered']);
  });
});

describe('a certain refusal', () => {
  test('waits and is tried again, longer each time, until people are asked', async () => {
    const { ses, ports, clock, state } = await world();
    for (let tries = 1; tries <= 8; tries += 1) {
      ses.answer({ kind: 'refused-for-now', reason: 'unreachable' });
      await sendRun(ports);
      expect(await state()).toBe(tries < 8 ? 'queued' : 'failed');
      await sendRun(ports);
      clock.advance(1_800_000);
    }
    expect(ses.accepted.size).toBe(0);
    expect((await ports.letters.listed('failed', { limit: 10 })).items.map(({ id }) => id)).toEqual(['let_1']);
  });

  test('for good is put before people at once', async () => {
    const { ses, ports, state } = await world();
    ses.answer({ kind: 'refused-for-good', reason: 'MessageRejected' });
    await sendRun(ports);
    expect(await state()).toBe('failed');
  });
});

describe('whom a letter is for', () => {
  test('the owner of names is down: letters wait, and go when it is back', async () => {
    const { ses, ports, clock, directory, state } = await world();
    directory.down = true;
    await sendRun(ports);
    expect(await state()).toBe('queued');
    directory.down = false;
    clock.advance(61_000);
    await sendRun(ports);
    expect([ses.addresses, await state()]).toEqual([['reg_1@example.org'], 'sent']);
  });

  test('somebody erased gets nothing', async () => {
    const { people, ses, ports, state } = await world();
    people.delete('reg_1');
    await sendRun(ports);
    expect([ses.accepted.size, await state()]).toEqual([0, 'withheld']);
  });

  test('a letter that is no longer true is not sent', async () => {
    const { people, ses, ports, state } = await world();
    people.set('reg_1', { status: 'cancelled' });
    await sendRun(ports);
    expect([ses.accepted.size, await state()]).toEqual([0, 'withheld']);
  });

  test('an event that is not known yet: the letter waits for it', async () => {
    const { ports, clock, state } = await world();
    await ports.letters.queue({
      id: 'let_2',
      template: 'registration.confirmed',
      recipient: { kind: 'attendee', id: 'reg_1' },
      eventId: 'evt_2',
      now: clock.now(),
    });
    await sendRun(ports);
    expect((await ports.letters.find('let_2'))?.state).toBe('queued');
    expect(await state()).toBe('sent');
    await ports.facts.saveEvent({ ...anEvent, id: 'evt_2' }, 1);
    clock.advance(61_000);
    await sendRun(ports);
    expect((await ports.letters.find('let_2'))?.state).toBe('sent');
  });

  test('one letter that cannot be made holds up no other', async () => {
    const { ports, people, state, clock } = await world();
    people.set('reg_2', {});
    await ports.letters.queue({
      id: 'let_0',
      template: 'registration.confirmed',
      recipient: { kind: 'attendee', id: 'reg_2' },
      eventId: 'evt_1',
      now: clock.now(),
    });
    const { press } = ports;
    const jammed = {
      ...ports,
      press: (letter: Parameters<typeof press>[0], ...rest: [Parameters<typeof press>[1], Parameters<typeof press>[2]]) =>
        letter.id === 'let_0' ? Promise.reject(new TypeError('a mistake of ours')) : press(letter, ...rest),
    };
    await sendRun(jammed);
    expect([await state(), (await ports.letters.find('let_0'))?.state]).toEqual(['sent', 'queued']);
  });
});
