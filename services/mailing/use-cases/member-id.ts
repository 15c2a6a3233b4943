import type { AddressKey } from './ports.ts';

/** A member's id follows from the address, so that joining twice is one membership and costs no second item. */
export async function memberIdOf(address: string, addressKey: AddressKey): Promise<string> {
  return `mem_${await addressKey(address)}`;
}

/** The other way about, without the address: for what is known of it by its key. */
export function memberIdOfKey(addressKey: string): string {
  return `mem_${addressKey}`;
}

export function addressKeyOfMember(memberId: string): string {
  return memberId.slice('mem_'.length);
}
