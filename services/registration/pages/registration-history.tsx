import { Table } from '@convener/ui';
import { moment } from '../domain/dates.ts';
import type { Event } from '../domain/event.ts';
import { type Happened, historyOf } from '../domain/history.ts';
import type { Registration } from '../domain/registration.ts';
import { oneWords } from '../words.one.en.ts';

const own = oneWords;

/** What happened to somebody's registration, the oldest first. */
export function History({ event, registration }: { readonly event: Event; readonly registration: Registration }) {
  return (
    <Table
      id="history"
      caption={own.history}
      captionHidden
      columns={[{ heading: own.columns[0] }, { heading: own.columns[1] }]}
      rows={historyOf(registration).map((each) => [moment(each.at, event.outline.timeZone), happenedWords(each)])}
    />
  );
}

function happenedWords(each: Happened): string {
  switch (each.kind) {
    case 'told':
      return own.happened.told[each.told];
    case 'step':
      return own.happened.steps[each.step.kind][each.step.by];
    case 'moved':
      return own.happened.moved(each.from, each.to, each.reason);
    case 'letters':
      return own.happened.letter(each.count);
    case 'cancelled':
      return own.happened.cancelled[each.by];
    case 'shown-to-others':
      return own.happened.shownToOthers;
    default:
      return own.happened[each.kind];
  }
}
