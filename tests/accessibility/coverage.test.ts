import type { RouteDefinition } from '@convener/contracts';
import { services } from '@convener/infra/services';
import { expect, it } from 'vitest';
import { formsOf } from '../system/forms.ts';
import { notPages, states, withoutErrors } from './states.ts';

const keyOf = ({ method, path }: Pick<RouteDefinition, 'method' | 'path'>) => (path === '$default' ? path : `${method} ${path}`);
const routes = services.flatMap((service) => service.routes.map((route) => ({ ...route, service: service.name })));

/** Pages of which no state is tested. */
function pagesWithoutStates(shown: readonly string[]): readonly string[] {
  return routes
    .filter(({ method }) => method === 'GET')
    .filter((route) => !shown.includes(keyOf(route)) && !(keyOf(route) in notPages))
    .map(
      (route) =>
        `${keyOf(route)}: add its states to tests/accessibility/states/${route.service}.ts, or say in states.ts that it is no page`,
    );
}

it('every page has at least one state that is tested', () => {
  expect(pagesWithoutStates(states.map(({ route }) => route))).toEqual([]);
});

it('every form has a state in which it comes back with errors', async () => {
  const shown = states.filter(({ status }) => status === 422).map(({ route }) => route);
  const forms = (await Promise.all(services.map(formsOf))).flat();
  const missing = forms
    .map(({ route }) => keyOf(route))
    .filter((key) => !shown.includes(key) && !(key in withoutErrors))
    .map((key) => `${key}: add the state in which its form comes back with errors (status 422) to tests/accessibility/states`);
  expect(missing).toEqual([]);
});

it('nothing is listed that no manifest has', () => {
  const known = new Set(routes.map(keyOf));
  const named = [...states.map(({ route }) => route), ...Object.keys(notPages), ...Object.keys(withoutErrors)];
  expect(named.filter((route) => !known.has(route))).toEqual([]);
});

it('every state has a name of its own', () => {
  const names = states.map(({ route, name }) => `${route}: ${name}`);
  expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([]);
});

it('would notice a page that nobody tests', () => {
  expect(pagesWithoutStates([]).length).toBeGreaterThan(50);
});
