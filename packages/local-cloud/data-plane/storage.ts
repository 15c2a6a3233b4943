import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

const schema = `
  CREATE TABLE IF NOT EXISTS messages (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    queue TEXT NOT NULL,
    origin TEXT,
    message_id TEXT NOT NULL,
    body TEXT NOT NULL,
    attributes TEXT NOT NULL,
    sent_at INTEGER NOT NULL,
    first_received_at INTEGER,
    receive_count INTEGER NOT NULL DEFAULT 0,
    visible_at INTEGER NOT NULL,
    receipt TEXT
  );
  CREATE INDEX IF NOT EXISTS messages_by_visibility ON messages (queue, visible_at);
  CREATE INDEX IF NOT EXISTS messages_by_receipt ON messages (receipt);
  CREATE TABLE IF NOT EXISTS checkpoints (
    mapping TEXT PRIMARY KEY,
    stream_label TEXT NOT NULL,
    sequence_number TEXT NOT NULL
  );
  CREATE TABLE IF NOT EXISTS expiries (
    item TEXT PRIMARY KEY,
    deleted_at INTEGER NOT NULL
  );
  CREATE TABLE IF NOT EXISTS schedule_runs (
    schedule TEXT PRIMARY KEY,
    last_due INTEGER NOT NULL
  );
`;

/** Queues, checkpoints and schedules in one SQLite file, so that a step that touches two of them is one transaction. */
export interface Storage {
  readonly database: DatabaseSync;
  /** All of it or nothing. A transaction inside another one joins it. */
  atomically<T>(change: () => T): T;
  /** Whether tables were made beside it in an earlier run. */
  hadTables(): boolean;
  noteTables(): void;
  close(): void;
}

/** Opens or makes the file. Throws an Error that names the file where it is damaged. */
export function openStorage(folder: string): Storage {
  mkdirSync(folder, { recursive: true });
  const file = join(folder, 'data-plane.db');
  const database = opened(file);
  let depth = 0;
  return {
    database,
    atomically(change) {
      if (depth > 0) return change();
      database.exec('BEGIN IMMEDIATE');
      depth += 1;
      try {
        const result = change();
        database.exec('COMMIT');
        return result;
      } catch (problem) {
        database.exec('ROLLBACK');
        throw problem;
      } finally {
        depth -= 1;
      }
    },
    hadTables: () => database.prepare('PRAGMA user_version').get()?.user_version === 1,
    noteTables: () => database.exec('PRAGMA user_version = 1'),
    close() {
      if (database.isOpen) database.close();
    },
  };
}

function opened(file: string): DatabaseSync {
  let database: DatabaseSync | undefined;
  try {
    database = new DatabaseSync(file);
    database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA busy_timeout = 2000;');
    const check = database.prepare('PRAGMA quick_check').get();
    if (check?.quick_check !== 'ok') throw new Error(String(check?.quick_check));
    database.exec(schema);
    return database;
  } catch (cause) {
    database?.close();
    throw new Error(
      `The local queues in ${file} are damaged and cannot be opened. Restore the file from a copy, or delete its folder to begin with empty queues.`,
      { cause },
    );
  }
}
