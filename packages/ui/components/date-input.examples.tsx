import type { Examples } from '../examples.ts';
import { DateInput } from './date-input.tsx';

export const examples: Examples = {
  plain: <DateInput name="on" label="When is the event?" hint="For example, 27 3 2026" />,
  wrong: (
    <DateInput
      name="until"
      label="Last day to register"
      parts={{ day: '31', month: '2', year: '2026' }}
      error="The last day to register must be a real date, like 27 3 2026"
    />
  ),
};
