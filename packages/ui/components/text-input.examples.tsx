import type { Examples } from '../examples.ts';
import { TextInput, TimeInput } from './text-input.tsx';

export const examples: Examples = {
  plain: <TextInput name="called" label="What should we call you?" autocomplete="name" />,
  'with a hint and a value': (
    <TextInput
      name="email"
      type="email"
      label="Email address"
      hint="We will send a link here, to make sure that it is yours."
      value="made.up@example.org"
      autocomplete="email"
    />
  ),
  wrong: (
    <TextInput
      name="wrong-email"
      type="email"
      label="Email address"
      hint="We will send a link here."
      value="made.up"
      error="Enter an email address, like name@example.org"
    />
  ),
  'as the page’s heading': <TextInput name="title" label="What is the event called?" asHeading />,
  'with a unit': <TextInput name="cost" label="Cost" prefix="£" width={10} inputMode="decimal" value="25.50" />,
  'with a unit after it': (
    <TextInput name="offer" label="Keep an offered place for" suffix="hours" width={3} inputMode="numeric" value="48" />
  ),
  'a time': <TimeInput name="starts" label="Start" hint="For example, 10:30 or 2pm" value="10:30" />,
  'hostile text': <TextInput name="hostile" label="Name" value={'"><script>alert(1)</script>'} />,
};
