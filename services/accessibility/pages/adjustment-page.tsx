import { viewForm } from '@convener/forms';
import type { PageSetting } from '@convener/http';
import { Button, Checkboxes, Form, Notice, Radios, Select, TextArea, TextInput, Tick } from '@convener/ui';
import { plainDate } from '@convener/writing/dates';
import { type Adjustment, adjustmentKinds, bookBy, howManyFor, isForEarlier, statesFrom } from '../domain/adjustment.ts';
import type { EventOutline } from '../domain/event.ts';
import type { Supplier } from '../domain/supplier.ts';
import { arrangingWords } from '../words.arranging.en.ts';
import { calledOffWords } from '../words.called-off.en.ts';
import { movedWords } from '../words.moved.en.ts';
import { accessConsole } from './access-frame.tsx';
import { adjustmentForm } from './arranging-forms.ts';
import type { Arranging } from './board-view.ts';
import { occasionSeen, servedSeen, versionSeen } from './version-seen.ts';

const words = arrangingWords.adjustment;

export interface AdjustmentView extends PageSetting {
  readonly event: EventOutline;
  /** Undefined for a new one. */
  readonly adjustment: Adjustment | undefined;
  readonly adjustmentId: string;
  readonly arranging: Arranging;
  readonly suppliers: readonly Supplier[];
  /** Handles of those who are ticked. */
  readonly serves: readonly string[];
  /** Handles of those whom it serves now. */
  readonly served: readonly string[];
  readonly state: Parameters<typeof viewForm<(typeof adjustmentForm)['fields']>>[1];
}

/** One thing that is arranged: what, by whom, for whom, how far, for how much. */
export function adjustmentPage(view: AdjustmentView): string {
  const { network, event, adjustment, adjustmentId, state } = view;
  const { field, errors } = viewForm(adjustmentForm, state);
  const title = adjustment ? adjustment.what : words.new;
  return accessConsole({
    network,
    title,
    event,
    errors,
    main: (
      <>
        <h1>{title}</h1>
        <p class="lead">{words.lead}</p>
        {event.calledOffAt && <Notice kind="warning">{calledOffWords.noArranging.title}</Notice>}
        {adjustment && !event.calledOffAt && isForEarlier(adjustment, event) && <Notice kind="warning">{movedWords.tag}</Notice>}
        {adjustment && !event.calledOffAt && (
          <p>
            {words.bookBy}: {plainDate(`${bookBy(event, adjustment.leadDays)}T12:00:00Z`, event.timeZone)}
          </p>
        )}
        <Form
          hidden={{
            adjustmentId,
            version: versionSeen(state, 'version', adjustment?.version ?? 0),
            occasion: occasionSeen(state, event),
            served: servedSeen(state, view.served),
          }}
        >
          <Select
            {...field('kind')}
            label={words.kind}
            blank={words.kindBlank}
            options={adjustmentKinds.map((value) => ({ value, text: arrangingWords.kinds[value] }))}
          />
          {howManyFor(adjustment?.kind ?? 'bsl-interpreter', event) === 2 && <Notice>{words.two}</Notice>}
          <TextArea {...field('what')} label={words.what} hint={words.whatHint} rows={2} />
          <Serves view={view} everybody={field('forEverybody')} />
          <TextInput {...field('ownerName')} label={words.ownerName} />
          <TextInput {...field('ownerEmail')} label={words.ownerEmail} hint={words.ownerEmailHint} type="email" />
          <Select
            {...field('supplierId')}
            label={words.supplier}
            blank={words.supplierBlank}
            options={view.suppliers.map(({ supplierId, name }) => ({ value: supplierId, text: name }))}
          />
          <TextInput {...field('leadDays')} label={words.leadDays} hint={words.leadHint} width={5} inputMode="numeric" />
          <TextInput {...field('estimated')} label={words.estimated} prefix="£" width={10} inputMode="decimal" />
          <TextInput {...field('actual')} label={words.actual} prefix="£" width={10} inputMode="decimal" />
          <Radios
            {...field('state')}
            value={field('state').value || 'to-arrange'}
            label={words.state}
            options={statesFrom(adjustment?.state ?? 'to-arrange').map((value) => ({ value, label: arrangingWords.states[value] }))}
          />
          <Button>{words.save}</Button>
        </Form>
        <p>
          <a href={`/organise/events/${event.eventId}/access`}>{words.back}</a>
        </p>
      </>
    ),
  });
}

function Serves({ view: { arranging, serves }, everybody }: { readonly view: AdjustmentView; readonly everybody: TickField }) {
  return (
    <>
      <Tick {...everybody} label={words.everybody} />
      {arranging.people.length > 0 && (
        <Checkboxes
          name="people"
          label={words.serves}
          values={serves}
          options={arranging.people.map(({ handle, need }) => ({ value: handle, label: arranging.nameOf(need.registrationId) }))}
        />
      )}
    </>
  );
}

interface TickField {
  readonly name: string;
  readonly id: string;
  readonly value: string;
}
