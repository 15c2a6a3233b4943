import { httpFunction } from '@convener/http';
import { publicDependencies } from '../dependencies.ts';
import { showNotes, takeNotes } from '../handlers/notes-handlers.ts';
import { changeOwn, showOwn } from '../handlers/own-handlers.ts';
import { reflect, showReflect } from '../handlers/reflect-handlers.ts';
import { reflections } from '../service.ts';

/** Lets whoever holds a room’s link say something, change or withdraw it, and lets note-takers write down many points. */
export const handler = httpFunction({
  service: reflections,
  lambda: 'public',
  handlers: { showReflect, reflect, showOwn, changeOwn, showNotes, takeNotes },
  dependencies: publicDependencies,
});
