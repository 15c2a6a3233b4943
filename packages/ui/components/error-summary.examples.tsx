import type { Examples } from '../examples.ts';
import { ErrorSummary } from './error-summary.tsx';
import { TextInput } from './text-input.tsx';

export const examples: Examples = {
  'two errors, one of them about the whole page': (
    <>
      <ErrorSummary
        errors={[
          { id: 'summary-email', message: 'Enter your email address' },
          { message: 'Somebody else changed this event while you did' },
        ]}
      />
      <TextInput name="summary-email" label="Email address" error="Enter your email address" />
    </>
  ),
};
