import { shortDate } from '@convener/writing/dates';
import type { ListedRegistration } from './registration.ts';

/** How many registrations there were at the end of each day on which one came, cancelled and unconfirmed ones left out. */
export function growthByDay(
  all: readonly ListedRegistration[],
  timeZone: string,
): readonly { readonly label: string; readonly value: number }[] {
  const days = new Map<string, number>();
  const counted = all.filter(({ status }) => status === 'confirmed' || status === 'offered' || status === 'waitlisted');
  for (const { registeredAt } of [...counted].sort((a, b) => a.registeredAt.localeCompare(b.registeredAt))) {
    const day = shortDate(registeredAt, timeZone);
    days.set(day, (days.get(day) ?? 0) + 1);
  }
  let sum = 0;
  return [...days].map(([label, count]) => {
    sum += count;
    return { label, value: sum };
  });
}
