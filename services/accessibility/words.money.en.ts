/** What access may cost, and what it has cost. */
export const moneyWords = {
  budget: {
    title: 'Budget for access',
    label: 'How much may access cost for this event?',
    hint: 'In pounds. Leave it empty for none.',
    save: 'Save the budget',
    meanwhile: {
      title: 'Somebody else has set the budget',
      changed: (amount: string) =>
        `Somebody set the budget to ${amount} after you opened this page. What you entered is still here; save it again if it is right.`,
      removed: 'Somebody took the budget away after you opened this page. What you entered is still here; save it again if it is right.',
    },
  },

  years: {
    title: 'What access has cost',
    lead: 'Of events whose access is settled, by financial year from April. These figures name nobody and count nobody; you can give them to a funder.',
    none: 'No event is settled yet. An event is settled 29 days after its end.',
    year: (year: number) => `April ${year} to March ${year + 1}`,
    total: 'All events of the year',
    columns: ['Event', 'Cost'] as const,
    between: (from: string, to: string) => `${from} to ${to}`,
  },

  table: {
    columns: ['What', 'Kind', 'State', 'Book by', 'Who sees to it', 'Supplier', 'Estimated (£)', 'Bill (£)'],
    file: 'access-costs',
  },
} as const;
