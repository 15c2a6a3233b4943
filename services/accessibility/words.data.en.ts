/** What is said where the file of everything that is held cannot be made. */
export const words = {
  notNow: {
    title: 'Your file cannot be put together right now',
    text: 'A part of our system does not answer, and half a file would mislead you. Nothing was changed: go back and try again in a minute.',
  },
} as const;
