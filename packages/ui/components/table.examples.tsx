import type { Examples } from '../examples.ts';
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
  'nothing yet': (
    <Table id="none" caption="Rooms" columns={[{ heading: 'Room' }, { heading: 'People', numeric: true }]} rows={[]} empty="No rooms yet" />
  ),
};
