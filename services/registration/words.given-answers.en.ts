/** What organisers read where they see what one person answered. */
export const givenWords = {
  title: 'Answers to your questions',
  sensitive: 'Sensitive answers',
  sensitiveText:
    'What people answered for your role alone is on a page of its own. Opening it is noted in the audit log, whether or not there is anything on it.',
  open: 'Open the sensitive answers',
  none: 'There is nothing here for your role.',
  noted: 'That you opened this page is noted in the audit log, whether or not there is anything on it.',
  back: 'Back to the registration',
  supporter: 'Supporter',
  comesWith: (name: string) => (name ? `${name} comes with them` : 'Somebody comes with them'),
} as const;
