import { fill, viewForm } from '@convener/forms';
import type { PageSetting } from '@convener/http';
import { Button, Form, Notice, TextArea } from '@convener/ui';
import type { KeptEvent } from '../domain/event.ts';
import type { Reflection } from '../domain/reflection.ts';
import { words } from '../words.en.ts';
import { ConsentRadios } from './consent-radios.tsx';
import { reflectForm } from './forms.ts';
import { plainPage, Question, reflectPage } from './reflect-frame.tsx';
import type { FormState } from './reflect-page.tsx';

export interface OwnView extends PageSetting {
  readonly event: KeptEvent;
  readonly reflection: Reflection;
  readonly saved?: boolean;
  readonly state?: FormState;
}

/** Somebody's own reflection, to change or withdraw. */
export function ownPage({ network, event, reflection, saved, state }: OwnView): string {
  const { errors, field } = viewForm(reflectForm, state ?? { kept: keptOf(reflection) });
  return reflectPage({
    network,
    title: `${words.own.title}: ${event.title}`,
    errors,
    main: (
      <>
        <p class="eyebrow">{event.title}</p>
        <h1>{words.own.title}</h1>
        {saved && <Notice kind="success">{words.own.saved}</Notice>}
        <Question event={event} />
        <Form label={words.own.title}>
          <TextArea {...field('words')} label={words.own.words} rows={6} />
          <ConsentRadios consent={field('consent')} name={field('name')} />
          <Button name="action" value="save">
            {words.own.save}
          </Button>
        </Form>
        <h2>{words.own.withdrawTitle}</h2>
        <p>{words.own.withdrawText}</p>
        <p>{words.own.leaving}</p>
        <Form label={words.own.withdrawTitle}>
          <Button kind="danger" name="action" value="withdraw">
            {words.own.withdraw}
          </Button>
        </Form>
      </>
    ),
  });
}

export function withdrawnPage({ network }: PageSetting): string {
  return plainPage({ network, title: words.own.goneTitle, text: [words.own.goneText] });
}

function keptOf({ standing }: Reflection) {
  if (standing.kind === 'withdrawn') return {};
  const { words: said, consent } = standing;
  return fill(reflectForm, { words: said, consent: consent.kind, name: consent.kind === 'quote-named' ? consent.name : '' });
}
