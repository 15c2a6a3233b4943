import { randomBytes } from 'node:crypto';
import type { Cookie, HttpRequest } from '@convener/http';
import type { PublicDependencies } from '../dependencies.ts';
import { draftSeconds } from '../domain/draft-time.ts';
import type { Event } from '../domain/event.ts';
import type { Draft } from '../use-cases/draft-ports.ts';

/**
 * Each start of a form has a draft of its own, so that two tabs do not get in each other's way, whoever sits before them. Its label, a few
 * random characters, stands in the form's addresses and names the cookie; where the draft lies and what opens it is in the cookie alone.
 */
const labelBytes = 6;
const labelShape = /^[\w-]{8}$/;

/** All events together, so that cookies stay a small part of the 10 KB of headers that come through. */
export const mostDrafts = 12;

const family = 'draft-';
const nameOf = ({ outline }: Event, label: string) => `${family}${outline.eventId}.${label}`;

export function newLabel(): string {
  return randomBytes(labelBytes).toString('base64url');
}

/** The label in the address; where there is none, that of the only draft that this browser holds for the event. */
export function labelIn(request: HttpRequest, event: Event): string | undefined {
  const [only, another] = labelsOf(request, event);
  return labelled(request) ?? (another === undefined ? only : undefined);
}

/** The label that the address itself carries. */
export function labelled({ query }: HttpRequest): string | undefined {
  const given = query.get('draft') ?? '';
  return labelShape.test(given) ? given : undefined;
}

export function labelsOf({ cookies }: HttpRequest, event: Event): readonly string[] {
  const start = nameOf(event, '');
  return Object.keys(cookies).flatMap((name) => {
    const label = name.startsWith(start) ? name.slice(start.length) : '';
    return labelShape.test(label) ? [label] : [];
  });
}

/** Where the draft lies, and its key. */
export function tokenOf({ cookies }: HttpRequest, event: Event, label: string | undefined): string {
  return label === undefined ? '' : (cookies[nameOf(event, label)] ?? '');
}

export async function draftUnder(
  request: HttpRequest,
  event: Event,
  label: string | undefined,
  ports: PublicDependencies,
): Promise<Draft | undefined> {
  const reading = await ports.drafts.read(tokenOf(request, event, label), request.now);
  return reading.kind === 'begun' ? reading.draft : undefined;
}

/** Labels of other forms for this event that were begun on this device and not sent. */
export async function othersBegun(
  request: HttpRequest,
  event: Event,
  own: string | undefined,
  ports: PublicDependencies,
): Promise<readonly string[]> {
  const others = labelsOf(request, event)
    .filter((label) => label !== own)
    .slice(-mostDrafts);
  const begun = await Promise.all(others.map((label) => draftUnder(request, event, label, ports)));
  return others.filter((_, at) => begun[at] !== undefined);
}

/** The cookie of a draft. The oldest goes where there are too many: browsers send the oldest first. */
export function cookiesFor({ cookies }: HttpRequest, event: Event, label: string, token: string): readonly Cookie[] {
  const name = nameOf(event, label);
  const held = Object.keys(cookies).filter((each) => each.startsWith(family) && each !== name);
  const tooMany = held.slice(0, Math.max(0, held.length + 1 - mostDrafts));
  return [{ name, value: token, maxAgeSeconds: draftSeconds }, ...tooMany.map(cleared)];
}

export function clearedCookies(event: Event, labels: readonly string[]): readonly Cookie[] {
  return labels.map((label) => cleared(nameOf(event, label)));
}

const cleared = (name: string): Cookie => ({ name, value: '', maxAgeSeconds: 0 });
