import type { Actor } from '@convener/contracts';
import { decideImport } from '../domain/member.ts';
import { memberIdOf } from './member-id.ts';
import type { OrganisePorts } from './ports.ts';
import type { MemberRow } from './read-member-rows.ts';

export type RefusedReason = 'not-an-address' | 'left' | 'suppressed' | 'twice-in-file' | 'busy';

export interface ImportResult {
  readonly importId: string;
  readonly added: number;
  readonly unchanged: number;
  readonly refused: readonly { readonly line: number; readonly email: string; readonly reason: RefusedReason }[];
}

type Ports = Pick<OrganisePorts, 'members' | 'suppression' | 'addressKey' | 'imports' | 'ids'>;
type RowOutcome = 'added' | 'unchanged' | RefusedReason;

/** Rows that are stored at the same time; each is one read or two and one write. */
const atOnce = 20;

/**
 * Takes rows one by one: each is either a member afterwards or told with the reason why not. The same file imported again, or after it broke
 * off, adds nobody twice. `soundAddress` is the check that the public form makes.
 */
export async function importMembers(
  command: {
    readonly rows: readonly MemberRow[];
    readonly soundAddress: (typed: string) => string | undefined;
    readonly actor: Actor;
    readonly now: Date;
  },
  ports: Ports,
): Promise<ImportResult> {
  const { rows, actor, now } = command;
  const outcomes = new Map<MemberRow, RowOutcome>();
  const seen = new Set<string>();
  const waiting = [...rows];
  const worker = async () => {
    for (let row = waiting.shift(); row; row = waiting.shift()) {
      const address = command.soundAddress(row.email);
      if (address === undefined) outcomes.set(row, 'not-an-address');
      else outcomes.set(row, await importOne({ row, address, seen, actor, now }, ports));
    }
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  const of = (wanted: RowOutcome) => [...outcomes.values()].filter((outcome) => outcome === wanted).length;
  const result: ImportResult = {
    importId: ports.ids.make('imp'),
    added: of('added'),
    unchanged: of('unchanged'),
    refused: refusedRows(rows, outcomes),
  };
  await ports.imports.record({ ...result, refused: result.refused.length, actor, now });
  return result;
}

function refusedRows(rows: readonly MemberRow[], outcomes: ReadonlyMap<MemberRow, RowOutcome>): ImportResult['refused'] {
  return rows.flatMap((row) => {
    const outcome = outcomes.get(row);
    return outcome === undefined || outcome === 'added' || outcome === 'unchanged'
      ? []
      : [{ line: row.line, email: row.email, reason: outcome }];
  });
}

async function importOne(
  { row, address, seen, actor, now }: { row: MemberRow; address: string; seen: Set<string>; actor: Actor; now: Date },
  { members, suppression, addressKey }: Ports,
): Promise<RowOutcome> {
  const key = await addressKey(address);
  if (seen.has(key)) return 'twice-in-file';
  seen.add(key);
  if (await suppression.isSuppressed(key)) return 'suppressed';
  const id = await memberIdOf(address, addressKey);
  const { name, format, language, interests } = row;
  for (let tries = 0; tries < 3; tries += 1) {
    const loaded = await members.find(id);
    const decided = decideImport(loaded.stored, { id, address, details: { name, format, language, interests } }, now);
    if (decided.kind === 'unchanged') return 'unchanged';
    if (decided.kind === 'refused') return decided.reason;
    if ((await members.save({ id, loaded, next: decided.member, announces: 'joined', actor, now })) === 'saved') return 'added';
  }
  return 'busy';
}
