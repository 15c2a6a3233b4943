import type { PageSetting } from '@convener/http';
import { words } from '../words.en.ts';

/** Somebody to ask, by a link that writes to them; nothing where the network names no address. */
export function WriteToUs({ network, reason }: PageSetting & { readonly reason: string }) {
  if (!network.contact) return null;
  return (
    <>
      <a href={`mailto:${network.contact}`}>{words.writeToUs}</a> {reason}
    </>
  );
}
