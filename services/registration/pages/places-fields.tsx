import { viewForm } from '@convener/forms';
import { DateInput, TextInput, TimeInput } from '@convener/ui';
import { placesWords as words } from '../words.places.en.ts';
import { groupForm, offersForm } from './places-forms.ts';

interface State {
  readonly state: NonNullable<Parameters<typeof viewForm>[1]>;
}

export function GroupFields({ state }: State) {
  const { field } = viewForm(groupForm, state);
  return (
    <>
      <TextInput {...field('name')} label={words.groups.name} hint={words.groups.nameHint} />
      <TextInput {...field('places')} label={words.groups.places} inputMode="numeric" width={5} />
      <DateInput {...field('release')} label={words.groups.release} hint={words.groups.releaseHint} />
    </>
  );
}

export function OfferFields({ state }: State) {
  const { field } = viewForm(offersForm, state);
  return (
    <>
      <TimeInput {...field('quietFrom')} label={words.offers.quietFrom} hint={words.offers.quietHint} />
      <TimeInput {...field('quietUntil')} label={words.offers.quietUntil} />
      <TextInput {...field('longestHours')} label={words.offers.longest} inputMode="numeric" width={5} />
    </>
  );
}
