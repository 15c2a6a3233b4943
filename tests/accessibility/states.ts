import type { State } from './state.ts';
import { accessibilityStates } from './states/accessibility.ts';
import { answeredStates } from './states/accessibility-answered.ts';
import { arrangingStates } from './states/accessibility-arranging.ts';
import { askingStates } from './states/accessibility-asking.ts';
import { byVoiceStates } from './states/accessibility-by-voice.ts';
import { notTakenStates } from './states/accessibility-not-taken.ts';
import { replyStates } from './states/accessibility-replies.ts';
import { eventStates } from './states/events.ts';
import { eventNetworkStates } from './states/events-network.ts';
import { mailingStates } from './states/mailing.ts';
import { letterStates } from './states/mailing-letters.ts';
import { organiserStates } from './states/organisers.ts';
import { reflectionStates } from './states/reflections.ts';
import { registrationStates } from './states/registration.ts';
import { correctingStates } from './states/registration-correcting.ts';
import { momentStates } from './states/registration-moments.ts';
import { offerStates } from './states/registration-offers.ts';
import { organisedStates } from './states/registration-organised.ts';
import { peopleStates } from './states/registration-people.ts';
import { questionStates } from './states/registration-questions.ts';
import { reportStates } from './states/reports.ts';

/** Every page in every state that somebody may meet. */
export const states: readonly State[] = [
  ...eventStates,
  ...eventNetworkStates,
  ...registrationStates,
  ...peopleStates,
  ...organisedStates,
  ...correctingStates,
  ...offerStates,
  ...momentStates,
  ...questionStates,
  ...accessibilityStates,
  ...askingStates,
  ...arrangingStates,
  ...byVoiceStates,
  ...replyStates,
  ...answeredStates,
  ...notTakenStates,
  ...reflectionStates,
  ...reportStates,
  ...mailingStates,
  ...letterStates,
  ...organiserStates,
];

/** Routes that answer with something else than a page of their own, and with what. */
export const notPages: Readonly<Record<string, string>> = {
  'GET /assets/{file}': 'style and script',
  'GET /registrations/calendar/{token}': 'a calendar file',
  'GET /my-place/calendar.ics': 'a calendar file',
  'GET /my-place/data.json': 'a file of data',
  'GET /my-place/everything.json': 'a file of data',
  'GET /organise/events/{eventId}/registrations.csv': 'a table for a spreadsheet',
  'GET /organise/events/{eventId}/answers.csv': 'a table for a spreadsheet',
  'GET /organise/events/{eventId}/reflections.csv': 'a table for a spreadsheet',
  'GET /organise/members.csv': 'a table for a spreadsheet',
  'GET /organise/access/reads.csv': 'a table for a spreadsheet',
  'GET /organise/events/{eventId}/access/costs.csv': 'a table for a spreadsheet',
  'GET /organise/events/{eventId}/report/preview.txt': 'plain text',
  'GET /organise/events/{eventId}/report/style.css': 'style',
  'GET /sign-in': 'leads to the identity provider',
  'GET /api/openapi.json': 'a description for programs',
};

/** Forms that cannot be sent wrongly from their page, and why. */
export const withoutErrors: Readonly<Record<string, string>> = {
  'POST /registrations/offer/{token}': 'buttons alone; what came too late is said on one’s own place',
  'POST /my-place/offer': 'buttons alone; what came too late is said on one’s own place',
  'POST /organise/events/{eventId}/registrations/{registrationId}/offer':
    'buttons alone; what came too late is said on the page of the registration',
  'POST /my-place/participants/choice': 'one tick, which may be set or not',
  'POST /organise/mailings/{mailingId}': 'buttons alone; what came too late is said on the page of the mailing',
  'POST /organise/events/{eventId}/letters/{letter}/standard': 'a button alone',
  'POST /organise/events/{eventId}/questions/supporters': 'one tick, which may be set or not',
  'POST /organise/events/{eventId}/report/settings': 'one tick, which may be set or not',
};
