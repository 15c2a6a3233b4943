import { type FormView, viewForm } from '@convener/forms';
import type { PageSetting } from '@convener/http';
import { Button, Checkboxes, Form, Notice, Radios, Select, TextArea, TextInput, Tick } from '@convener/ui';
import { longDate } from '@convener/writing/dates';
import type { Spoken } from '../domain/by-voice.ts';
import type { EventOutline } from '../domain/event.ts';
import { goneBy } from '../domain/keeping.ts';
import { answerFormats, kindsFor, spokenConsent, waysTold } from '../domain/need.ts';
import { byVoiceWords as words } from '../words.by-voice.en.ts';
import { words as accessWords } from '../words.en.ts';
import { onTheirWordWords } from '../words.on-their-word.en.ts';
import { accessConsole } from './access-frame.tsx';
import { byVoiceForm, keptByVoice } from './by-voice-form.ts';
import { NeedSummary } from './need-summary.tsx';
import { versionSeen } from './version-seen.ts';

type View = FormView<(typeof byVoiceForm)['fields']>;

export interface ByVoiceView extends PageSetting, Spoken {
  readonly state?: Parameters<typeof viewForm<(typeof byVoiceForm)['fields']>>[1];
}

/** Writes down what somebody told the coordinator, with their yes to its being kept. */
export function byVoicePage({ network, event, people, chosen, state }: ByVoiceView): string {
  const view = viewForm(byVoiceForm, state ?? { kept: keptByVoice(chosen?.registrationId, chosen?.need) });
  const { field } = view;
  const hidden = { version: versionSeen(state, 'version', chosen?.need?.version ?? 0), consentVersion: String(spokenConsent.version) };
  return accessConsole({
    network,
    title: words.title,
    event,
    errors: view.errors,
    main: (
      <>
        <h1>{chosen ? words.about(chosen.name ?? accessWords.list.nameless) : words.title}</h1>
        <p class="lead">{words.lead}</p>
        {view.errors.length > 0 && <Notice kind="warning">{words.notKept}</Notice>}
        {chosen?.need && (
          <section aria-labelledby="before">
            <h2 id="before">{words.before}</h2>
            <NeedSummary need={chosen.need} timeZone={event.timeZone} />
            <p>{words.instead}</p>
          </section>
        )}
        <Form action={`/organise/events/${event.eventId}/access/record`} hidden={hidden}>
          {chosen ? (
            <input type="hidden" name="registrationId" value={chosen.registrationId} />
          ) : (
            <Select
              {...field('registrationId')}
              label={words.who}
              hint={words.whoHint}
              blank={words.choose}
              options={people.map(({ registrationId, name }) => ({ value: registrationId, text: name ?? accessWords.list.nameless }))}
            />
          )}
          <Said view={view} event={event} />
          <Agreed view={view} event={event} />
          <Button>{words.save}</Button>
        </Form>
      </>
    ),
  });
}

function Said({ view: { field }, event }: { readonly view: View; readonly event: EventOutline }) {
  const kinds = field('kinds');
  // What was ticked stays, even where the event does not offer it.
  const shown = kindsFor('hybrid').filter((kind) => kindsFor(event.mode).includes(kind) || kinds.values.includes(kind));
  return (
    <>
      <Checkboxes {...kinds} label={words.kinds} options={shown.map((value) => ({ value, label: accessWords.kinds[value] }))} />
      <TextArea {...field('ownWords')} label={words.ownWords} rows={5} />
      <Radios {...field('how')} label={words.how} options={waysTold.map((value) => ({ value, label: onTheirWordWords.ways[value] }))} />
      <Radios
        {...field('answerFormat')}
        label={words.answer}
        options={answerFormats.map((value) => ({
          value,
          label: accessWords.reply.formats[value],
          ...(value === 'phone' ? { reveal: <TextInput {...field('answerPhone')} label={words.phone} hint={words.phoneHint} /> } : {}),
        }))}
      />
    </>
  );
}

function Agreed({ view, event }: { readonly view: View; readonly event: EventOutline }) {
  const tick = view.field('consent');
  return (
    <section aria-labelledby="agree">
      <h2 id="agree">{words.agreeTitle}</h2>
      <p>{words.readOut}</p>
      <blockquote>
        <p>{words.consent[spokenConsent.version]}</p>
        <p>{accessWords.form.goneBy(longDate(goneBy(event).toISOString(), event.timeZone))}</p>
      </blockquote>
      {/* Agreeing to other words than these is not agreeing to these. */}
      <Tick {...tick} value={tick.error ? '' : tick.value} label={words.agree} hint={words.agreeHint} />
    </section>
  );
}
