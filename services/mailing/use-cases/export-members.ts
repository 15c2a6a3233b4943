import type { MemberStore } from './ports.ts';

/** Every member as a row: address, name, letters, language, streams, interests, since, by. */
export async function exportMembers({ members }: { readonly members: MemberStore }): Promise<readonly (readonly string[])[]> {
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
  return rows;
}
