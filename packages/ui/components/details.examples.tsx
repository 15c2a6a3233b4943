import type { Examples } from '../examples.ts';
import { Details } from './details.tsx';

export const examples: Examples = {
  closed: (
    <Details summary="What do you do with my answers?">
      <p>We use them to arrange this event, and delete them within 30 days after it.</p>
    </Details>
  ),
  open: (
    <Details summary="Getting there" open>
      <p>
        The hall is two minutes from the station. <a href="/map">See a map</a>.
      </p>
    </Details>
  ),
};
