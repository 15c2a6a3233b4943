export const eventPartition = (eventId: string) => `EVENT#${eventId}`;
export const factsKey = (eventId: string) => ({ pk: eventPartition(eventId), sk: 'FACTS' });
export const reportKey = (eventId: string) => ({ pk: eventPartition(eventId), sk: 'REPORT' });
export const themeKey = (eventId: string, themeId: string) => ({ pk: eventPartition(eventId), sk: `THEME#${themeId}` });
export const editionKey = (eventId: string, number: number) => ({
  pk: eventPartition(eventId),
  sk: `EDITION#${String(number).padStart(4, '0')}`,
});
/** By slug, since that is all that an address says. */
export const takenDownKey = (slug: string, number: number) => ({ pk: `TAKEN-DOWN#${slug}`, sk: editionKey('', number).sk });
export const listedPartition = 'PUBLISHED';
export const listedKey = (eventId: string) => ({ pk: listedPartition, sk: `EVENT#${eventId}` });
/** Facts, report and themes lie together; editions, which are large, lie before them. A tilde sorts after every character of an id. */
export const materialRange = ['FACTS', 'THEME#~'] as const;
