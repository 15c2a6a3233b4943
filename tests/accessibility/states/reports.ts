import type { Page } from 'playwright-core';
import { overfill, type State } from '../state.ts';
import type { World } from '../world.ts';

const editor = { as: 'editor' } as const;
const published = ({ events }: World) => `/organise/events/${events.over.eventId}/report`;
const blocked = ({ events }: World) => `/organise/events/${events.overAndOpen.eventId}/report`;
const part = (path: string) => (world: World) => `${published(world)}/${path}`;
const speaker = (world: World) => `${published(world)}/speakers/${world.told.speakerId}`;
const route = 'GET /organise/events/{eventId}/report';
const editions = 'GET /reports/{slug}/editions/{edition}';

export const reportStates: readonly State[] = [
  { route: 'GET /reports', name: 'the list of reports', at: () => '/reports' },
  { route: 'GET /reports', name: 'an earlier edition of a report', at: ({ told }) => `/reports/${told.report}/editions/1` },
  { route: 'GET /reports', name: 'a published report', at: ({ told }) => `/reports/${told.report}` },
  { route: 'GET /reports', name: 'a report that there is not', status: 404, withoutScript: true, at: () => '/reports/never-written' },
  {
    route: editions,
    name: 'an edition that was taken down',
    status: 410,
    withoutScript: true,
    at: ({ events }) => `/reports/${events.inPerson.slug}/editions/1`,
  },
  {
    route: editions,
    name: 'an edition that there is not',
    status: 404,
    withoutScript: true,
    at: ({ told }) => `/reports/${told.report}/editions/9`,
  },
  { ...editor, route, name: 'a report that is published', at: published },
  {
    ...editor,
    route,
    name: 'a report whose earlier edition was taken down',
    at: ({ events }) => `/organise/events/${events.inPerson.eventId}/report`,
  },
  { ...editor, route, name: 'a report that something stands in the way of', at: blocked },
  { ...editor, route, name: 'a report that was not begun', at: ({ events }) => `/organise/events/${events.closed.eventId}/report` },
  { ...editor, route, name: 'a report of a draft', status: 404, at: ({ events }) => `/organise/events/${events.draft.eventId}/report` },
  { ...editor, route: `${route}/introduction`, name: 'the introduction', at: part('introduction') },
  { ...editor, route: `${route}/context`, name: 'the context', at: part('context') },
  { ...editor, route: `${route}/speakers/{speakerId}`, name: 'a speaker’s section', at: speaker },
  { ...editor, route: `${route}/ending`, name: 'the ending', at: part('ending') },
  { ...editor, route: `${route}/settings`, name: 'what the report shows', at: part('settings') },
  { ...editor, route: `${route}/preview`, name: 'the preview', at: part('preview') },
  {
    ...editor,
    route: post('introduction'),
    name: 'an introduction that is too long',
    status: 422,
    at: part('introduction'),
    doing: overfill('Introduction', 'Save'),
  },
  {
    ...editor,
    route: post('context'),
    name: 'a context that is too long',
    status: 422,
    at: part('context'),
    doing: overfill('Heading', 'Save'),
  },
  {
    ...editor,
    route: post('speakers/{speakerId}'),
    name: 'a section that is too long',
    status: 422,
    at: speaker,
    doing: overfill('What they said', 'Save'),
  },
  {
    ...editor,
    route: post('ending'),
    name: 'an ending that is too long',
    status: 422,
    at: part('ending'),
    doing: overfill('Notes at the end', 'Save'),
  },
  { ...editor, route: post('publish'), name: 'published with things unsaid', status: 422, at: blocked, doing: publishFromAnOldPage },
];

function post(path: string): string {
  return `POST /organise/events/{eventId}/report/${path}`;
}

/** The page offers no button while something stands in the way; a page that was opened before still has it. */
function publishFromAnOldPage(page: Page): Promise<void> {
  return page.evaluate(() => {
    const form = document.createElement('form');
    Object.assign(form, { method: 'post', action: `${location.pathname}/publish` });
    document.body.append(form);
    form.submit();
  });
}
