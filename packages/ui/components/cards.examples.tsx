import type { Examples } from '../examples.ts';
import { Card, Cards } from './cards.tsx';

export const examples: Examples = {
  'events to come': (
    <Cards
      cards={[
        {
          title: 'How do we embed co-production across Scotland?',
          href: '/events/embedding',
          day: { at: '2026-11-20', weekday: 'Fri', day: '20', month: 'Nov' },
          tag: { text: '12 places left', tone: 'good' },
          children: <p>10am to 12:30pm, online. With live captions and British Sign Language.</p>,
        },
        {
          title: 'Paying people for their time: a workshop',
          href: '/events/paying',
          day: { at: '2026-12-03', weekday: 'Thu', day: '3', month: 'Dec' },
          tag: { text: 'Full, with a waiting list', tone: 'attention' },
          children: <p>1pm to 4pm, the Old Hall, Dundee.</p>,
        },
      ]}
    />
  ),
  'by itself': (
    <Card title="Report of the spring gathering" href="/reports/spring" level={3}>
      <p>Fourteen themes from six groups.</p>
    </Card>
  ),
};
