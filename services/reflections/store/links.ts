import { type Parameters, readLink, signLink } from '@convener/signing';
import type { Links, LinkTarget } from '../use-cases/ports.ts';

/** Between the event's id and that of a room or reflection; in no id, and needs no escaping in a path. */
const joint = '~';

const folders: Record<LinkTarget['purpose'], string> = { room: '', event: '', notes: 'notes/', own: 'own/' };

export function linksOf(parameters: Pick<Parameters, 'secret'>): Links {
  return {
    mint: async (target) => {
      const claim = { purpose: `reflect.${target.purpose}`, subject: subjectOf(target), version: target.version };
      return `/reflect/${folders[target.purpose]}${signLink(claim, await parameters.secret('link-secret'))}`;
    },
    read: async <P extends LinkTarget['purpose']>(purposes: readonly P[], token: string) => {
      const secret = await parameters.secret('link-secret');
      for (const purpose of purposes) {
        const reading = readLink(token, `reflect.${purpose}`, secret);
        const target = reading.kind === 'good' ? targetOf(purpose, reading.claim) : undefined;
        if (target && isOf(target, purpose)) return target;
      }
      return undefined;
    },
  };
}

function subjectOf(target: LinkTarget): string {
  switch (target.purpose) {
    case 'event':
      return target.eventId;
    case 'room':
    case 'notes':
      return `${target.eventId}${joint}${target.roomId}`;
    case 'own':
      return `${target.eventId}${joint}${target.reflectionId}`;
  }
}

function targetOf(purpose: LinkTarget['purpose'], claim: { readonly subject: string; readonly version: number }): LinkTarget | undefined {
  const [eventId, other] = claim.subject.split(joint);
  const { version } = claim;
  if (!eventId) return undefined;
  if (purpose === 'event') return other === undefined ? { purpose, eventId, version } : undefined;
  if (!other) return undefined;
  return purpose === 'own' ? { purpose, eventId, reflectionId: other, version } : { purpose, eventId, roomId: other, version };
}

function isOf<P extends LinkTarget['purpose']>(target: LinkTarget, purpose: P): target is Extract<LinkTarget, { readonly purpose: P }> {
  return target.purpose === purpose;
}
