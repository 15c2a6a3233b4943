import { httpFunction } from '@convener/http';
import { organiseDependencies } from '../dependencies.ts';
import { addReflection, changeRooms, exportReflections, moderate, showReflections } from '../handlers/reflections-handlers.ts';
import { changeTheme, showTheme } from '../handlers/theme-handlers.ts';
import { addTheme, assignThemes, orderThemes, showThemes } from '../handlers/themes-handlers.ts';
import { reflections } from '../service.ts';

/** Lets organisers open rooms, moderate what was said, and make themes of it. */
export const handler = httpFunction({
  service: reflections,
  lambda: 'organise',
  handlers: {
    showReflections,
    exportReflections,
    changeRooms,
    addReflection,
    moderate,
    showThemes,
    addTheme,
    assignThemes,
    orderThemes,
    showTheme,
    changeTheme,
  },
  dependencies: organiseDependencies,
});
