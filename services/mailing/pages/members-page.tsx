import { consolePage, type PageSetting } from '@convener/http';
import { Button, ButtonGroup, ButtonLink, Form, Pagination, StatusCounts, Table, TextInput } from '@convener/ui';
import { moment } from '../domain/dates.ts';
import type { Member } from '../domain/member.ts';
import { organiseWords } from '../words.organise.en.ts';

const words = organiseWords.members;

export interface MembersView extends PageSetting {
  readonly count: number;
  readonly members: readonly Member[];
  readonly next: string | undefined;
  /** What was looked for. */
  readonly search: string | undefined;
}

export function membersPage(view: MembersView): string {
  const { network, count, search } = view;
  return consolePage({
    network,
    title: words.title,
    section: 'members',
    main: (
      <>
        <h1>{words.title}</h1>
        <StatusCounts counts={[{ count, label: words.count }]} />
        <ButtonGroup>
          <ButtonLink href="/organise/members/import">{words.import}</ButtonLink>
          <ButtonLink href="/organise/members.csv" kind="quiet">
            {words.export}
          </ButtonLink>
        </ButtonGroup>
        <Form action="/organise/members" label={words.search}>
          <TextInput name="search" label={words.search} value={search ?? ''} type="search" width={20} />
          <ButtonGroup>
            <Button kind="quiet">{words.searchSubmit}</Button>
          </ButtonGroup>
        </Form>
        {search && (
          <p>
            <a href="/organise/members">{words.all}</a>
          </p>
        )}
        <Members {...view} />
      </>
    ),
  });
}

function Members({ network, members, next, search }: MembersView) {
  const { columns } = words;
  const found = (text: string) => (next ? words.foundMore(text, members.length) : words.found(text, members.length));
  return (
    <>
      <Table
        id="members"
        caption={search ? found(search) : words.caption}
        columns={[columns.name, columns.email, columns.receives, columns.format, columns.since].map((heading) => ({ heading }))}
        rows={members.map(({ details, address, membership }) => [
          details.name || words.nameless,
          address,
          (membership.kind === 'joined' && membership.streams.map((stream) => words.streams[stream]).join(', ')) || words.nothing,
          words.formats[details.format],
          moment(membership.since, network.timeZone),
        ])}
        empty={search ? words.noneFound : words.none}
      />
      {!search && <Pagination next={next && `/organise/members?after=${next}`} />}
    </>
  );
}
