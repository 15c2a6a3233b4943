import { viewForm } from '@convener/forms';
import { Bars, Button, ButtonGroup, Copyable, Details, Form, TextInput } from '@convener/ui';
import type { Overview } from '../domain/overview.ts';
import type { Room, Rooms } from '../domain/rooms.ts';
import { words } from '../words.en.ts';
import { roomsForm } from './forms.ts';
import type { FormState } from './reflect-page.tsx';

/** Links in full, as they are given to people. */
export interface RoomLinks {
  readonly event: string;
  readonly rooms: ReadonlyMap<string, { readonly room: string; readonly notes: string }>;
}

export interface RoomsView {
  readonly rooms: Rooms;
  readonly overview: Overview;
  readonly links: RoomLinks;
  /** `/organise/events/…/rooms` */
  readonly action: string;
  readonly state: FormState | undefined;
}

/** How many spoke where, every link to give out, and a form for more rooms. */
export function RoomsSection({ rooms, overview, links, action, state }: RoomsView) {
  const form = viewForm(roomsForm, state);
  const there = rooms.rooms.length;
  return (
    <section aria-labelledby="rooms">
      <h2 id="rooms">{words.list.rooms}</h2>
      {there > 0 && <Bars id="by-room" caption={words.list.byRoom} columns={words.list.byRoomColumns} rows={counts(rooms, overview)} />}
      <Form action={action} hidden={{ action: 'open' }}>
        <TextInput
          {...form.field('rooms')}
          id="rooms-wanted"
          label={words.list.open}
          hint={words.list.openHint(there)}
          width={3}
          inputMode="numeric"
        />
        <Button kind={there > 0 ? 'quiet' : 'main'}>{words.list.openSubmit}</Button>
      </Form>
      {there > 0 && (
        <Details summary={words.list.showLinks}>
          <p>{words.list.linksText}</p>
          {rooms.rooms.map((room) => (
            <RoomLinksOf key={room.id} room={room} links={links} action={action} empty={(overview.byRoom.get(room.id) ?? 0) === 0} />
          ))}
        </Details>
      )}
      <h3>{words.list.eventLink}</h3>
      <p>{words.list.eventLinkText}</p>
      <Copyable text={links.event} label={words.list.eventLink} />
      <Form action={action} label={words.list.eventLink}>
        <Button kind="quiet" name="action" value="replace-event-link">
          {words.list.replaceEventLink}
        </Button>
      </Form>
    </section>
  );
}

function counts(rooms: Rooms, { byRoom }: Overview) {
  const listed = rooms.rooms.map((room) => ({ label: room.label, value: byRoom.get(room.id) ?? 0 }));
  const all = [...byRoom.values()].reduce((sum, count) => sum + count, 0);
  const elsewhere = all - listed.reduce((sum, { value }) => sum + value, 0);
  return elsewhere > 0 ? [...listed, { label: words.list.outside, value: elsewhere }] : listed;
}

interface RoomLinksProps {
  readonly room: Room;
  readonly links: RoomLinks;
  readonly action: string;
  readonly empty: boolean;
}

function RoomLinksOf({ room, links, action, empty }: RoomLinksProps) {
  const own = links.rooms.get(room.id);
  return (
    <>
      <h3>{room.label}</h3>
      <div class="beside">
        <div>
          <p>{words.list.roomLink(room.label)}</p>
          <Copyable text={own?.room ?? ''} label={words.list.roomLink(room.label)} />
        </div>
        <div>
          <p>{words.list.notesLink(room.label)}</p>
          <Copyable text={own?.notes ?? ''} label={words.list.notesLink(room.label)} />
        </div>
      </div>
      <Form action={action} hidden={{ roomId: room.id }} label={room.label}>
        <ButtonGroup>
          <Button kind="quiet" name="action" value="replace-link">
            {words.list.replaceLink} <span class="visually-hidden">{room.label}</span>
          </Button>
          {empty && (
            <Button kind="quiet" name="action" value="remove">
              {words.list.removeRoom} <span class="visually-hidden">{room.label}</span>
            </Button>
          )}
        </ButtonGroup>
      </Form>
    </>
  );
}
