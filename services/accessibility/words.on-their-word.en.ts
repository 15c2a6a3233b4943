import type { WayTold } from './domain/need.ts';

/** What stands on other pages of what somebody told us aloud; apart from the form that takes it down, which one function alone has. */
export const onTheirWordWords = {
  link: 'Write down what somebody told us',
  change: 'Write down what they told us since',
  ways: { phone: 'By phone', 'in-person': 'In person', letter: 'By letter' } satisfies Record<WayTold, string>,

  summary: {
    key: 'Agreed',
    says: (way: string, moment: string) => `${way}, on ${moment}. The access coordinator wrote it down.`,
  },

  takeBack: {
    title: 'They take it back',
    text: 'If they tell you that we should not keep this any more, delete it at once. They keep their place.',
    button: 'Delete what they told us',
    ask: (name: string) => `Delete what ${name} told us?`,
    askText: 'It is deleted at once, with what they were told, and cannot be brought back. What is arranged stays, and may serve others.',
    yes: 'Yes, delete it',
    no: 'No, keep it',
  },
} as const;
