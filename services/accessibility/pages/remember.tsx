import { defineForm, integer, oneOf, ticked, viewForm } from '@convener/forms';
import type { PageSetting } from '@convener/http';
import { Button, ButtonGroup, ButtonLink, Form, Notice, Radios, Tick } from '@convener/ui';
import { longDate } from '@convener/writing/dates';
import { monthsOffered, type Remembered, rememberConsent } from '../domain/remembered.ts';
import { askingWords } from '../words.asking.en.ts';
import { accessFrame } from './access-frame.tsx';

const words = askingWords.remembered;

export const rememberForm = defineForm({
  fields: {
    months: oneOf({ what: 'for how long we may remember it', from: monthsOffered, optional: true }),
    remember: ticked({ what: 'that we may remember it' }),
    rememberVersion: integer({ what: 'the version of the words that you agree to', optional: true }),
  },
  rules: [
    ({ months }) => (months ? undefined : { field: 'months', message: words.errors.months }),
    ({ remember, rememberVersion }) => {
      if (!remember) return { field: 'remember', message: words.errors.consent };
      return rememberVersion === rememberConsent.version ? undefined : { field: 'remember', message: words.errors.consentChanged };
    },
  ],
});

export type RememberState = Parameters<typeof viewForm<(typeof rememberForm)['fields']>>[1];

export interface RememberView {
  readonly remembered: Remembered | undefined;
  readonly timeZone: string;
  /** Whether there is an answer to this event that could be remembered. */
  readonly canKeep?: boolean;
  readonly state?: RememberState;
}

/** A consent of its own, apart from the answer and after it: the two are never given with one tick. */
export function Remember({ remembered, timeZone, canKeep = true, state = {} }: RememberView) {
  const { field } = viewForm(rememberForm, state);
  const tick = field('remember');
  const months = field('months');
  return (
    <section aria-labelledby="next-time">
      <h2 id="next-time">{words.title}</h2>
      <p>{remembered ? words.have(longDate(remembered.until, timeZone)) : words.offer}</p>
      {remembered && canKeep && <p>{words.again}</p>}
      {canKeep && (
        <Form hidden={{ action: 'remember', rememberVersion: String(rememberConsent.version) }} label={words.title}>
          <Radios {...months} label={words.months} options={monthsOffered.map((value) => ({ value, label: words.monthNames[value] }))} />
          <p>{words.consent[rememberConsent.version]}</p>
          <Tick {...tick} value={tick.error ? '' : tick.value} label={words.agree} hint={words.agreeHint} />
          <Button kind="quiet">{words.button}</Button>
        </Form>
      )}
      {remembered && <Forget />}
    </section>
  );
}

/** One press: what is remembered is a copy, and what was said for this event stays. */
export function Forget() {
  return (
    <Form hidden={{ action: 'forget' }} label={words.filledIn.forget}>
      <Button kind="quiet">{words.filledIn.forget}</Button>
    </Form>
  );
}

/** What somebody asked us to remember stands in the form: theirs to send, change, leave out or have forgotten. */
export function FilledIn({ remembered, timeZone }: { readonly remembered: Remembered; readonly timeZone: string }) {
  const { title, text, empty } = words.filledIn;
  return (
    <Notice title={title}>
      <p>{text(longDate(remembered.until, timeZone))}</p>
      <ButtonGroup>
        <Form hidden={{ action: 'start-empty' }} label={empty}>
          <Button kind="quiet">{empty}</Button>
        </Form>
        <Forget />
      </ButtonGroup>
    </Notice>
  );
}

export function forgottenPage({ network }: PageSetting): string {
  return saidPage({ network }, words.forgotten);
}

export function saidPage(
  { network }: PageSetting,
  { title, text, back }: { readonly title: string; readonly text: string; readonly back?: string },
): string {
  return accessFrame({
    network,
    main: (
      <>
        <h1>{title}</h1>
        <p role="status">{text}</p>
        {back && (
          <p>
            <ButtonLink href="/my-place/access" kind="quiet">
              {back}
            </ButtonLink>
          </p>
        )}
      </>
    ),
  });
}
