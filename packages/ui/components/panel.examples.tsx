import type { Examples } from '../examples.ts';
import { Panel } from './panel.tsx';

export const examples: Examples = {
  'it is done': (
    <Panel title="Your place is confirmed">
      <p>We have sent the details to your email address.</p>
    </Panel>
  ),
};
