import type { ComponentChildren } from 'preact';
import { useContext } from 'preact/hooks';
import { WordsContext } from '../words.en.ts';
import { controlAttributes, type FieldProps, GroupedField } from './field.tsx';

export interface Option {
  readonly value: string;
  readonly label: ComponentChildren;
  readonly hint?: ComponentChildren;
  /** Asked only of those who choose this; hidden by CSS alone, and shown to everybody where that is not understood. */
  readonly reveal?: ComponentChildren;
  /** A word such as "or" before this option. */
  readonly after?: string | undefined;
}

export interface RadiosProps extends FieldProps {
  readonly options: readonly Option[];
  readonly value?: string | undefined;
  /** Side by side, for two short answers. */
  readonly inline?: boolean | undefined;
}

export interface CheckboxesProps extends FieldProps {
  readonly options: readonly Option[];
  readonly values?: readonly string[] | undefined;
}

/** One of a few. */
export function Radios(props: RadiosProps) {
  const { id = props.name, options, value, inline } = props;
  return (
    <GroupedField {...props} id={id}>
      <div class={inline ? 'choices inline' : 'choices'}>
        {options.map((option, index) => (
          <Choice
            key={option.value}
            type="radio"
            id={optionId(id, index)}
            name={props.name}
            option={option}
            picked={option.value === value}
          />
        ))}
      </div>
    </GroupedField>
  );
}

/** Some of a few. */
export function Checkboxes(props: CheckboxesProps) {
  const { id = props.name, options, values = [] } = props;
  return (
    <GroupedField {...props} id={id}>
      <div class="choices">
        {options.map((option, index) => (
          <Choice
            key={option.value}
            type="checkbox"
            id={optionId(id, index)}
            name={props.name}
            option={option}
            picked={values.includes(option.value)}
          />
        ))}
      </div>
    </GroupedField>
  );
}

/** One checkbox by itself, such as a consent. Never ticked beforehand unless the person ticked it. Posts 'yes'. */
export function Tick(props: FieldProps & { readonly value?: string | undefined }) {
  const words = useContext(WordsContext);
  const { label, hint, error, id = props.name } = props;
  return (
    <div class={error ? 'field wrong' : 'field'}>
      {error && (
        <p class="error" id={`${id}-error`}>
          <span class="visually-hidden">{words.errorPrefix}</span>
          {error}
        </p>
      )}
      <div class="choices">
        <div class="choice">
          <input {...controlAttributes(props)} type="checkbox" value="yes" checked={props.value === 'yes' || props.value === 'on'} />
          <label for={id}>{label}</label>
          {hint && (
            <div class="hint" id={`${id}-hint`}>
              {hint}
            </div>
          )}
        </div>
      </div>
    </div>
  );
}

interface ChoiceProps {
  readonly type: 'radio' | 'checkbox';
  readonly id: string;
  readonly name: string;
  readonly option: Option;
  readonly picked: boolean;
}

function Choice({ type, id, name, option, picked }: ChoiceProps) {
  // Not the field's own hint, although the first option has the field's own id.
  const hintId = `${id}-option-hint`;
  return (
    <>
      {option.after && <p class="or">{option.after}</p>}
      <div class="choice">
        <input type={type} id={id} name={name} value={option.value} checked={picked} aria-describedby={option.hint ? hintId : undefined} />
        <label for={id}>{option.label}</label>
        {option.hint && (
          <div class="hint" id={hintId}>
            {option.hint}
          </div>
        )}
      </div>
      {option.reveal && <div class="reveal">{option.reveal}</div>}
    </>
  );
}

/** The first option has the field's own id, so that the error summary's link leads to it. */
function optionId(id: string, index: number): string {
  return index === 0 ? id : `${id}-${index + 1}`;
}
