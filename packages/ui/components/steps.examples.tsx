import type { Examples } from '../examples.ts';
import { StepOf, Steps } from './steps.tsx';

export const examples: Examples = {
  'on the way': (
    <Steps
      steps={[
        { text: 'The event', state: 'done', href: '/o/e/1' },
        { text: 'Reflections themed', state: 'done', href: '/o/e/1/themes' },
        { text: 'Speakers agree', state: 'current', href: '/o/e/1/speakers' },
        { text: 'The report is published', state: 'to-do' },
      ]}
    />
  ),
  counted: <StepOf step={2} of={4} />,
};
