import type { Provision } from '@convener/contracts';
import { type FormView, viewForm } from '@convener/forms';
import type { PageSetting } from '@convener/http';
import { Button, Checkboxes, Form, Notice, type Option, Radios, TextArea, TextInput, Tick } from '@convener/ui';
import { longDate } from '@convener/writing/dates';
import type { Arrangement } from '../domain/arrangement.ts';
import { type Asking, kindsShown, usualAsking } from '../domain/asking.ts';
import { moment } from '../domain/dates.ts';
import type { EventOutline } from '../domain/event.ts';
import type { Holding } from '../domain/holding.ts';
import { goneBy } from '../domain/keeping.ts';
import { answerFormats, currentConsent, type Need, type NeedKind, usualReply, waysToTalk } from '../domain/need.ts';
import type { Remembered } from '../domain/remembered.ts';
import { askingWords } from '../words.asking.en.ts';
import { words } from '../words.en.ts';
import { accessForm } from './access-form.ts';
import { accessFrame, Lines, Provided } from './access-frame.tsx';
import { OurAnswer, type ReplyState } from './answer-page.tsx';
import { NeedSummary } from './need-summary.tsx';
import { FilledIn, Remember, type RememberState } from './remember.tsx';
import { versionSeen } from './version-seen.ts';

type View = FormView<(typeof accessForm)['fields']>;

export interface AccessView extends PageSetting {
  readonly event: EventOutline;
  readonly need: Need | undefined;
  readonly now: Date;
  readonly asking?: Asking;
  readonly memory?: MemoryView;
  /** What they were told about it. */
  readonly told?: { readonly arrangement: Arrangement; readonly holding: Holding; readonly state?: ReplyState };
  readonly state: Parameters<typeof viewForm<(typeof accessForm)['fields']>>[1];
}

/** What the page says of the network's next event; nothing where we cannot know the person again. */
export interface MemoryView {
  readonly remembered: Remembered | undefined;
  /** Whether what is remembered stands in the form. */
  readonly filledIn: boolean;
  readonly state?: RememberState;
}

/** What is provided already, then what else would help; whoever has answered sees what they sent first, then what can be changed. */
export function accessPage({ network, event, need, now, state, memory, told, asking = usualAsking(event.mode) }: AccessView): string {
  const view = viewForm(accessForm, state);
  const { timeZone } = event;
  return accessFrame({
    network,
    errors: [...view.errors, ...(memory?.state?.errors ?? []), ...(told?.state?.errors ?? [])],
    main: (
      <>
        <p class="eyebrow">{event.title}</p>
        <h1>{words.title}</h1>
        {need && view.errors.length === 0 && <Kept need={need} event={event} now={now} />}
        {view.errors.length > 0 && <Notice kind="warning">{need ? words.form.notChanged : words.form.notKept}</Notice>}
        {need && told && <OurAnswer event={event} need={need} {...told} />}
        {!need && <p class="lead">{words.lead}</p>}
        {asking.introduction && <Lines text={asking.introduction} />}
        <Provided event={event} now={now} />
        {memory?.filledIn && memory.remembered && <FilledIn remembered={memory.remembered} timeZone={timeZone} />}
        <Form
          hidden={{
            action: 'save',
            version: versionSeen(state, 'version', need?.version ?? 0),
            consentVersion: String(currentConsent.version),
          }}
        >
          <h2>{need ? words.form.changeHeading : words.form.heading}</h2>
          <Questions view={view} event={event} asking={asking} />
          <Reply view={view} />
          <Consent view={view} event={event} />
          <Button>{need ? words.form.change : words.form.save}</Button>
        </Form>
        {need && memory && <Remember {...memory} timeZone={timeZone} />}
        {need && <TakeBack />}
      </>
    ),
  });
}

/** A save is a moment ago when the page that follows it is shown; no query or cookie has to say so. */
const justNowMs = 60_000;

function Kept({ need, event, now }: { readonly need: Need; readonly event: EventOutline; readonly now: Date }) {
  const justNow = now.getTime() - Date.parse(need.changedAt) < justNowMs;
  const when = moment(need.changedAt, event.timeZone);
  return (
    <>
      <Notice kind={justNow ? 'success' : 'info'}>{justNow ? words.kept.now : words.kept.since(when)}</Notice>
      <h2>{words.kept.title}</h2>
      <NeedSummary need={need} timeZone={event.timeZone} />
    </>
  );
}

interface QuestionsProps {
  readonly view: View;
  readonly event: EventOutline;
  readonly asking: Asking;
}

function Questions({ view: { field }, event, asking }: QuestionsProps) {
  const kinds = field('kinds');
  // What was ticked stays, even where the event no longer offers it.
  const shown = kindsShown(asking, kinds.values);
  const talkFirst = field('talkFirst');
  return (
    <>
      <Checkboxes {...kinds} label={words.form.kinds} options={shown.map((kind) => kindOption(kind, event.provisions))} />
      <TextArea {...field('ownWords')} label={words.form.ownWords} hint={words.form.ownWordsHint} rows={5} />
      <Checkboxes
        {...talkFirst}
        label={words.form.talkFirst}
        hint={asking.contact && `${askingWords.onPage.contact} ${asking.contact}`}
        options={[
          {
            value: 'yes',
            label: words.form.talkFirstTick,
            reveal: (
              <>
                <Radios
                  {...field('talkHow')}
                  label={words.form.talkHow}
                  options={waysToTalk.map((value) => ({ value, label: words.waysToTalk[value] }))}
                />
                <TextInput {...field('talkWhen')} label={words.form.talkWhen} hint={words.form.talkWhenHint} />
              </>
            ),
          },
        ]}
      />
    </>
  );
}

/** How our answer reaches them. In the mail itself only where they say so: others may read their post. */
function Reply({ view: { field } }: { readonly view: View }) {
  const { label, hint, phone, phoneHint, byMail, byMailHint, formats } = words.reply;
  const format = field('answerFormat');
  return (
    <>
      <Radios
        {...format}
        value={format.value || usualReply.answerFormat}
        label={label}
        hint={hint}
        options={answerFormats.map((value) => ({
          value,
          label: formats[value],
          ...(value === 'phone' ? { reveal: <TextInput {...field('answerPhone')} label={phone} hint={phoneHint} /> } : {}),
        }))}
      />
      <Tick {...field('answerByMail')} label={byMail} hint={byMailHint} />
    </>
  );
}

const providedAs: Partial<Record<NeedKind, Provision['kind']>> = {
  'live-captions': 'live-captions',
  'bsl-interpreter': 'bsl-interpretation',
  'materials-in-advance': 'materials-in-advance',
  'chat-only': 'chat-only-room',
  breaks: 'regular-breaks',
  'step-free-access': 'step-free-access',
  'hearing-loop': 'hearing-loop',
  'quiet-room': 'quiet-room',
  parking: 'parking',
  food: 'dietary-choice',
};

function kindOption(kind: NeedKind, provisions: readonly Provision[]): Option {
  const isProvided = provisions.some((provision) => provision.kind === providedAs[kind]);
  return { value: kind, label: words.kinds[kind], ...(isProvided ? { hint: words.form.alreadyProvided } : {}) };
}

function Consent({ view, event }: { readonly view: View; readonly event: EventOutline }) {
  const tick = view.field('consent');
  return (
    <section aria-labelledby="agree">
      <h2 id="agree">{words.form.agreeHeading}</h2>
      <p>{words.consent[currentConsent.version]}</p>
      <p>{words.form.goneBy(longDate(goneBy(event).toISOString(), event.timeZone))}</p>
      {/* Agreeing to other words than these is not agreeing to these. */}
      <Tick {...tick} value={tick.error ? '' : tick.value} label={words.form.agree} hint={words.form.agreeHint} />
    </section>
  );
}

/** The first of the two steps; the page that asks is the second. */
export function TakeBack() {
  return (
    <section aria-labelledby="take-back">
      <h2 id="take-back">{words.takeBack.title}</h2>
      <p>{words.takeBack.text}</p>
      <Form hidden={{ action: 'ask-withdraw' }} label={words.takeBack.title}>
        <Button kind="quiet">{words.takeBack.button}</Button>
      </Form>
    </section>
  );
}
