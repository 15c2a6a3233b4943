import type { Examples } from '../examples.ts';
import { BackLink } from './back-link.tsx';

export const examples: Examples = {
  plain: <BackLink href="/events" />,
  'with its own text': <BackLink href="/events" text="Back to all events" />,
};
