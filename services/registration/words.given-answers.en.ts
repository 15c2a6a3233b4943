/** What organisers read where they see what one person answered. */
export const givenWords = {
  title: 'Answers to your questions',
  none: 'No answers.',
  sensitive: 'Sensitive answers',
  sensitiveText: (count: number) =>
    `${count} ${count === 1 ? 'answer is' : 'answers are'} for your role alone. Opening them is noted in the audit log.`,
  open: 'Open the sensitive answers',
  noted: 'That you read this is noted in the audit log.',
  back: 'Back to the registration',
  otherRole: {
    title: 'These answers are for another role',
    text: 'The person was told that only that role reads them. Ask somebody who has it.',
  },
  supporter: 'Supporter',
  comesWith: (name: string) => (name ? `${name} comes with them` : 'Somebody comes with them'),
} as const;
