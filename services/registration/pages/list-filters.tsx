import { Button, ButtonGroup, Checkboxes, Details, Form, Select, TextInput } from '@convener/ui';
import type { Event } from '../domain/event.ts';
import { type ListQuery, listColumns, noGroup } from '../domain/find-registrations.ts';
import { waysOfTelling } from '../domain/registration.ts';
import { words } from '../words.en.ts';
import { listWords } from '../words.list.en.ts';
import { organiseWords } from '../words.organise.en.ts';
import { isFiltered, isUsual, statuses } from './list-address.ts';

const own = organiseWords.list;

interface ListFiltersProps {
  readonly base: string;
  readonly query: ListQuery;
  readonly event: Pick<Event, 'places' | 'questions'>;
}

/** Search, filters and columns: one form that is posted, so that no name stands in an address. */
export function ListFilters({ base, query, event }: ListFiltersProps) {
  const { groups } = event.places;
  return (
    <Form action={base} label={listWords.list.search}>
      <TextInput name="text" label={listWords.list.search} value={query.text} type="search" width={20} />
      <Details summary={own.filters} open={isFiltered({ ...query, text: '' }) || !isUsual(query.columns)}>
        <Choice name="status" label={own.filter.status} value={query.status} options={statuses} text={listWords.list.statuses} />
        <Choice name="attended" label={own.filter.attended} value={yesNo(query.attended)} options={answers} text={own.attended} />
        <Choice
          name="report"
          label={own.filter.report}
          value={yesNo(query.wantsReport)}
          options={answers}
          text={{ yes: words.form.yes, no: words.form.no }}
        />
        <Choice name="told" label={own.filter.told} value={query.told} options={waysOfTelling} text={organiseWords.told} />
        {groups.length > 0 && (
          <Choice
            name="group"
            label={own.filter.group}
            value={query.group}
            options={[...groups.map(({ id }) => id), noGroup]}
            text={{ ...Object.fromEntries(groups.map(({ id, name }) => [id, name])), [noGroup]: own.noGroup }}
          />
        )}
        {event.questions.asksSupporter && (
          <Choice
            name="supporter"
            label={own.filter.supporter}
            value={yesNo(query.supporter)}
            options={answers}
            text={{ yes: words.form.yes, no: words.form.no }}
          />
        )}
        <Choice name="address" label={own.filter.address} value={yesNo(query.hasAddress)} options={answers} text={own.address} />
        <Select
          name="order"
          label={own.filter.order}
          value={query.order}
          options={[
            { value: 'name', text: own.orders.name },
            { value: 'newest', text: own.orders.newest },
          ]}
        />
        <Checkboxes
          name="columns"
          label={own.filter.columns}
          values={query.columns}
          options={listColumns.map((column) => ({ value: column, label: own.columns[column] }))}
        />
      </Details>
      <ButtonGroup>
        <Button kind="quiet">{listWords.list.searchSubmit}</Button>
      </ButtonGroup>
    </Form>
  );
}

const answers = ['yes', 'no'] as const;

function yesNo(value: boolean | undefined): 'yes' | 'no' | undefined {
  return value === undefined ? undefined : value ? 'yes' : 'no';
}

interface ChoiceProps<Option extends string> {
  readonly name: string;
  readonly label: string;
  readonly value: Option | undefined;
  readonly options: readonly Option[];
  readonly text: Readonly<Record<Option, string>>;
}

function Choice<Option extends string>({ name, label, value, options, text }: ChoiceProps<Option>) {
  return (
    <Select
      name={name}
      label={label}
      value={value ?? ''}
      blank={own.any}
      options={options.map((option) => ({ value: option, text: text[option] }))}
    />
  );
}
