import type { FieldView } from '@convener/forms';
import { Radios, TextInput } from '@convener/ui';
import { type ConsentStep, consentSteps } from '../domain/consent.ts';
import { words } from '../words.en.ts';

interface ConsentRadiosProps {
  readonly consent: FieldView;
  /** Left out where nobody can allow quotes by name for others. */
  readonly name?: FieldView;
  readonly hint?: string;
}

/** The consent ladder, from the least to the most; nothing is chosen beforehand. */
export function ConsentRadios({ consent, name, hint = words.consent.hint }: ConsentRadiosProps) {
  const steps = name ? consentSteps : consentSteps.filter((step) => step !== 'quote-named');
  const reveal = (step: ConsentStep) =>
    name && step === 'quote-named' ? (
      <TextInput {...name} label={words.consent.name} autocomplete="off" spellcheck={false} width={20} />
    ) : undefined;
  return (
    <Radios
      {...consent}
      label={words.consent.question}
      hint={hint}
      options={steps.map((step) => ({
        value: step,
        label: words.consent.steps[step],
        hint: words.consent.hints[step],
        reveal: reveal(step),
      }))}
    />
  );
}
