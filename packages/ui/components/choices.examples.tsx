import type { Examples } from '../examples.ts';
import { Checkboxes, Radios, Tick } from './choices.tsx';
import { TextInput } from './text-input.tsx';

const yesNo = [
  { value: 'yes', label: 'Yes' },
  { value: 'no', label: 'No' },
];

export const examples: Examples = {
  'one of a few': (
    <Radios
      name="format"
      label="How would you like to read our reports?"
      value="web"
      options={[
        { value: 'web', label: 'On a web page' },
        { value: 'large', label: 'In large print', hint: 'A file to print, in 18 point' },
        { value: 'none', label: 'I would not like to get them', after: 'or' },
      ]}
    />
  ),
  'as the page’s heading, side by side': (
    <Radios name="again" label="Have you been to one of our events?" asHeading inline options={yesNo} />
  ),
  'with a question that follows': (
    <Radios
      name="contact"
      label="How can we reach you on the day?"
      value="phone"
      options={[
        { value: 'email', label: 'By email' },
        {
          value: 'phone',
          label: 'By phone',
          reveal: <TextInput name="phone" type="tel" label="Telephone number" width={20} error="Enter your telephone number" />,
        },
        { value: 'post', label: 'By post', reveal: <TextInput name="postcode" label="Postcode" width={10} /> },
      ]}
    />
  ),
  'wrong radios': (
    <Radios
      name="wrong-radio"
      label="Will you come?"
      hint="You can change this later."
      options={yesNo}
      error="Choose whether you will come"
    />
  ),
  'some of a few': (
    <Checkboxes
      name="needs"
      label="What would help you take part?"
      hint="Tick all that apply. You need not say why."
      values={['captions', 'quiet']}
      options={[
        { value: 'captions', label: 'Live captions' },
        { value: 'bsl', label: 'British Sign Language interpreting' },
        { value: 'quiet', label: 'A quiet room', hint: 'Somewhere to be by yourself, at any time' },
        { value: 'other', label: 'Something else', reveal: <TextInput name="other-need" label="What would help?" /> },
      ]}
    />
  ),
  'wrong checkboxes': <Checkboxes name="wrong-boxes" label="Your interests" options={yesNo} error="Choose your interests" />,
  'a consent, not ticked': (
    <Tick
      name="consent"
      label="Keep what I have written above, so that you can arrange it for this event"
      hint="You can take this back at any time."
    />
  ),
  'a consent, missing': <Tick name="consent-2" label="I agree" error="Tick the box to say that you agree" />,
};
