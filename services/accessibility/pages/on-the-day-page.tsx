import type { Role } from '@convener/contracts';
import { defineForm, longText, viewForm } from '@convener/forms';
import type { PageSetting } from '@convener/http';
import { Button, Form, Notice, TextArea } from '@convener/ui';
import { moment } from '../domain/dates.ts';
import type { EventOutline } from '../domain/event.ts';
import { type Door, type OnTheDay, shortestReason } from '../domain/on-the-day.ts';
import { askingWords } from '../words.asking.en.ts';
import { accessConsole } from './access-frame.tsx';
import { NeedSummary } from './need-summary.tsx';

const words = askingWords.onTheDay;

export const onTheDayForm = defineForm({
  fields: { reason: longText({ what: 'the reason', max: 500, says: { missing: words.tooShort } }) },
  rules: [({ reason }) => ((reason ?? '').length < shortestReason ? { field: 'reason', message: words.tooShort } : undefined)],
});

export interface DoorView extends PageSetting {
  readonly event: EventOutline;
  readonly door: Door;
  readonly roles: readonly Role[];
  readonly state?: Parameters<typeof viewForm<(typeof onTheDayForm)['fields']>>[1];
}

/** Asks for the reason, or says when it can be opened. What it says depends on the clock alone. */
export function doorPage({ network, event, door, roles, state }: DoorView): string {
  const view = viewForm(onTheDayForm, state);
  return accessConsole({
    network,
    title: words.title,
    event,
    part: { current: 'onTheDay', roles },
    errors: view.errors,
    main: (
      <>
        <h1>{words.title}</h1>
        <p class="lead">{words.lead}</p>
        <p>{words.rules}</p>
        {door.kind === 'open' ? (
          <Form>
            <p>{words.until(moment(door.until.toISOString(), event.timeZone))}</p>
            <TextArea {...view.field('reason')} label={words.reason} hint={words.reasonHint} rows={4} />
            <Button kind="danger">{words.button}</Button>
          </Form>
        ) : (
          <Notice title={words.shutTitle}>{shutWords(door, event)}</Notice>
        )}
      </>
    ),
  });
}

export function shutWords(door: Exclude<Door, { kind: 'open' }>, { timeZone }: EventOutline): string {
  switch (door.kind) {
    case 'not-yet':
      return words.notYet(moment(door.from.toISOString(), timeZone), moment(door.until.toISOString(), timeZone));
    case 'over':
      return words.over;
    case 'called-off':
      return words.calledOff;
  }
}

export interface OpenedView extends PageSetting {
  readonly opened: Extract<OnTheDay, { kind: 'opened' }>;
  readonly now: Date;
}

/** What would help, without anything else to do: only shown in answer to the reason, at no address of its own. */
export function openedPage({ network, opened: { event, needs, names }, now }: OpenedView): string {
  return accessConsole({
    network,
    title: words.title,
    event,
    main: (
      <>
        <h1>{words.openedTitle}</h1>
        <Notice kind="warning">{words.noted(moment(now.toISOString(), event.timeZone))}</Notice>
        {names === 'unavailable' && <p>{words.noNames}</p>}
        {needs.length === 0 && <p>{words.none}</p>}
        {needs.map((need) => (
          <article key={need.registrationId}>
            <h2>{need.name ?? words.nameless}</h2>
            <NeedSummary need={need} timeZone={event.timeZone} />
          </article>
        ))}
      </>
    ),
  });
}
