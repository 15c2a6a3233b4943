import { type FieldError, type Kept, viewForm } from '@convener/forms';
import { consolePage, type PageSetting } from '@convener/http';
import { Button, ButtonGroup, ButtonLink, Form, Notice, Radios, TextInput } from '@convener/ui';
import { organiseWords } from '../words.organise.en.ts';
import { placeWords } from '../words.place.en.ts';
import { type Correctable, correctForm, correctionKept, groupsFor, noGroup } from './correct-form.ts';
import { EnterSupporter } from './enter-page.tsx';
import { QuestionFields } from './question-fields.tsx';
import { questionsForm } from './questions-form.ts';
import { YesNo } from './register-page.tsx';

const own = organiseWords.correct;

export interface CorrectPageView extends PageSetting, Correctable {
  /** What the form is made from; sent along, so that nothing is overwritten unseen. */
  readonly version: number;
  readonly state?: { readonly kept: Kept; readonly errors: readonly FieldError[] };
  /** Somebody else was quicker: how it stands now is a page away. */
  readonly meanwhile?: boolean;
}

/** An organiser corrects what is held of somebody: details, supporter, group and answers on one page. */
export function correctPage(view: CorrectPageView): string {
  const { network, event, registration, questions, version, meanwhile } = view;
  const { outline } = event;
  const state = view.state ?? { kept: correctionKept(view, version), errors: [] };
  const { errors, field } = viewForm(correctForm, state);
  const one = `/organise/events/${outline.eventId}/registrations/${registration.registrationId}`;
  return consolePage({
    network,
    title: own.title,
    section: 'events',
    event: { id: outline.eventId, title: outline.title, tab: 'registrations' },
    errors,
    main: (
      <Form action={`${one}/edit`} hidden={{ version: String(version), whole: 'yes' }}>
        <h1>{own.title}</h1>
        {meanwhile && (
          <Notice title={own.meanwhileTitle}>
            <p>
              <a href={one}>{own.asItStands}</a>
            </p>
          </Notice>
        )}
        <TextInput {...field('name')} label={organiseWords.enter.name} autocomplete="off" spellcheck={false} />
        <TextInput {...field('organisation')} label={organiseWords.enter.organisation} autocomplete="off" />
        <TextInput {...field('comingAs')} label={organiseWords.enter.comingAs} hint={organiseWords.enter.comingAsHint} autocomplete="off" />
        <Group view={view} field={field('group')} />
        <YesNo {...field('wantsReport')} label={organiseWords.enter.wantsReport} />
        <Radios
          {...field('format')}
          label={own.format}
          options={[
            { value: 'html', label: placeWords.place.formats.html },
            { value: 'text', label: placeWords.place.formats.text },
          ]}
        />
        {event.questions.asksSupporter && <EnterSupporter state={state} />}
        <QuestionFields questions={questions} field={viewForm(questionsForm(questions), state).field} all={questions} />
        <p>
          {registration.email === '' ? own.noAddress : own.address} <a href={`${one}/cancel`}>{own.cancelIt}</a>
        </p>
        <ButtonGroup>
          <Button>{own.submit}</Button>
          <ButtonLink href={one} kind="quiet">
            {own.no}
          </ButtonLink>
        </ButtonGroup>
      </Form>
    ),
  });
}

function Group({ view, field }: { readonly view: Correctable; readonly field: Omit<Parameters<typeof Radios>[0], 'label' | 'options'> }) {
  const groups = groupsFor(view.event, view.registration);
  if (groups.length === 0) return null;
  return (
    <Radios
      {...field}
      label={organiseWords.enter.group}
      hint={view.registration.state.kind === 'waitlisted' ? own.groupHintWaiting : own.groupHint}
      options={[...groups.map(({ id, name }) => ({ value: id, label: name })), { value: noGroup, label: organiseWords.enter.noGroup }]}
    />
  );
}
