/** For every form, while something that it needs does not answer. */
export const notNowWords = {
  title: 'We cannot take this at the moment',
  text: 'Something at our end does not answer. What you sent may not have been kept, but it is still on this page: please send it again in a few minutes.',
  detail: 'Something at our end does not answer, and what you sent may not have been kept. Send it again in a few minutes.',
  written: 'What you had written',
  ticked: 'What you had ticked',
  notShown: {
    title: 'We cannot show this page at the moment',
    text: 'Something at our end does not answer. Nothing was changed. Open the page again in a few minutes.',
  },
  again: 'Send it again',
} as const;
