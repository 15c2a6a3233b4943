import { viewForm } from '@convener/forms';
import type { PageSetting } from '@convener/http';
import { Button, Form, Notice, TextArea } from '@convener/ui';
import type { KeptEvent } from '../domain/event.ts';
import type { Room } from '../domain/rooms.ts';
import { words } from '../words.en.ts';
import { ConsentRadios } from './consent-radios.tsx';
import { notesForm } from './forms.ts';
import { Question, reflectPage } from './reflect-frame.tsx';
import type { FormState } from './reflect-page.tsx';

export interface NotesView extends PageSetting {
  readonly event: KeptEvent;
  readonly room: Room;
  readonly attempt: string;
  readonly soFar: { readonly notes: readonly string[]; readonly others: number | 'few' | 'none' };
  /** How many points the sending just before saved. */
  readonly saved?: number | undefined;
  readonly state?: FormState;
}

/** A room's note-taker page: many points at once, one a line, and what the room has so far. */
export function notesPage({ network, event, room, attempt, soFar, saved, state }: NotesView): string {
  const { errors, field } = viewForm(notesForm, state);
  const title = words.notes.title(room.label);
  return reflectPage({
    network,
    title: `${title}: ${event.title}`,
    errors,
    main: (
      <>
        <p class="eyebrow">{event.title}</p>
        <h1>{title}</h1>
        {saved !== undefined && <Notice kind="success">{words.notes.saved(saved)}</Notice>}
        <Question event={event} />
        <p>
          {words.notes.lead} {words.notes.names}
        </p>
        <Form hidden={{ attempt }}>
          <TextArea {...field('points')} label={words.notes.points} hint={words.notes.pointsHint} rows={10} />
          <ConsentRadios consent={field('consent')} hint={words.consent.hintNotes} />
          <Button>{words.notes.send}</Button>
        </Form>
        <p>{words.notes.lost}</p>
        <SoFar {...soFar} />
      </>
    ),
  });
}

function SoFar({ notes, others }: NotesView['soFar']) {
  return (
    <section aria-labelledby="so-far">
      <h2 id="so-far">{words.notes.soFar}</h2>
      {notes.length === 0 && <p>{words.notes.none}</p>}
      {notes.length > 0 && (
        <ul>
          {notes.map((note, position) => (
            <li key={position}>{note}</li>
          ))}
        </ul>
      )}
      {others !== 'none' && <p>{others === 'few' ? words.notes.others.few : words.notes.others.count(others)}</p>}
    </section>
  );
}
