import { defineForm, type FieldError, fill, oneOf, type viewForm } from '@convener/forms';
import { Radios } from '@convener/ui';
import { choosableGroups } from '../domain/decide-group.ts';
import type { Places } from '../domain/places.ts';
import { offerWords } from '../words.offers.en.ts';

const words = offerWords.group;

/** Posted by whoever is of no group: the question may be left out as well. */
export const none = 'none';

export type GroupOption = ReturnType<typeof choosableGroups>[number];
type State = NonNullable<Parameters<typeof viewForm>[1]>;

/** The optional question of a form where places are kept for groups; nothing where there are none. */
export function GroupChoice({ groups, state }: { readonly groups: readonly GroupOption[]; readonly state: State }) {
  if (groups.length === 0) return null;
  const chosen = state.kept?.group;
  const error = state.errors?.find(({ field }) => field === 'group')?.message;
  return (
    <Radios
      name="group"
      label={words.label}
      hint={words.hint}
      error={error}
      value={typeof chosen === 'string' ? chosen : undefined}
      options={[...groups.map(({ id, name }) => ({ value: id, label: name })), { value: none, label: words.none, after: words.or }]}
    />
  );
}

/** One of these, or none of them; left out it stays as it was. */
export function groupAmong(groups: readonly GroupOption[]) {
  const from: readonly string[] = [...groups.map(({ id }) => id), none];
  return defineForm({ fields: { group: oneOf({ what: words.what, from, optional: true }) } });
}

/** What was chosen; a group that this event does not have, or has no longer, is none. */
export function groupIn(places: Places, input: Readonly<Record<string, unknown>>): string | undefined {
  return choosableGroups(places).find(({ id }) => id === input.group)?.id;
}

/** A group that this event never had is no answer. One whose places are everybody's by now is: it was there when the form was made. */
export function groupErrors({ groups }: Places, { group }: Readonly<Record<string, unknown>>): readonly FieldError[] {
  const isAnswer = group === undefined || group === null || group === '' || group === none || groups.some(({ id }) => id === group);
  return isAnswer ? [] : [{ field: 'group', id: 'group', message: words.unknown }];
}

/** For the page again. */
export function groupKeptFrom(input: Readonly<Record<string, unknown>>) {
  const given = typeof input.group === 'string' ? input.group : undefined;
  return given === undefined
    ? {}
    : fill(defineForm({ fields: { group: oneOf({ what: words.label, from: [given], optional: true }) } }), { group: given });
}
