import { expect, test } from 'vitest';
import type { ListedRegistration } from './registration.ts';
import { registrationsTable, type TableWords } from './registrations-table.ts';

const words: TableWords = {
  headings: ['Name', 'Email', 'Organisation', 'Coming as', 'Report', 'Status', 'Registered'],
  statuses: { pending: 'Pending', confirmed: 'Confirmed', waitlisted: 'Waiting', offered: 'Offered', cancelled: 'Cancelled' },
  yes: 'Yes',
  no: 'No',
};

function person(name: string, organisation = ''): ListedRegistration {
  return {
    registrationId: 'reg_sample',
    email: 'sample@example.org',
    details: { name, organisation, comingAs: '', wantsReport: true, format: 'html' },
    registeredAt: '2024-10-10T09:00:00.000Z',
    status: 'confirmed',
  };
}

test('a row says what an organiser needs, in the order of the headings', () => {
  expect(registrationsTable([person('Sample "Sam" Person', '=1+1')], words).split('\r\n')).toEqual([
    '\ufeff"Name","Email","Organisation","Coming as","Report","Status","Registered"',
    '"Sample ""Sam"" Person","sample@example.org","\'=1+1","","Yes","Confirmed","2024-10-10T09:00:00.000Z"',
    '',
  ]);
});
