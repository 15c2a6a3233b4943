import type { Examples } from '../examples.ts';
import { Button } from './button.tsx';
import { Table } from './table.tsx';
import { Tag } from './tag.tsx';

export const examples: Examples = {
  'people and figures': (
    <Table
      id="people"
      caption="People who are coming"
      columns={[{ heading: 'Name' }, { heading: 'State' }, { heading: 'Registered' }, { heading: 'Points made', numeric: true }]}
      rows={[
        [<a href="/p/1">Made Up</a>, <Tag tone="good">Confirmed</Tag>, '3 March 2026', 4],
        [<a href="/p/2">Also Invented</a>, <Tag tone="attention">Waiting</Tag>, '4 March 2026', 12],
        [<a href="/p/3">Nobody Real</a>, <Tag>Cancelled</Tag>, '4 March 2026', 0],
      ]}
    />
  ),
  'many columns, with a long address, nothing said and something to press': (
    <Table
      id="wide"
      caption="People who wait"
      columns={[
        { heading: 'Position', numeric: true },
        { heading: 'Name' },
        { heading: 'Email address' },
        { heading: 'Organisation' },
        { heading: 'Coming as' },
        { heading: 'State' },
        { heading: 'Change' },
      ]}
      rows={[
        [
          1,
          <a href="/p/1">Made Up</a>,
          'somebody.with-a-very-long-name@an-organisation.example.org',
          'The Made-up Society of Invented Neighbourhoods',
          '',
          <Tag tone="attention">Not confirmed yet</Tag>,
          <Button kind="quiet">
            Move<span class="visually-hidden"> Made Up</span>
          </Button>,
        ],
      ]}
    />
  ),
  'nothing yet': (
    <Table id="none" caption="Rooms" columns={[{ heading: 'Room' }, { heading: 'People', numeric: true }]} rows={[]} empty="No rooms yet" />
  ),
};
