/** The parts of access in the console; apart from their pages' words, since every page of the console has them. */
export const sectionWords = {
  label: 'Parts of access',
  list: 'What would help',
  asking: 'What we ask',
  summary: 'In figures',
  onTheDay: 'On the day',
  reads: 'Who has looked',
  /** What the list is for those who may not open it. */
  forEverybody: 'For everybody',
} as const;
