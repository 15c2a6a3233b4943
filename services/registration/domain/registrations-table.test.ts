import { expect, test } from 'vitest';
import { listed } from '../testing/listed.ts';
import { listColumns } from './find-registrations.ts';
import { registrationsTable, type TableWords } from './registrations-table.ts';

const words: TableWords = {
  name: 'Name',
  columns: {
    status: 'Status',
    email: 'Email',
    organisation: 'Organisation',
    comingAs: 'Coming as',
    wantsReport: 'Report',
    told: 'Told',
    attended: 'Came',
    shownToOthers: 'Seen',
    registeredAt: 'Registered',
  },
  statuses: { pending: 'Pending', confirmed: 'Confirmed', waitlisted: 'Waiting', offered: 'Offered', cancelled: 'Cancelled' },
  told: { form: 'Form', phone: 'Phone', post: 'Post', 'in-person': 'In person', email: 'Email' },
  yes: 'Yes',
  no: 'No',
};

const sample = listed(0, { name: 'Sample "Sam" Person', email: 'sample@example.org' });
const person = { ...sample, details: { ...sample.details, organisation: '=1+1' } };

test('a row says what an organiser chose, in the order of the headings, the name first', () => {
  expect(registrationsTable([person], ['email', 'organisation', 'status'], words).split('\r\n')).toEqual([
    '\ufeff"Name","Email","Organisation","Status"',
    '"Sample ""Sam"" Person","sample@example.org","\'=1+1","Confirmed"',
    '',
  ]);
});

test('every column can be had', () => {
  expect(registrationsTable([person], listColumns, words).split('\r\n')[1]).toBe(
    '"Sample ""Sam"" Person","Confirmed","sample@example.org","\'=1+1","","Yes","Form","No","No","2024-10-10T09:00:00.000Z"',
  );
});
