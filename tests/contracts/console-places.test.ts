import { everyRole, type Role } from '@convener/contracts';
import { describe, expect, test } from 'vitest';
import { services } from '../../infra/services.ts';
import { preparations, sections, tabs } from '../../packages/http/console-places.ts';

const opens = new Map<string, readonly Role[]>(
  services.flatMap(({ routes }) =>
    routes
      .filter(({ method, audience }) => method === 'GET' && audience === 'organiser')
      .map(({ path, roles = [] }) => [path, [...roles].sort()] as const),
  ),
);
type Led = readonly [path: string, roles: readonly Role[]];
const ofEvent = ({ path, roles }: { readonly path: string; readonly roles: readonly Role[] }): Led => [
  `/organise/events/{eventId}${path}`,
  roles,
];
const led: readonly Led[] = [...sections.map(({ href, roles }): Led => [href, roles]), ...tabs.map(ofEvent), ...preparations.map(ofEvent)];

/** Whom the console would lead to a page that refuses them. */
function misled(places: readonly Led[]): readonly string[] {
  return places.flatMap(([path, roles]) => {
    const admitted = opens.get(path) ?? [];
    return roles.filter((role) => !admitted.includes(role)).map((role) => `${role}: ${path}`);
  });
}

describe('where the console leads', () => {
  test('is a page that is there, and that lets in everybody who is led to it', () => {
    expect(misled(led)).toEqual([]);
  });

  test('is shown to everybody whom the page lets in', () => {
    const missed = led.flatMap(([path, roles]) =>
      (opens.get(path) ?? []).filter((role) => !roles.includes(role)).map((role) => `${role}: ${path}`),
    );
    expect(missed).toEqual([]);
  });

  test('a place that refuses somebody, or is not there, is found', () => {
    expect(misled([['/organise/members', everyRole]])).toEqual(['access-coordinator: /organise/members', 'editor: /organise/members']);
    expect(misled([['/organise/events/{eventId}/nowhere', ['editor']]])).toEqual(['editor: /organise/events/{eventId}/nowhere']);
  });
});
