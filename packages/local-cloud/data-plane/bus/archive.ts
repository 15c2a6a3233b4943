import { appendFileSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Clock } from '../../part.ts';
import { type BusEvent, busEvent } from './event.ts';

/** Every event of the house's own buses, one JSON line each, kept for 35 days as the deployed archive keeps them. */
export interface Archive {
  /** On disk when it returns. */
  keep(bus: string, event: BusEvent): void;
  /** The kept events of one bus, oldest first, for replays. */
  events(bus: string): readonly BusEvent[];
}

const keptDays = 35;
const dayFile = /^(\d{4}-\d{2}-\d{2})\.jsonl$/;

export function openArchive(folder: string, clock: Clock): Archive {
  let today = '';
  const folderOf = (bus: string) => join(folder, bus);
  const startDay = (bus: string, day: string): void => {
    mkdirSync(folderOf(bus), { recursive: true });
    const oldest = new Date(Date.parse(day) - keptDays * 86_400_000).toISOString().slice(0, 10);
    for (const { name, date } of daysIn(folderOf(bus))) if (date < oldest) rmSync(join(folderOf(bus), name));
  };
  return {
    keep(bus, event) {
      const day = clock.now().toISOString().slice(0, 10);
      if (`${bus} ${day}` !== today) startDay(bus, day);
      today = `${bus} ${day}`;
      appendFileSync(join(folderOf(bus), `${day}.jsonl`), `${JSON.stringify(event)}\n`);
    },
    events(bus) {
      mkdirSync(folderOf(bus), { recursive: true });
      return daysIn(folderOf(bus)).flatMap(({ name }) =>
        readFileSync(join(folderOf(bus), name), 'utf8')
          .split('\n')
          .flatMap((line) => wholeLine(line)),
      );
    },
  };
}

function daysIn(folder: string): readonly { readonly name: string; readonly date: string }[] {
  return readdirSync(folder)
    .sort()
    .flatMap((name) => {
      const date = dayFile.exec(name)?.[1];
      return date === undefined ? [] : [{ name, date }];
    });
}

/** A line that a crash cut short is no event. */
function wholeLine(line: string): BusEvent[] {
  try {
    return line === '' ? [] : [busEvent.parse(JSON.parse(line))];
  } catch {
    return [];
  }
}
