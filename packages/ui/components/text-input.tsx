import { controlAttributes, type FieldProps, LabelledField } from './field.tsx';

export interface TextInputProps extends FieldProps {
  readonly value?: string | undefined;
  readonly type?: 'text' | 'email' | 'tel' | 'url' | 'search' | 'password' | undefined;
  /** What it holds about the person, so that browsers can fill it in (WCAG 1.3.5). */
  readonly autocomplete?: string | undefined;
  readonly inputMode?: 'text' | 'numeric' | 'decimal' | 'email' | 'tel' | 'url' | undefined;
  /** About how many characters are expected. */
  readonly width?: 3 | 5 | 10 | 20 | undefined;
  /** Written before or after the box, such as £. */
  readonly prefix?: string | undefined;
  readonly suffix?: string | undefined;
  readonly spellcheck?: boolean | undefined;
}

export function TextInput(props: TextInputProps) {
  const { id = props.name, type = 'text', value = '', width, prefix, suffix } = props;
  const input = (
    <input
      {...controlAttributes(props)}
      class={width ? `input w${width}` : 'input'}
      // Preact ties each type to its own roles; none of these is given a role, so 'text' stands for all.
      type={type as 'text'}
      value={value}
      autocomplete={props.autocomplete}
      inputmode={props.inputMode}
      spellcheck={props.spellcheck ?? (type === 'text' ? undefined : false)}
    />
  );
  return (
    <LabelledField {...props} id={id}>
      {prefix || suffix ? (
        <div class="affixed">
          {prefix && <span aria-hidden="true">{prefix}</span>}
          {input}
          {suffix && <span aria-hidden="true">{suffix}</span>}
        </div>
      ) : (
        input
      )}
    </LabelledField>
  );
}

/** A time of day, typed as people write it; `time()` of the forms package reads it. */
export function TimeInput(props: Omit<TextInputProps, 'type' | 'width' | 'inputMode'>) {
  return <TextInput {...props} width={10} />;
}
