import type { Examples } from '../examples.ts';
import { StatusCounts } from './status-counts.tsx';

export const examples: Examples = {
  'what needs attention': (
    <StatusCounts
      counts={[
        { count: 1234, label: 'people on the mailing list' },
        { count: 52, label: 'confirmed for Friday', href: '/o/people', tone: 'good' },
        { count: 3, label: 'answers about access to give', href: '/o/access', tone: 'attention' },
        { count: 1, label: 'letter that could not be delivered', href: '/o/letters', tone: 'bad' },
      ]}
    />
  ),
};
