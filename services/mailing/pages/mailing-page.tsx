import { viewForm } from '@convener/forms';
import { consolePage, type PageSetting } from '@convener/http';
import type { LetterContent } from '@convener/mail/content';
import { Button, ButtonGroup, Form, Notice, ProgressBar, StatusCounts, SummaryList, Tag, TextInput, type Tone } from '@convener/ui';
import type { LetterCounts } from '../domain/breaker.ts';
import { moment } from '../domain/dates.ts';
import { type LetterState, letterStates } from '../domain/letter.ts';
import type { Mailing, MailingCommand } from '../domain/mailing.ts';
import { mailingWords as words } from '../words.mailings.en.ts';
import { LetterPreview } from './letter-preview.tsx';
import { testForm } from './mailing-forms.ts';
import { stateTones } from './mailings-page.tsx';

export interface MailingView extends PageSetting {
  readonly mailing: Mailing;
  readonly event: { readonly id: string; readonly title: string };
  readonly counts: LetterCounts;
  readonly preview: { readonly content: LetterContent; readonly text: string } | undefined;
  /** Whether the organiser asked for the page to load again by itself. */
  readonly watching: boolean;
  readonly said?: 'testSent' | 'impossible' | undefined;
  readonly state?: NonNullable<Parameters<typeof viewForm>[1]>;
}

const one = words.one;
const refreshSeconds = 5;

/** One mailing: to how many, how far it is, what it says, and what can be done with it. */
export function mailingPage(view: MailingView): string {
  const { network, mailing, event, said, watching, state = {} } = view;
  const { errors } = viewForm(testForm, state);
  const title = mailing.note ? mailing.note.subject : words.kinds[mailing.kind];
  const moving = mailing.state.kind === 'preparing' || mailing.state.kind === 'sending';
  return consolePage({
    network,
    title: `${title}: ${event.title}`,
    section: 'events',
    event: { ...event, tab: 'mailings' },
    errors,
    refreshSeconds: watching && moving ? refreshSeconds : undefined,
    main: (
      <>
        {said && (
          <Notice kind={said === 'testSent' ? 'success' : 'warning'} title={one[said].title}>
            <p>{one[said].text}</p>
          </Notice>
        )}
        <h1>{title}</h1>
        <p>
          <Tag tone={stateTones[mailing.state.kind]}>{words.states[mailing.state.kind]}</Tag>
        </p>
        <Standing {...view} />
        {moving && <Watch mailing={mailing} watching={watching} />}
        <Commands mailing={mailing} />
        <Preview {...view} />
        <p>
          <a href={`/organise/events/${event.id}/mailings`}>{one.back}</a>
        </p>
      </>
    ),
  });
}

function Standing({ mailing, counts, network }: MailingView) {
  const { state, letters } = mailing;
  switch (state.kind) {
    case 'preparing':
      return <p class="lead">{one.preparing(letters)}</p>;
    case 'ready':
    case 'discarded':
      return <p class="lead">{letters === 0 ? one.nobody : one.letters(letters)}</p>;
    case 'sending':
    case 'paused':
    case 'finished': {
      const done = Math.max(0, letters - counts.queued - counts.sending);
      return (
        <>
          {state.kind === 'paused' && (
            <Notice kind="warning">
              <p>{one.pausedBy[state.reason]}</p>
            </Notice>
          )}
          <ProgressBar id="progress" label={one.progress} value={done} max={letters} says={one.says(done, letters)} />
          <StatusCounts
            counts={letterStates
              .filter((each) => counts[each] > 0)
              .map((each) => ({ count: counts[each], label: one.counts[each], tone: tones[each], ...linkOf(each) }))}
          />
          {counts.withheld > 0 && <p>{one.withheld}</p>}
          <SummaryList
            rows={[
              { key: one.startedAt, value: moment(state.startedAt, network.timeZone) },
              ...(state.kind === 'finished' ? [{ key: one.finishedAt, value: moment(state.finishedAt, network.timeZone) }] : []),
            ]}
          />
        </>
      );
    }
  }
}

const tones: Readonly<Record<LetterState, Tone>> = {
  queued: 'plain',
  sending: 'plain',
  'in-doubt': 'attention',
  withheld: 'plain',
  failed: 'bad',
  sent: 'good',
  delivered: 'good',
  bounced: 'bad',
  complained: 'bad',
};

function linkOf(state: LetterState): { readonly href?: string } {
  return state === 'in-doubt' || state === 'failed' ? { href: '/organise/mail' } : {};
}

/** A page that loads by itself is asked for, and can be stopped; this link does the same by hand. */
function Watch({ mailing, watching }: { readonly mailing: Mailing; readonly watching: boolean }) {
  const here = `/organise/mailings/${mailing.id}`;
  return (
    <p>
      <a href={watching ? `${here}?watch=yes` : here}>{one.refresh}</a> ·{' '}
      <a href={watching ? here : `${here}?watch=yes`}>{watching ? one.unwatch : one.watch}</a>
    </p>
  );
}

const commandsOf: Readonly<Record<Mailing['state']['kind'], readonly MailingCommand[]>> = {
  preparing: ['discard'],
  ready: ['start', 'discard'],
  sending: ['pause'],
  paused: ['resume'],
  finished: [],
  discarded: [],
};

function Commands({ mailing }: { readonly mailing: Mailing }) {
  const commands = commandsOf[mailing.state.kind].filter((command) => command !== 'start' || mailing.letters > 0);
  if (commands.length === 0) return null;
  return (
    <Form action={`/organise/mailings/${mailing.id}`}>
      {commands.includes('start') && <p>{one.startNote}</p>}
      <ButtonGroup>
        {commands.map((command) => (
          <Button key={command} name="command" value={command} kind={command === 'start' || command === 'resume' ? 'main' : 'quiet'}>
            {one[command]}
          </Button>
        ))}
      </ButtonGroup>
    </Form>
  );
}

function Preview({ mailing, preview, state = {} }: MailingView) {
  const { field } = viewForm(testForm, state);
  return (
    <>
      <h2>{one.preview}</h2>
      {preview ? <LetterPreview content={preview.content} text={preview.text} /> : <p>{one.noPreview}</p>}
      {preview && (
        <Form action={`/organise/mailings/${mailing.id}/test`} label={one.test}>
          <h2>{one.test}</h2>
          <TextInput {...field('email')} label={one.testEmail} hint={one.testHint} type="email" autocomplete="email" />
          <ButtonGroup>
            <Button kind="quiet">{one.testSubmit}</Button>
          </ButtonGroup>
        </Form>
      )}
    </>
  );
}
