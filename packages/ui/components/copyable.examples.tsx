import type { Examples } from '../examples.ts';
import { Copyable } from './copyable.tsx';

export const examples: Examples = {
  'a link to give away': (
    <Copyable label="the room’s link" text="https://network.example.org/rooms/heather-7f3k2-9qpl-a-rather-long-link" />
  ),
};
