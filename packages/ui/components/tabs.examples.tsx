import type { Examples } from '../examples.ts';
import { Breadcrumbs, Tabs } from './tabs.tsx';

export const examples: Examples = {
  'parts of an event': (
    <Tabs
      label="Embedding co-production"
      items={[
        { href: '/o/e/1', text: 'Overview', current: true },
        { href: '/o/e/1/people', text: 'People' },
        { href: '/o/e/1/access', text: 'Access' },
        { href: '/o/e/1/rooms', text: 'Rooms' },
        { href: '/o/e/1/reflections', text: 'Reflections' },
        { href: '/o/e/1/report', text: 'Report' },
      ]}
    />
  ),
  'where this is': (
    <Breadcrumbs
      items={[
        { href: '/o', text: 'Today' },
        { href: '/o/events', text: 'Events' },
        { text: 'How do we embed co-production across Scotland?' },
      ]}
    />
  ),
};
