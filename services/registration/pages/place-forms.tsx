import { fill, type Kept, viewForm } from '@convener/forms';
import { type PageSetting, publicPage } from '@convener/http';
import { Button, ButtonGroup, ButtonLink, Form, Radios, TextInput } from '@convener/ui';
import { groupsToChoose } from '../domain/decide-group.ts';
import { type Event, isOpen } from '../domain/event.ts';
import type { MyPlace } from '../domain/my-place.ts';
import type { Details, Registration } from '../domain/registration.ts';
import { words } from '../words.en.ts';
import { placeWords } from '../words.place.en.ts';
import { GroupChoice, none } from './group-choice.tsx';
import { detailsForm, supporterForm } from './register-form.ts';
import { SupporterField, YesNo } from './register-page.tsx';

const toPlace = { href: '/my-place', text: words.yourPlace };

export interface DetailsView extends PageSetting {
  readonly registration: Registration;
  readonly event: Event;
  /** Of what is held as the page is made. */
  readonly version: number;
  /** It was changed while they looked at it. */
  readonly meanwhile?: boolean;
  readonly state?: Parameters<typeof viewForm>[1];
}

/** The form of somebody's own details, as they stand or as they were entered. */
export function detailsPage({ network, registration, event, version, meanwhile, state }: DetailsView): string {
  const { details, group = none } = registration;
  const { asksSupporter } = event.questions;
  const shown = state ?? { kept: { ...fill(detailsForm, { ...details, group }), ...supporterKept(details) } };
  const { errors, field } = viewForm(detailsForm, shown);
  return publicPage({
    network,
    title: placeWords.details.title,
    errors,
    backLink: toPlace,
    main: (
      <Form action="/my-place/details" hidden={{ version: String(version) }}>
        <h1>{placeWords.details.title}</h1>
        {meanwhile && (
          <p>
            <a href="/my-place/details">{placeWords.details.asItStands}</a>
          </p>
        )}
        <TextInput {...field('name')} label={words.form.name} hint={words.form.nameHint} autocomplete="nickname" spellcheck={false} />
        <TextInput {...field('organisation')} label={words.form.organisation} autocomplete="organization" />
        <TextInput {...field('comingAs')} label={words.form.comingAs} hint={words.form.comingAsHint} />
        {asksSupporter && <SupporterField state={shown} />}
        <GroupChoice groups={groupsToChoose(event.places, registration.group)} state={shown} />
        <YesNo {...field('wantsReport')} label={words.form.wantsReport} />
        <Radios
          {...field('format')}
          label={placeWords.details.format}
          options={[
            { value: 'html', label: placeWords.place.formats.html },
            { value: 'text', label: placeWords.place.formats.text },
          ]}
        />
        <p>{placeWords.details.address}</p>
        <Button>{placeWords.details.submit}</Button>
      </Form>
    ),
  });
}

/** Who comes along, as the form holds it. */
function supporterKept({ supporter }: Details): Kept {
  return fill(supporterForm, { supporter: supporter !== undefined, supporterName: supporter?.name ?? '' });
}

/** Asks before a place, or a place in the line, is given up. */
export function cancelPage({ network, place, now }: PageSetting & { readonly place: MyPlace; readonly now: Date }): string {
  const waiting = place.status === 'waitlisted';
  const title = waiting ? placeWords.cancel.titleWaiting : placeWords.cancel.title;
  return askPage(
    { network },
    {
      title,
      lead: place.event.outline.title,
      text: waiting ? placeWords.cancel.textWaiting : whereItGoes(place, now),
      action: '/my-place/cancel',
      yes: placeWords.cancel.submit,
      no: placeWords.cancel.no,
    },
  );
}

function whereItGoes({ phase, event }: MyPlace, now: Date): string {
  const { text, textClosed, textBegun } = placeWords.cancel;
  if (phase !== 'ahead') return textBegun;
  return isOpen(event, now) ? text : textClosed;
}

/** Asks before everything goes. */
export function deletePage({ network, place }: PageSetting & { readonly place: MyPlace }): string {
  return askPage(
    { network },
    {
      title: placeWords.delete.title,
      lead: place.event.outline.title,
      text: [placeWords.delete.text, ...whatGoes(place), placeWords.delete.forGood].join(' '),
      action: '/my-place/delete',
      yes: placeWords.delete.submit,
      no: placeWords.delete.no,
    },
  );
}

/** Besides what we hold: once the event has begun, a place is of no use to anybody else. */
function whatGoes({ status, phase }: MyPlace): readonly string[] {
  if (phase !== 'ahead') return [];
  if (status === 'confirmed' || status === 'offered') return [placeWords.delete.place];
  return status === 'waitlisted' ? [placeWords.delete.placeInLine] : [];
}

interface Question {
  readonly title: string;
  readonly lead: string;
  readonly text: string;
  readonly action: string;
  readonly yes: string;
  readonly no: string;
}

function askPage({ network }: PageSetting, question: Question): string {
  return publicPage({
    network,
    title: question.title,
    backLink: toPlace,
    main: (
      <Form action={question.action}>
        <h1>{question.title}</h1>
        <p class="lead">{question.lead}</p>
        <p>{question.text}</p>
        <ButtonGroup>
          <Button kind="danger">{question.yes}</Button>
          <ButtonLink href="/my-place" kind="quiet">
            {question.no}
          </ButtonLink>
        </ButtonGroup>
      </Form>
    ),
  });
}

export type Ending = keyof Omit<typeof placeWords.ended, 'seeEvents'>;

/** What was done as the session ended. */
export function endedPage({ network, ending }: PageSetting & { readonly ending: Ending }): string {
  const { title, text } = placeWords.ended[ending];
  return publicPage({
    network,
    title,
    main: (
      <>
        <h1>{title}</h1>
        <p>{text}</p>
        <p>
          <a href="/events">{placeWords.ended.seeEvents}</a>
        </p>
      </>
    ),
  });
}
