import { type FormView, viewForm } from '@convener/forms';
import type { PageSetting } from '@convener/http';
import { Button, Checkboxes, Form, Notice, Radios, SummaryList, Tag, TextArea, TextInput } from '@convener/ui';
import type { Adjustment } from '../domain/adjustment.ts';
import { type Arrangement, deliveryFor, personState, promised, type Telling } from '../domain/arrangement.ts';
import { moment } from '../domain/dates.ts';
import type { EventOutline } from '../domain/event.ts';
import type { Need } from '../domain/need.ts';
import { answerWords } from '../words.answer.en.ts';
import { arrangingWords } from '../words.arranging.en.ts';
import { words as accessWords } from '../words.en.ts';
import { movedWords } from '../words.moved.en.ts';
import { tellingWords as words } from '../words.telling.en.ts';
import { accessConsole, Lines } from './access-frame.tsx';
import { keptTelling, tellingForm, tickedText } from './arranging-forms.ts';
import { FallenThrough } from './fallen-through.tsx';
import { NeedSummary } from './need-summary.tsx';
import { OnTheirWord } from './on-their-word.tsx';
import { occasionSeen, versionSeen } from './version-seen.ts';

export interface PersonPageView extends PageSetting {
  readonly event: EventOutline;
  readonly need: Need;
  readonly name: string | undefined;
  /** What stands for them in addresses. */
  readonly handle: string;
  readonly now: Date;
  readonly arrangement: Arrangement;
  readonly adjustments: readonly Adjustment[];
  /** The form that tells them, as it came back; what stands there otherwise follows from what is arranged. */
  readonly state?: Parameters<typeof viewForm<(typeof tellingForm)['fields']>>[1];
}

/** One person: what they said, what serves them, what they are told, what they say to it. */
export function personPage(view: PersonPageView): string {
  const { network, event, need, arrangement, adjustments } = view;
  const name = view.name ?? accessWords.list.nameless;
  const standing = personState(need, arrangement, { event, adjustments });
  const state = view.state ?? { kept: keptTelling(arrangement.telling, proposed(view), standing === 'fallen-through') };
  const form = viewForm(tellingForm, state);
  return accessConsole({
    network,
    title: words.title,
    event,
    errors: form.errors,
    main: (
      <>
        <h1>{name}</h1>
        <p>
          <Tag>{arrangingWords.people[standing]}</Tag>
        </p>
        {standing === 'moved' && <Notice kind="warning">{movedWords.person}</Notice>}
        {standing === 'fallen-through' && <FallenThrough arrangement={arrangement} adjustments={adjustments} />}
        <h2>{words.said}</h2>
        <NeedSummary need={need} timeZone={event.timeZone} />
        <Links arrangement={arrangement} adjustments={adjustments} />
        {arrangement.telling && (
          <Told
            need={need}
            telling={arrangement.telling}
            arrangement={arrangement}
            event={event}
            holds={standing !== 'moved' && standing !== 'fallen-through'}
          />
        )}
        <Tell
          need={need}
          arrangement={arrangement}
          form={form}
          seen={{
            tellingVersion: versionSeen(view.state, 'tellingVersion', arrangement.telling?.version ?? 0),
            occasion: occasionSeen(view.state, event),
          }}
        />
        <OnTheirWord event={event} handle={view.handle} now={view.now} />
        <p>
          <a href={`/organise/events/${event.eventId}/access`}>{arrangingWords.adjustment.back}</a>
        </p>
      </>
    ),
  });
}

/** What may be promised already, one thing in a line. */
function proposed({ arrangement, adjustments, event }: PersonPageView): string {
  return promised(arrangement, adjustments, event)
    .map(({ what }) => what)
    .join('\n');
}

function Links({ arrangement, adjustments }: { readonly arrangement: Arrangement; readonly adjustments: readonly Adjustment[] }) {
  return (
    <>
      <h2>{words.linked}</h2>
      {adjustments.length === 0 ? (
        <p>{words.nothing}</p>
      ) : (
        <Form hidden={{ action: 'link', linked: tickedText(arrangement.adjustmentIds) }} label={words.linked}>
          <Checkboxes
            name="adjustments"
            label={words.linkedHint}
            values={arrangement.adjustmentIds}
            options={adjustments.map(({ adjustmentId, what, state }) => ({
              value: adjustmentId,
              label: what,
              hint: arrangingWords.states[state],
            }))}
          />
          <Button kind="quiet">{words.saveLinks}</Button>
        </Form>
      )}
    </>
  );
}

interface ToldProps {
  readonly need: Need;
  readonly telling: Telling;
  readonly arrangement: Arrangement;
  readonly event: EventOutline;
  /** Whether that is still so. */
  readonly holds: boolean;
}

function Told({ need, telling, arrangement: { reply }, event, holds }: ToldProps) {
  const { provided, cannot, contact, delivery, delivered, at, version } = telling;
  const answer = answerWords;
  const ring = delivery === 'ring';
  return (
    <>
      <h2>{words.told}</h2>
      <SummaryList
        rows={[
          ...(provided ? [{ key: answer.provided, value: <Lines text={provided} /> }] : []),
          ...(cannot
            ? [
                { key: answer.reason, value: <Lines text={cannot.reason} /> },
                { key: answer.alternative, value: <Lines text={cannot.alternative} /> },
              ]
            : []),
          { key: answer.contact, value: contact },
          { key: words.toldAt, value: moment(at, event.timeZone) },
          ...(reply?.to === version
            ? [{ key: words.reply, value: reply.kind === 'works' ? words.works : <DoesNot ownWords={reply.ownWords} /> }]
            : []),
        ]}
      />
      {telling.needVersion !== need.version && <Notice kind="warning">{words.changed}</Notice>}
      <p>
        {ring
          ? delivered === 'done'
            ? words.rungDone
            : `${words.ring} ${need.answerPhone}`
          : delivered === 'waiting' && !holds
            ? words.held
            : words.delivered[delivered]}
      </p>
      {((ring && delivered !== 'done') || delivered === 'sending' || delivered === 'refused') && (
        <Form hidden={{ action: 'rung', tellingVersion: String(version) }} label={words.rung}>
          <Button kind="quiet">{words.rung}</Button>
        </Form>
      )}
    </>
  );
}

function DoesNot({ ownWords }: { readonly ownWords: string }) {
  return (
    <>
      <p>{ownWords.trim() === '' ? words.doesNotAlone : words.doesNot}</p>
      <Lines text={ownWords} />
    </>
  );
}

interface TellProps {
  readonly need: Need;
  readonly arrangement: Arrangement;
  readonly form: FormView<(typeof tellingForm)['fields']>;
  /** The version of the answer that the page showed. */
  readonly seen: Readonly<Record<'tellingVersion' | 'occasion', string>>;
}

function Tell({ need, arrangement: { telling }, form: { field }, seen }: TellProps) {
  const format = need.answerFormat === 'usual' || need.answerFormat === 'phone' ? undefined : words.formats[need.answerFormat];
  return (
    <Form hidden={{ action: 'tell', ...seen }} label={words.tell}>
      <h2>{words.tell}</h2>
      <p>
        {words.tellLead[deliveryFor(need)]} {format}
      </p>
      <TextArea {...field('provided')} label={words.provided} hint={words.providedHint} rows={5} />
      <Radios
        {...field('which')}
        label={words.which}
        options={[
          { value: 'provided', label: words.weWill },
          {
            value: 'cannot',
            label: words.weCannot,
            reveal: (
              <>
                <TextArea {...field('reason')} label={words.reason} rows={3} />
                <TextArea {...field('alternative')} label={words.alternative} rows={3} />
              </>
            ),
          },
        ]}
      />
      <TextInput {...field('contact')} label={words.contact} hint={words.contactHint} />
      <Button>{telling ? words.sendAgain : words.send}</Button>
    </Form>
  );
}
