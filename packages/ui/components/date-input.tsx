import { useContext } from 'preact/hooks';
import { WordsContext } from '../words.en.ts';
import { describedBy, type FieldProps, GroupedField } from './field.tsx';

export interface DateInputProps extends FieldProps {
  readonly parts?: { readonly day: string; readonly month: string; readonly year: string } | undefined;
  /** 'bday' fills in a date of birth. */
  readonly autocomplete?: 'bday' | undefined;
}

/** A date that people know or read off a letter: three boxes, no calendar to fight with. */
export function DateInput(props: DateInputProps) {
  const words = useContext(WordsContext);
  const { name, id = name, error, parts, autocomplete } = props;
  return (
    <GroupedField {...props} id={id}>
      <div class="date">
        {(['day', 'month', 'year'] as const).map((part) => (
          <div key={part}>
            <label for={`${id}-${part}`}>{words[part]}</label>
            <input
              class={part === 'year' ? 'input w5' : 'input w3'}
              type="text"
              inputmode={part === 'month' ? undefined : 'numeric'}
              id={`${id}-${part}`}
              name={`${name}-${part}`}
              value={parts?.[part] ?? ''}
              autocomplete={autocomplete && `${autocomplete}-${part}`}
              aria-invalid={error ? 'true' : undefined}
              aria-describedby={describedBy(id, undefined, error)}
            />
          </div>
        ))}
      </div>
    </GroupedField>
  );
}
