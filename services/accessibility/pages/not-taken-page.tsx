import { viewForm } from '@convener/forms';
import type { PageSetting } from '@convener/http';
import { Button, Checkboxes, Form } from '@convener/ui';
import { needKinds } from '../domain/need.ts';
import { words as access } from '../words.en.ts';
import { notNowWords as words } from '../words.not-now.en.ts';
import { accessForm } from './access-form.ts';
import { accessFrame, Lines } from './access-frame.tsx';
import { type FeedbackState, HowWasIt } from './feedback.tsx';
import { writtenIn } from './own-words.ts';
import { rememberForm } from './remember.tsx';
import { replyForm } from './reply-form.ts';

export interface Refusal {
  readonly title: string;
  readonly text: string;
}

/** How it was could not be taken: why, and the form as it was sent. It needs nothing of whoever sent it. */
export function howItWasAgainPage({ network }: PageSetting, { title, text }: Refusal, state: FeedbackState): string {
  return accessFrame({
    network,
    main: (
      <>
        <h1>{title}</h1>
        <p>{text}</p>
        <HowWasIt state={state} />
      </>
    ),
  });
}

export type Entered = readonly (readonly [name: string, value: string])[];

const names = ['action', ...[accessForm, rememberForm, replyForm].flatMap(({ fields }) => Object.keys(fields)), 'format'];

/** What was sent, by the names that the forms of somebody's own page have. */
export function enteredIn(fields: Readonly<Record<string, unknown>>): Entered {
  const texts = (name: string) => [fields[name]].flat().filter((value) => typeof value === 'string');
  return names.flatMap((name) => texts(name).map((value) => [name, value] as const));
}

/** Whatever was sent from somebody's own page, as it was, behind a button: sending a form twice does what sending it once does. */
export function sendAgainPage({ network }: PageSetting, entered: Entered): string {
  const written = writtenIn(Object.fromEntries(entered));
  const ticked = needKinds.filter((kind) => entered.some(([name, value]) => name === 'kinds' && value === kind));
  return accessFrame({
    network,
    main: (
      <>
        <h1>{words.title}</h1>
        <p>{words.text}</p>
        {written && <h2>{words.written}</h2>}
        <Lines text={written} />
        <Form hidden={Object.fromEntries(entered.filter(([name]) => name !== 'kinds'))}>
          {ticked.length > 0 && (
            <Checkboxes
              {...viewForm(accessForm, { kept: { kinds: ticked } }).field('kinds')}
              label={words.ticked}
              options={ticked.map((value) => ({ value, label: access.kinds[value] }))}
            />
          )}
          <Button>{words.again}</Button>
        </Form>
      </>
    ),
  });
}
