import { viewForm } from '@convener/forms';
import { type PageSetting, publicPage } from '@convener/http';
import { Button, Form, Notice, Radios, TextInput } from '@convener/ui';
import type { EventOutline } from '../domain/event.ts';
import { words } from '../words.en.ts';
import { EventFacts } from './event-facts.tsx';
import { registerForm } from './register-form.ts';

export interface RegisterPageView extends PageSetting {
  readonly outline: EventOutline;
  /** Undefined where the event is full. */
  readonly left: 'some' | 'few' | undefined;
  /** The form's hidden id: sending it twice registers once. */
  readonly attempt: string;
  readonly state?: Parameters<typeof viewForm>[1];
}

/** The form to register for one event. */
export function registerPage({ network, outline, left, attempt, state = {} }: RegisterPageView): string {
  const { errors, field } = viewForm(registerForm, state);
  return publicPage({
    network,
    title: words.form.titleFor(outline.title),
    errors,
    backLink: { href: `/events/${outline.slug}`, text: words.back },
    main: (
      <>
        <h1>{words.form.titleFor(outline.title)}</h1>
        <EventFacts outline={outline} />
        {left === undefined ? (
          <Notice title={words.form.full}>
            <p>{words.form.fullExplained}</p>
          </Notice>
        ) : (
          left === 'few' && <p>{words.form.few}</p>
        )}
        <Form action={`/events/${outline.slug}/register`} hidden={{ attempt }}>
          <TextInput {...field('email')} label={words.form.email} hint={words.form.emailHint} type="email" autocomplete="email" />
          <TextInput {...field('name')} label={words.form.name} hint={words.form.nameHint} autocomplete="nickname" spellcheck={false} />
          <TextInput {...field('organisation')} label={words.form.organisation} autocomplete="organization" />
          <TextInput {...field('comingAs')} label={words.form.comingAs} hint={words.form.comingAsHint} />
          <YesNo {...field('wantsReport')} label={words.form.wantsReport} />
          <h2>{words.form.support}</h2>
          <p>{words.form.supportExplained}</p>
          <p>
            {words.form.privacy} <a href="/privacy">{words.form.privacyLink}</a>.
          </p>
          <Button>{words.form.submit}</Button>
        </Form>
      </>
    ),
  });
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
