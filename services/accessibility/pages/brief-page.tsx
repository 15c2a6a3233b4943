import { viewForm } from '@convener/forms';
import type { PageSetting } from '@convener/http';
import { Button, Form, Notice, Select, Table, TextArea } from '@convener/ui';
import { plainDate } from '@convener/writing/dates';
import { type Brief, type BriefSending, briefParts, sendBriefBy } from '../domain/brief.ts';
import { moment } from '../domain/dates.ts';
import type { EventOutline } from '../domain/event.ts';
import type { Supplier } from '../domain/supplier.ts';
import { dayOf } from '../domain/working-days.ts';
import { arrangingWords } from '../words.arranging.en.ts';
import { supplierWords } from '../words.suppliers.en.ts';
import { accessConsole } from './access-frame.tsx';
import { briefForm } from './arranging-forms.ts';
import { versionSeen } from './version-seen.ts';

const words = supplierWords.brief;

export interface BriefPageView extends PageSetting {
  readonly event: EventOutline;
  readonly brief: Brief;
  readonly sendings: readonly BriefSending[];
  readonly suppliers: readonly Supplier[];
  readonly now: Date;
  readonly state: Parameters<typeof viewForm<(typeof briefForm)['fields']>>[1];
  /** Nobody was chosen to send it to. */
  readonly chooseWhom?: boolean;
}

/** What interpreters and captioners are told beforehand, and to whom it went. */
export function briefPage(view: BriefPageView): string {
  const { network, event, brief, now, state, chooseWhom } = view;
  const { field, errors } = viewForm(briefForm, state);
  const by = sendBriefBy(event);
  const date = plainDate(`${by}T12:00:00Z`, event.timeZone);
  const late = dayOf(now.toISOString(), event.timeZone) > by && view.sendings.length === 0;
  return accessConsole({
    network,
    title: words.title,
    event,
    errors: chooseWhom ? [...errors, { id: 'supplierId', message: words.choose }] : errors,
    main: (
      <>
        <h1>{words.title}</h1>
        <p class="lead">{words.lead}</p>
        <Notice kind={late ? 'warning' : 'info'}>{late ? words.late(date) : words.by(date)}</Notice>
        <p>{brief.version === 0 ? words.proposed : words.saved(moment(brief.changedAt, event.timeZone))}</p>
        <Form hidden={{ action: 'save', version: versionSeen(state, 'version', brief.version) }}>
          {briefParts.map((part) => (
            <TextArea
              key={part}
              {...field(part)}
              label={words.parts[part]}
              rows={part === 'joining' ? 3 : 6}
              hint={part === 'terms' ? words.termsHint : undefined}
            />
          ))}
          <Button>{words.save}</Button>
        </Form>
        <Send {...view} />
      </>
    ),
  });
}

function Send({ event, brief, sendings, suppliers, chooseWhom }: BriefPageView) {
  const { sentColumns } = words;
  return (
    <>
      <h2>{words.send}</h2>
      {brief.version === 0 && <p>{words.saveFirst}</p>}
      {suppliers.length === 0 && (
        <p>
          {words.noSuppliers} <a href="/organise/access/suppliers">{arrangingWords.board.suppliers}</a>
        </p>
      )}
      {brief.version > 0 && suppliers.length > 0 && (
        <Form hidden={{ action: 'send' }} label={words.send}>
          <Select
            name="supplierId"
            label={words.to}
            blank=""
            error={chooseWhom ? words.choose : undefined}
            options={suppliers.map(({ supplierId, name }) => ({ value: supplierId, text: name }))}
          />
          <Button>{words.sendButton}</Button>
        </Form>
      )}
      {sendings.length > 0 && (
        <Table
          id="sent"
          caption={words.sent}
          columns={[{ heading: sentColumns.to }, { heading: sentColumns.when }, { heading: sentColumns.state }]}
          rows={sendings.map(({ supplierName, at, delivered, briefVersion }) => [
            supplierName,
            moment(at, event.timeZone),
            briefVersion === brief.version ? words.states[delivered] : `${words.states[delivered]} (${words.old})`,
          ])}
        />
      )}
    </>
  );
}
