import { fill, viewForm } from '@convener/forms';
import { consolePage, type PageSetting } from '@convener/http';
import type { LetterContent } from '@convener/mail/content';
import { Button, ButtonGroup, Form, Notice, Radios, TextArea, TextInput } from '@convener/ui';
import { type Timing, timingUnits } from '../domain/around.ts';
import { type EditableLetter, fieldsOf, isUnproven, type LetterText } from '../domain/letter-texts.ts';
import type { LetterAround } from '../domain/letters-around.ts';
import { lettersWords as words } from '../words.letters.en.ts';
import { mailingWords } from '../words.mailings.en.ts';
import { formOfWords, timeForm } from './letter-forms.ts';
import { LetterPreview } from './letter-preview.tsx';
import { whenItGoes } from './letters-page.tsx';
import { testForm } from './mailing-forms.ts';

type FormState = NonNullable<Parameters<typeof viewForm>[1]>;

export interface LetterView extends PageSetting {
  readonly event: { readonly id: string; readonly title: string; readonly timeZone: string };
  readonly letter: LetterAround;
  /** As it stands: an organiser's words, or ours. */
  readonly text: LetterText;
  readonly preview: { readonly content: LetterContent; readonly text: string } | undefined;
  /** Whether the preview is of what was entered and is not saved. */
  readonly previewing?: boolean;
  readonly said?: 'saved' | 'testSent' | undefined;
  /** What came back: of the words, the time, or the address for a test. */
  readonly words?: FormState;
  readonly time?: FormState;
  readonly test?: FormState;
}

/** One letter around an event: when it goes, what it says, how it looks. */
export function letterPage(view: LetterView): string {
  const { network, event, letter, said } = view;
  const name = words.names[letter.letter];
  const errors = [view.time, view.words, view.test].flatMap((state) => state?.errors ?? []);
  return consolePage({
    network,
    title: `${name}: ${event.title}`,
    section: 'events',
    event: { ...event, tab: 'mailings' },
    errors,
    main: (
      <>
        {said && <Said said={said} />}
        <h1>{name}</h1>
        <p class="lead">{whenItGoes(letter, event.timeZone)}.</p>
        {letter.timing && <Time {...view} timing={letter.timing} />}
        <Words {...view} />
        <Preview {...view} />
        <p>
          <a href={`/organise/events/${event.id}/letters`}>{words.back}</a>
        </p>
      </>
    ),
  });
}

function Said({ said }: { readonly said: 'saved' | 'testSent' }) {
  const { title, text } = said === 'saved' ? words.saved : mailingWords.one.testSent;
  return (
    <Notice kind="success" title={title}>
      <p>{text}</p>
    </Notice>
  );
}

const here = ({ event, letter }: LetterView) => `/organise/events/${event.id}/letters/${letter.letter}`;

function Time({ timing, time, ...view }: LetterView & { readonly timing: Timing }) {
  const { letter } = view;
  const { field } = viewForm(timeForm, time ?? { kept: fill(timeForm, { goes: timing.on, amount: timing.amount, unit: timing.unit }) });
  if (letter.standing?.kind === 'gone' || letter.standing?.kind === 'with-joining') return <p>{words.time.gone}</p>;
  return (
    <Form action={`${here(view)}/time`} label={words.time.title}>
      <h2>{words.time.title}</h2>
      <Radios
        {...field('goes')}
        label={words.time.goes}
        inline
        options={[
          { value: 'yes', label: words.time.yes },
          { value: 'no', label: words.time.no },
        ]}
      />
      <TextInput
        {...field('amount')}
        label={letter.letter === 'thanks' ? words.time.after : words.time.before}
        hint={words.time.amountHint}
        width={3}
        inputMode="numeric"
      />
      <Radios
        {...field('unit')}
        label={words.time.unit}
        inline
        options={timingUnits.map((value) => ({ value, label: words.time.units[value] }))}
      />
      <ButtonGroup>
        <Button kind="quiet">{words.time.submit}</Button>
      </ButtonGroup>
    </Form>
  );
}

function Words({ words: state, text, ...view }: Omit<LetterView, 'text'> & { readonly text: LetterText }) {
  const { own, letter } = view.letter;
  const form = formOfWords(letter);
  const { field } = viewForm(form, state ?? { kept: fill(form, { subject: text.subject, body: text.body }) });
  return (
    <>
      <h2>{words.text.title}</h2>
      <p>{own ? words.text.isOwn : words.text.isStandard}</p>
      <Form action={here({ ...view, text })} label={words.text.title}>
        {isUnproven(letter) && <p>{words.text.unproven}</p>}
        <p>{words.text.fields(fieldsOf(letter))}</p>
        <TextInput {...field('subject')} label={words.text.subject} hint={words.text.subjectHint} />
        <TextArea {...field('body')} label={words.text.body} hint={hintFor(letter)} rows={10} />
        <ButtonGroup>
          <Button name="do" value="save">
            {words.text.submit}
          </Button>
          <Button kind="quiet" name="do" value="preview">
            {words.text.preview}
          </Button>
        </ButtonGroup>
      </Form>
      {own && (
        <Form action={`${here({ ...view, text })}/standard`} label={words.text.standard}>
          <ButtonGroup>
            <Button kind="quiet">{words.text.standard}</Button>
          </ButtonGroup>
        </Form>
      )}
    </>
  );
}

/** What stands above and below the words by itself. */
function hintFor(letter: EditableLetter): string {
  if (letter === 'report') return words.text.reportHint;
  return isUnproven(letter) ? words.text.unprovenHint : words.text.hint;
}

function Preview(view: LetterView) {
  const { preview, previewing, test } = view;
  const { field } = viewForm(testForm, test ?? {});
  if (!preview) return null;
  return (
    <>
      <h2 id="preview">{previewing ? words.previewOf.entered : words.previewOf.saved}</h2>
      <LetterPreview content={preview.content} text={preview.text} />
      <Form action={`${here(view)}/test`} label={mailingWords.one.test}>
        <h2>{mailingWords.one.test}</h2>
        <p>{words.testText}</p>
        <TextInput
          {...field('email')}
          label={mailingWords.one.testEmail}
          hint={mailingWords.one.testHint}
          type="email"
          autocomplete="email"
        />
        <ButtonGroup>
          <Button kind="quiet">{mailingWords.one.testSubmit}</Button>
        </ButtonGroup>
      </Form>
    </>
  );
}
