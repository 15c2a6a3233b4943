/** What stands in somebody's calendar. Another language is one more file of the same shape. */
export const calendarWords = {
  cancelled: (title: string) => `Cancelled: ${title}`,
  about: (page: string) => `About the event: ${page}`,
  /** True whether the way in is known yet or not, and whenever the place was got: an entry is read long after it was made. */
  joining: {
    online: 'How to join is on your own page from the day before, once it is known. Our letters to you lead to that page.',
    hybrid:
      'If you take part online, how to join is on your own page from the day before, once it is known. Our letters to you lead to that page.',
  },
  waiting: 'You are on the waiting list; this entry is not a place yet.',
} as const;
