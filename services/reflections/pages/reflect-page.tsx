import { type FieldError, type Kept, viewForm } from '@convener/forms';
import type { PageSetting } from '@convener/http';
import { Button, ButtonLink, Copyable, Details, Form, Panel, TextArea } from '@convener/ui';
import type { KeptEvent } from '../domain/event.ts';
import type { Room } from '../domain/rooms.ts';
import { words } from '../words.en.ts';
import { ConsentRadios } from './consent-radios.tsx';
import { reflectForm } from './forms.ts';
import { Care, Question, reflectPage } from './reflect-frame.tsx';

export interface FormState {
  readonly kept?: Kept;
  readonly errors?: readonly FieldError[];
}

export interface ReflectView extends PageSetting {
  readonly event: KeptEvent;
  readonly room: Room | undefined;
  /** The hidden id of this form: sent twice it is one reflection. */
  readonly attempt: string;
  readonly state?: FormState;
}

/** The question, and a form to say something about it. */
export function reflectFormPage({ network, event, room, attempt, state }: ReflectView): string {
  const { errors, field } = viewForm(reflectForm, state);
  return reflectPage({
    network,
    title: `${words.reflect.title}: ${event.title}`,
    errors,
    main: (
      <>
        <p class="eyebrow">{room ? `${event.title}, ${room.label}` : event.title}</p>
        <h1>{words.reflect.title}</h1>
        <p class="lead">{words.reflect.lead}</p>
        <Question event={event} />
        <Care />
        <Form hidden={{ attempt }}>
          <TextArea {...field('words')} label={words.reflect.words} hint={words.reflect.wordsHint} rows={6} />
          <Details summary={words.reflect.prompts}>
            <p>{words.reflect.promptsLead}</p>
            <ul>
              {words.reflect.promptList.map((prompt) => (
                <li key={prompt}>{prompt}</li>
              ))}
            </ul>
            <p>{words.reflect.example}</p>
          </Details>
          <ConsentRadios consent={field('consent')} name={field('name')} />
          <p>{words.reflect.anonymous}</p>
          <Button>{words.reflect.send}</Button>
        </Form>
      </>
    ),
  });
}

export interface ThanksView extends PageSetting {
  readonly event: KeptEvent;
  /** In full, to be kept. */
  readonly ownLink: string;
  readonly again: string;
}

/** It has arrived; the private link is shown this once. */
export function thanksPage({ network, event, ownLink, again }: ThanksView): string {
  return reflectPage({
    network,
    title: words.thanks.title,
    main: (
      <>
        <Panel title={words.thanks.title}>
          <p>{event.title}</p>
        </Panel>
        <p>{words.thanks.next}</p>
        <h2>{words.thanks.linkTitle}</h2>
        <p>{words.thanks.linkText}</p>
        <Copyable text={ownLink} label={words.thanks.linkLabel} />
        <p>
          <a href={ownLink}>{words.thanks.open}</a>
        </p>
        <p>
          <ButtonLink href={again}>{words.thanks.another}</ButtonLink>
        </p>
      </>
    ),
  });
}
