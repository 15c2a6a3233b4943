import { httpFunction } from '@convener/http';
import { organiseDependencies } from '../dependencies.ts';
import { makeClone, showClone } from '../handlers/clone-handlers.ts';
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
import { saveProvisions, saveUsualProvisions, showProvisions, showUsualProvisions } from '../handlers/provision-handlers.ts';
import { editStatement, listStatements, saveStatement } from '../handlers/statement-handlers.ts';
import { events } from '../service.ts';

/** Lets organisers make, edit, publish and cancel events, and write the network’s statements. */
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
    showProvisions,
    saveProvisions,
    publishEvent,
    confirmCancel,
    cancelEvent,
    showClone,
    makeClone,
    showUsualProvisions,
    saveUsualProvisions,
    listStatements,
    editStatement,
    saveStatement,
  },
  dependencies: organiseDependencies,
});
