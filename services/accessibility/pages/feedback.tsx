import { defineForm, longText, oneOf, viewForm } from '@convener/forms';
import { Button, Form, Radios, TextArea } from '@convener/ui';
import { feedbackChoices } from '../domain/feedback.ts';
import { askingWords } from '../words.asking.en.ts';

const words = askingWords.felt;

export const feedbackForm = defineForm({
  fields: {
    felt: oneOf({ what: 'whether we got it right', from: feedbackChoices, says: { missing: words.errors.choice } }),
    feltWords: longText({ what: 'what you wrote', optional: true }),
  },
});

export type FeedbackState = Parameters<typeof viewForm<(typeof feedbackForm)['fields']>>[1];

/** Shown to everybody after the event, whether or not they asked for anything: that it is there tells nothing. */
export function HowWasIt({ state = {} }: { readonly state?: FeedbackState | undefined }) {
  const { field } = viewForm(feedbackForm, state);
  const choice = field('felt');
  return (
    <section aria-labelledby="how-was-it">
      <h2 id="how-was-it">{words.title}</h2>
      <p>{words.lead}</p>
      <Form hidden={{ action: 'say-how-it-was' }} label={words.title}>
        <Radios {...choice} label={words.choice} options={feedbackChoices.map((value) => ({ value, label: words.choices[value] }))} />
        <TextArea {...field('feltWords')} label={words.words} hint={words.wordsHint} rows={4} />
        <Button>{words.button}</Button>
      </Form>
    </section>
  );
}
