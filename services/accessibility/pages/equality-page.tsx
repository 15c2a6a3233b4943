import { defineForm, type FormValues, oneOf, viewForm } from '@convener/forms';
import { type PageSetting, publicPage } from '@convener/http';
import { Button, Form, Radios } from '@convener/ui';
import { type EqualityAnswer, equalityQuestionNames, equalityQuestions } from '../domain/equality.ts';
import type { EventOutline } from '../domain/event.ts';
import { equalityWords as words } from '../words.equality.en.ts';

const choice = (question: keyof typeof equalityQuestions) =>
  oneOf({ what: 'one of the answers', from: equalityQuestions[question], optional: true });

export const equalityForm = defineForm({
  fields: {
    age: choice('age'),
    gender: choice('gender'),
    trans: choice('trans'),
    ethnicGroup: choice('ethnicGroup'),
    religion: choice('religion'),
    orientation: choice('orientation'),
    disabled: choice('disabled'),
    carer: choice('carer'),
  },
  rules: [(values) => (Object.values(values).some(Boolean) ? undefined : { field: 'age', message: words.errors.nothing })],
});

export function answersOf(values: FormValues<typeof equalityForm>): readonly EqualityAnswer[] {
  return equalityQuestionNames.flatMap((question) => {
    const given = values[question];
    return given ? [{ question, choice: given }] : [];
  });
}

export interface EqualityView extends PageSetting {
  /** Unknown while nothing answers. */
  readonly event: EventOutline | undefined;
  /** Why it was not taken, though nothing in it is wrong. */
  readonly refused?: { readonly title: string; readonly text: string };
  readonly state?: Parameters<typeof viewForm<(typeof equalityForm)['fields']>>[1];
}

/** Who comes, asked of nobody in particular: no session, no id, no words of one's own. */
export function equalityPage({ network, event, state, refused }: EqualityView): string {
  const view = viewForm(equalityForm, state);
  return publicPage({
    network,
    title: refused ? `${refused.title}: ${words.title}` : words.title,
    errors: view.errors,
    main: (
      <>
        {event && <p class="eyebrow">{event.title}</p>}
        <h1>{refused ? refused.title : words.title}</h1>
        {refused ? (
          <>
            <p>{refused.text}</p>
            <h2>{words.title}</h2>
          </>
        ) : (
          <Lead />
        )}
        <Form>
          {equalityQuestionNames.map((question) => (
            <Radios
              key={question}
              {...view.field(question)}
              label={words.questions[question]}
              options={equalityQuestions[question].map((value) => ({ value, label: words.choices[question][value] ?? value }))}
            />
          ))}
          <Button>{words.button}</Button>
        </Form>
      </>
    ),
  });
}

function Lead() {
  return (
    <>
      <p class="lead">{words.lead}</p>
      <ul>
        {words.promise.map((promise) => (
          <li key={promise}>{promise}</li>
        ))}
      </ul>
    </>
  );
}

export function equalitySaidPage(
  { network, event }: PageSetting & { readonly event: EventOutline },
  { title, text }: { readonly title: string; readonly text: string },
): string {
  return publicPage({
    network,
    title: words.title,
    main: (
      <>
        <p class="eyebrow">{event.title}</p>
        <h1>{title}</h1>
        <p role="status">{text}</p>
        <p>
          <a href={`/events/${event.slug}`}>{event.title}</a>
        </p>
      </>
    ),
  });
}
