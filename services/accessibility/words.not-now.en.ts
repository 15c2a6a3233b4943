/** For every form, while something that it needs does not answer. */
export const notNowWords = {
  title: 'We cannot take this at the moment',
  text: 'Something at our end does not answer. What you sent may not have been kept, but it is still on this page: please send it again in a few minutes.',
  detail: 'Something at our end does not answer, and what you sent may not have been kept. Send it again in a few minutes.',
  written: 'What you had written',
  ticked: 'What you had ticked',
  again: 'Send it again',
} as const;
