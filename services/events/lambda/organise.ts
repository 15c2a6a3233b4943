import { httpFunction } from '@convener/http';
import { organiseDependencies } from '../dependencies.ts';
import {
  cancelEvent,
  confirmCancel,
  createEvent,
  editEvent,
  newEvent,
  organiseEvents,
  overview,
  publishEvent,
  saveEvent,
} from '../handlers/event-handlers.ts';
import { addSpeaker, changeLinks, changeSpeaker, showLinks, showSpeaker, showSpeakers } from '../handlers/part-handlers.ts';
import { events } from '../service.ts';

/** Lets organisers make, edit, publish and cancel events. */
export const handler = httpFunction({
  service: events,
  lambda: 'organise',
  handlers: {
    organiseEvents,
    newEvent,
    createEvent,
    overview,
    editEvent,
    saveEvent,
    showSpeakers,
    addSpeaker,
    showSpeaker,
    changeSpeaker,
    showLinks,
    changeLinks,
    publishEvent,
    confirmCancel,
    cancelEvent,
  },
  dependencies: organiseDependencies,
});
