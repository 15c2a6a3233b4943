import type { Examples } from '../examples.ts';
import { Notice } from './notice.tsx';

export const examples: Examples = {
  info: (
    <Notice title="This event is full">
      <p>
        You can <a href="/wait">join the waiting list</a>. We offer each place that comes free in the order in which people joined.
      </p>
    </Notice>
  ),
  'without a title': (
    <Notice>
      <p>Registration closes on 17 November.</p>
    </Notice>
  ),
  warning: (
    <Notice kind="warning" title="One interpreter is not booked yet">
      <p>Book by Friday: the agency needs ten working days.</p>
    </Notice>
  ),
  success: (
    <Notice kind="success" title="Saved" level={3}>
      <p>
        The report is now a draft. <a href="/report">See the draft</a>.
      </p>
    </Notice>
  ),
};
