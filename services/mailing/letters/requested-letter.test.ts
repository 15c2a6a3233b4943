import { directoryEntry } from '@convener/contracts/calls';
import { letterText } from '@convener/mail/content';
import { describe, expect, test } from 'vitest';
import { anEvent, look } from '../testing/send-ports.ts';
import { contentOf } from './content.ts';

const template = 'registration.requested';

/** The letter as it is written from what registration answers at that moment. */
function letterFor(toConfirm?: { readonly until: string; readonly placeHeld: boolean }): string {
  const entry = { id: 'reg_1', name: 'Ada', address: 'ada@example.org', format: 'html', status: 'pending', links: {}, toConfirm };
  const context = { event: anEvent, report: undefined, note: undefined };
  const content = contentOf(
    { template, recipient: { kind: 'attendee', id: 'reg_1' } },
    directoryEntry.parse(entry),
    context,
    undefined,
    look,
  );
  return `${content?.subject} ${content && letterText(content)}`.replace(/\s+/g, ' ');
}

const until = '2026-03-03T09:00:00.000Z';

describe('the letter that asks to confirm', () => {
  test('says that a place is held, and until when, where one is', () => {
    const said = letterFor({ until, placeHeld: true });
    expect(said).toContain('A place is held for you until Tuesday, 3 March 2026, 9am');
    expect(said).not.toMatch(/waiting list|No place/);
  });

  test('promises no place where none is held, and says what happens instead', () => {
    const said = letterFor({ until, placeHeld: false });
    expect(said).toContain('If one is free when you confirm, it is yours; otherwise you join the waiting list');
    expect(said).toContain('3 March 2026');
    expect(said).not.toMatch(/place is held for you until|your place/i);
  });

  test('promises nothing where nothing is known of it', () => {
    expect(letterFor()).not.toMatch(/is held for you until|your place|waiting list/i);
  });
});

test('the letter about a cancelled registration is true for who waited, who had a place, and after the event', () => {
  const template = 'registration.cancelled';
  const person = { name: 'Ada', address: 'ada@example.org', format: 'html', status: 'cancelled', links: {} } as const;
  const context = { event: anEvent, report: undefined, note: undefined };
  const content = contentOf({ template, recipient: { kind: 'attendee', id: 'reg_1' } }, person, context, undefined, look);
  const said = `${content?.subject} ${content && letterText(content)}`.replace(/\s+/g, ' ');
  expect(said).toContain('For as long as registration is open, you can also register again.');
  expect(said).not.toMatch(/your place was|as long as there are places|no longer have a place/i);
});
