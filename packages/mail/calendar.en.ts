/** What stands in somebody's calendar. Another language is one more file of the same shape. */
export const calendarWords = {
  cancelled: (title: string) => `Cancelled: ${title}`,
  about: (page: string) => `About the event: ${page}`,
  joining: 'How to join is in the letter that we send you the day before.',
  waiting: 'You are on the waiting list; this entry is not a place yet.',
} as const;
