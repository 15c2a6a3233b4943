import type { Examples } from '../examples.ts';
import { SummaryList } from './summary-list.tsx';

export const examples: Examples = {
  'answers to check': (
    <SummaryList
      rows={[
        { key: 'Name', value: 'Made Up', action: { href: '/name', text: 'Change' } },
        {
          key: 'Email address',
          value: 'made.up.with-a-rather-long-address@subdomain.example.org',
          action: { href: '/email', text: 'Change' },
        },
        {
          key: 'What would help',
          value: 'A quiet room\nA break every hour',
          action: { href: '/help', text: 'Change', about: 'what would help you' },
        },
        { key: 'Registered', value: '3 March 2026' },
      ]}
    />
  ),
};
