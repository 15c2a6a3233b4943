import type { Actor } from '@convener/contracts';
import type { OrganisePorts } from './ports.ts';

/**
 * Every member as a row: address, name, letters, language, streams, interests, since, by. Noted for the audit log before it is handed out: an
 * export that cannot be noted is not made.
 */
export async function exportMembers(
  who: { readonly actor: Actor; readonly now: Date },
  { members, imports, ids }: Pick<OrganisePorts, 'members' | 'imports' | 'ids'>,
): Promise<readonly (readonly string[])[]> {
  const rows: (readonly string[])[] = [];
  let cursor: string | undefined;
  do {
    const page = await members.list({ limit: 500, cursor });
    for (const { address, details, membership } of page.items) {
      const joined =
        membership.kind === 'joined'
          ? [membership.streams.join(' '), details.interests, membership.since, membership.by]
          : ['', '', '', ''];
      rows.push([address, details.name, details.format, details.language, ...joined]);
    }
    cursor = page.cursor;
  } while (cursor);
  await imports.recordExport({ exportId: ids.make('exp'), rows: rows.length, ...who });
  return rows;
}
