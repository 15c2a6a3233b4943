import { viewForm } from '@convener/forms';
import { type PageSetting, publicPage } from '@convener/http';
import { Button, Form, Notice, Radios, TextInput } from '@convener/ui';
import type { EventOutline } from '../domain/event.ts';
import { type EventQuestions, questionPages } from '../domain/questions.ts';
import { words } from '../words.en.ts';
import { journeyWords, supporterWords } from '../words.questions.en.ts';
import { EventFacts } from './event-facts.tsx';
import { formAddress } from './form-address.ts';
import { GroupChoice, type GroupOption } from './group-choice.tsx';
import { QuestionFields } from './question-fields.tsx';
import { questionsForm } from './questions-form.ts';
import { registerForm, supporterForm } from './register-form.ts';

export interface RegisterPageView extends PageSetting {
  readonly outline: EventOutline;
  readonly asked: EventQuestions;
  /** Groups that places are kept for; none unless said. */
  readonly groups?: readonly GroupOption[];
  /** Undefined where the event is full. */
  readonly left: 'some' | 'few' | undefined;
  /** The form's hidden id: sending it twice registers once. */
  readonly attempt: string;
  /** All on one page; `no-cookie` says that it is because the browser keeps nothing. */
  readonly whole?: 'chosen' | 'no-cookie' | undefined;
  /** They come from the page of their answers, and go back there. */
  readonly changing?: boolean;
  /** The label of its draft, where it goes over several pages. */
  readonly draft?: string | undefined;
  /** Labels of other forms for this event that were begun on this device. */
  readonly others?: readonly string[];
  /** What stands in the form was entered on this device before. */
  readonly begun?: boolean;
  readonly state?: Parameters<typeof viewForm>[1];
}

/** The form to register for one event: all of it where there is little to ask, else its first page. */
export function registerPage(view: RegisterPageView): string {
  const { network, outline, asked, groups = [], left, attempt, whole, changing, begun, others = [], state = {} } = view;
  const at = { slug: outline.slug, draft: view.draft };
  const { errors, field } = viewForm(registerForm, state);
  const goesOn = asked.questions.length > 0 && !whole;
  const hidden = { attempt, ...(whole ? { whole: 'yes' } : {}), ...(changing ? { change: 'yes' } : {}) };
  return publicPage({
    network,
    title: words.form.titleFor(outline.title),
    errors,
    backLink: changing
      ? { href: formAddress(at, 'check'), text: journeyWords.check.title }
      : { href: `/events/${outline.slug}`, text: words.back },
    main: (
      <>
        {whole === 'no-cookie' && (
          <Notice title={journeyWords.noCookie.title}>
            <p>{journeyWords.noCookie.text}</p>
          </Notice>
        )}
        <h1>{words.form.titleFor(outline.title)}</h1>
        <EventFacts outline={outline} />
        {left === undefined && <FullNotice />}
        {left === 'few' && <p>{words.form.few}</p>}
        {begun && (
          <Form action={formAddress(at)} hidden={{ forget: 'yes' }} label={journeyWords.begun.button}>
            <p>{journeyWords.begun.text}</p>
            <Button kind="quiet">{journeyWords.begun.button}</Button>
          </Form>
        )}
        {others.length > 0 && <OtherForms slug={outline.slug} others={others} />}
        <Form action={formAddress(at)} hidden={hidden}>
          <TextInput {...field('email')} label={words.form.email} hint={words.form.emailHint} type="email" autocomplete="email" />
          <TextInput {...field('name')} label={words.form.name} hint={words.form.nameHint} autocomplete="nickname" spellcheck={false} />
          <TextInput {...field('organisation')} label={words.form.organisation} autocomplete="organization" />
          <TextInput {...field('comingAs')} label={words.form.comingAs} hint={words.form.comingAsHint} />
          {asked.asksSupporter && <SupporterField state={state} />}
          <GroupChoice groups={groups} state={state} />
          <YesNo {...field('wantsReport')} label={words.form.wantsReport} />
          {whole && <WholeQuestions asked={asked} state={state} />}
          {goesOn ? <p>{journeyWords.follows(questionPages(asked.questions).length)}</p> : <AboutSupport />}
          <p>
            {words.form.privacy} <a href="/privacy">{words.form.privacyLink}</a>.
          </p>
          <Button>{buttonWords({ goesOn, changing, full: left === undefined && groups.length === 0 })}</Button>
        </Form>
        {goesOn && (
          <p>
            <a href={formAddress(at, undefined, { whole: 'yes' })}>{journeyWords.wholeLink}</a>
          </p>
        )}
      </>
    ),
  });
}

/** Somebody else's, perhaps: nothing of it is shown before they say that it is theirs. */
function OtherForms({ slug, others }: { readonly slug: string; readonly others: readonly string[] }) {
  const { text, goOn, forget } = journeyWords.others;
  return (
    <Form action={formAddress({ slug })} hidden={{ forget: 'yes' }} label={forget(others.length)}>
      <p>{text(others.length)}</p>
      <ul>
        {others.map((draft, at) => (
          <li key={draft}>
            <a href={formAddress({ slug, draft })}>{goOn(at + 1, others.length)}</a>
          </li>
        ))}
      </ul>
      <Button kind="quiet">{forget(others.length)}</Button>
    </Form>
  );
}

interface Goes {
  readonly goesOn: boolean;
  readonly changing: boolean | undefined;
  /** For everybody; somebody of a group may find a place that is kept for it. */
  readonly full: boolean;
}

function buttonWords({ goesOn, changing = false, full }: Goes): string {
  if (changing) return journeyWords.save;
  if (goesOn) return journeyWords.continue;
  return full ? words.form.joinLine : words.form.submit;
}

/** There is a waiting list, and how it goes on. */
export function FullNotice() {
  return (
    <Notice title={words.form.full}>
      <p>{words.form.fullExplained}</p>
    </Notice>
  );
}

type State = NonNullable<RegisterPageView['state']>;

function WholeQuestions({ asked, state }: { readonly asked: EventQuestions; readonly state: State }) {
  const { field } = viewForm(questionsForm(asked.questions), state);
  return (
    <>
      <h2>{journeyWords.wholeQuestions}</h2>
      <QuestionFields questions={asked.questions} field={field} all={asked.questions} />
    </>
  );
}

export function AboutSupport() {
  return (
    <>
      <h2>{words.form.support}</h2>
      <p>{words.form.supportExplained}</p>
    </>
  );
}

/** Whether somebody comes along; their name is asked of those who say yes. */
export function SupporterField({ state }: { readonly state: State }) {
  const { field } = viewForm(supporterForm, state);
  return (
    <Radios
      {...field('supporter')}
      label={supporterWords.label}
      hint={supporterWords.hint}
      options={[
        {
          value: 'yes',
          label: words.form.yes,
          reveal: <TextInput {...field('supporterName')} label={supporterWords.name} autocomplete="off" spellcheck={false} />,
        },
        { value: 'no', label: words.form.no },
      ]}
    />
  );
}

export function YesNo(props: Omit<Parameters<typeof Radios>[0], 'options'>) {
  return (
    <Radios
      {...props}
      inline
      options={[
        { value: 'yes', label: words.form.yes },
        { value: 'no', label: words.form.no },
      ]}
    />
  );
}
