/** The same address however it was typed: one person, one membership, one letter of a mailing. */
export function normalisedAddress(address: string): string {
  return address.trim().normalize('NFC').toLowerCase();
}
