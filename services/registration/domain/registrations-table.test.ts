import { expect, test } from 'vitest';
import { listed } from '../testing/listed.ts';
import { listColumns } from './find-registrations.ts';
import { registrationsTable, type TableWords } from './registrations-table.ts';

const words: TableWords = {
  name: 'Name',
  registration: 'Registration',
  groups: new Map([['speakers', 'Speakers']]),
  columns: {
    status: 'Status',
    email: 'Email',
    organisation: 'Organisation',
    comingAs: 'Coming as',
    group: 'Group',
    supporter: 'Supporter',
    position: 'In the line',
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
    '\ufeff"Name","Registration","Email","Organisation","Status"',
    '"Sample ""Sam"" Person","reg_0","sample@example.org","\'=1+1","Confirmed"',
    '',
  ]);
});

test('whoever waits has a group by its name, who comes along, and a place in the line', () => {
  const waits = { ...person, group: 'speakers', position: 3, details: { ...person.details, supporter: { name: 'Sam' } } };
  const row = (who: typeof person) => registrationsTable([who], ['group', 'supporter', 'position'], words).split('\r\n')[1];
  expect(row(waits)).toContain('"Speakers","Sam","3"');
  expect(row({ ...waits, group: 'gone', details: { ...waits.details, supporter: { name: '' } } })).toContain('"gone","Yes","3"');
});

test('every column can be had', () => {
  expect(registrationsTable([person], listColumns, words).split('\r\n')[1]).toBe(
    '"Sample ""Sam"" Person","reg_0","Confirmed","sample@example.org","\'=1+1","","","","","Yes","Form","No","No","2024-10-10T09:00:00.000Z"',
  );
});
