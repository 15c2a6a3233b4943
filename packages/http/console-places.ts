import { everyRole, type Role } from '@convener/contracts';

// Each address and its roles stand in the manifest of the service that answers it as well; `tests/contracts` holds the two together.
const organising = ['organiser'] as const satisfies readonly Role[];
const coordinating = ['organiser', 'access-coordinator'] as const satisfies readonly Role[];
const writing = ['organiser', 'editor'] as const satisfies readonly Role[];

/** The rooms of the console, in the order of its navigation; each belongs to one service. */
export const sections = [
  { key: 'home', href: '/organise', text: 'Home', roles: everyRole },
  { key: 'events', href: '/organise/events', text: 'Events', roles: everyRole },
  { key: 'access', href: '/organise/access', text: 'Access', roles: ['access-coordinator'] },
  { key: 'members', href: '/organise/members', text: 'Members', roles: organising },
  { key: 'mail', href: '/organise/mail', text: 'Mail', roles: organising },
  { key: 'organisers', href: '/organise/organisers', text: 'Organisers', roles: organising },
  { key: 'audit', href: '/organise/audit', text: 'Audit log', roles: organising },
] as const;

/** The parts of one event, in the order of its life. */
export const tabs = [
  { key: 'overview', path: '', text: 'Overview', roles: everyRole },
  { key: 'registrations', path: '/registrations', text: 'Registrations', roles: coordinating },
  { key: 'attendance', path: '/attendance', text: 'Attendance', roles: organising },
  { key: 'access', path: '/access', text: 'Access', roles: everyRole },
  { key: 'reflections', path: '/reflections', text: 'Reflections', roles: writing },
  { key: 'themes', path: '/themes', text: 'Themes', roles: writing },
  { key: 'report', path: '/report', text: 'Report', roles: writing },
  { key: 'mailings', path: '/mailings', text: 'Mailings', roles: organising },
] as const satisfies readonly (Place & { readonly key: string })[];

interface Place {
  readonly path: string;
  readonly text: string;
  readonly roles: readonly Role[];
}

/** What is set up for an event. Until it is published, only its own service and what is `early` know of it. */
export const preparations = [
  { path: '/questions', text: 'Questions', about: 'what people are asked when they register', roles: organising, early: true },
  {
    path: '/places',
    text: 'Places and waiting list',
    about: 'places kept for groups, and how freed places are offered',
    roles: coordinating,
  },
  { path: '/letters', text: 'Letters', about: 'when they go to the people who come, and what they say', roles: organising },
  { path: '/registrations/participants', text: 'Participants', about: 'whether people see who else comes', roles: organising },
  { path: '/access/asking', text: 'Access', about: 'what people are asked about taking part', roles: coordinating },
  { path: '/attendance', text: 'Attendance', about: 'the code for the day, and the list for the door', roles: organising },
] as const satisfies readonly (Place & { readonly about: string; readonly early?: true })[];

export interface Preparation {
  readonly href: string;
  readonly text: string;
  readonly about: string;
}

/** What somebody with these roles can set up for an event; what waits until it is published is told apart. */
export function preparationsOf(
  event: { readonly id: string; readonly isDraft: boolean },
  roles: readonly Role[],
): { readonly now: readonly Preparation[]; readonly oncePublished: readonly string[] } {
  const open = preparations.filter((each) => each.roles.some((role) => roles.includes(role)));
  const waits = (each: (typeof preparations)[number]) => event.isDraft && !('early' in each);
  return {
    now: open.filter((each) => !waits(each)).map(({ path, text, about }) => ({ href: `/organise/events/${event.id}${path}`, text, about })),
    oncePublished: open.filter(waits).map(({ text }) => text),
  };
}
