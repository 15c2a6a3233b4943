/** Where nothing was done with what was sent, and why. */
export const notDoneWords = {
  rungWhich: 'Say which answer they were told by phone: its version stands with it',
  links: 'Choose from what is arranged for this event',
  people: 'Choose from those who told something; somebody may have taken it back meanwhile',
  supplier: 'Choose from your list of suppliers; somebody may have removed them meanwhile',
  sentBefore:
    'This was saved before, not quite as you have it now. What you entered is still here; check it, and save it again to keep it instead.',
  noSupplier: { title: 'This supplier is not in your list', text: 'Nobody was removed. Somebody may have removed them already.' },
} as const;
