import { withTable } from '@convener/testing';
import { beforeEach, expect, test } from 'vitest';
import { organisers } from '../service.ts';
import { organiserStore } from '../store/organiser-store.ts';
import { answerInvitation } from './answer-invitation.ts';
import { changeOrganiser, inviteOrganiser } from './manage-organisers.ts';
import type { OrganiserStore, Sessions } from './ports.ts';

const now = new Date('2026-03-01T09:00:00Z');
const sessions: Sessions = { idOf: async (address) => `org_${address.split('@')[0]}`, sign: async () => '' };
let store: OrganiserStore;

beforeEach(async () => {
  store = organiserStore(await withTable(organisers.tables.main));
  const morag = { kind: 'active', id: 'org_morag', address: 'morag@example.org', name: 'Morag Sample', roles: ['organiser'] } as const;
  await store.save({ loaded: undefined, organiser: morag, announcement: 'signed-in', actor: { kind: 'organiser', id: morag.id }, now });
});

const invite = (actorId: string) =>
  inviteOrganiser({ address: 'ada@example.org', roles: ['editor'], actor: { kind: 'organiser', id: actorId }, now }, { store, sessions });
const asked = () => answerInvitation({ organiserIds: ['org_ada', 'org_unknown'] }, { store });

test('tells the address, what for, and who invited; nothing of whoever is unknown', async () => {
  await invite('org_morag');
  expect(await asked()).toEqual({
    invitations: [{ organiserId: 'org_ada', address: 'ada@example.org', status: 'invited', roles: ['editor'], invitedBy: 'Morag Sample' }],
  });
});

test('names nobody where a program without a record invited', async () => {
  await invite('program-organiser');
  expect((await asked()).invitations[0]).not.toHaveProperty('invitedBy');
});

test('somebody removed is not told of any more', async () => {
  await invite('org_morag');
  await changeOrganiser(
    { organiserId: 'org_ada', change: { kind: 'remove' }, actor: { kind: 'organiser', id: 'org_morag' }, now },
    { store },
  );
  expect(await asked()).toEqual({ invitations: [] });
});
