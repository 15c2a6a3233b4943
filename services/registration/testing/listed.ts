import type { ListedRegistration } from '../domain/registration.ts';

/** A line of the organiser's list, of somebody made up. */
export function listed(number: number, changes: Partial<ListedRegistration> & { readonly name?: string } = {}): ListedRegistration {
  const { name = `Person ${String(number).padStart(3, '0')}`, ...rest } = changes;
  const registeredAt = new Date(Date.parse('2024-10-10T09:00:00.000Z') + number * 60 * 60 * 1000).toISOString();
  return {
    registrationId: `reg_${number}`,
    email: `person${number}@example.org`,
    details: { name, organisation: '', comingAs: '', wantsReport: true, format: 'html' },
    registeredAt,
    status: 'confirmed',
    since: registeredAt,
    told: 'form',
    shownToOthers: false,
    ...rest,
  };
}
