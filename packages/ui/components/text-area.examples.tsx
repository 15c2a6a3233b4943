import type { Examples } from '../examples.ts';
import { TextArea } from './text-area.tsx';

export const examples: Examples = {
  plain: <TextArea name="notes" label="Is there anything else that we should know?" />,
  wrong: (
    <TextArea
      name="help"
      label="What would help you take part?"
      hint="You need not say why."
      value={'A quiet room\nA break every hour'}
      error="What would help you must be 5,000 characters or fewer"
      rows={4}
    />
  ),
};
