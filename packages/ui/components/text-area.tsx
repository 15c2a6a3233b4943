import { controlAttributes, type FieldProps, LabelledField } from './field.tsx';

export interface TextAreaProps extends FieldProps {
  readonly value?: string | undefined;
  /** Lines shown; people can type more. */
  readonly rows?: number | undefined;
}

/** Several lines. No `maxlength`: it would drop what somebody pasted without a word; the form says so in a sentence instead. */
export function TextArea(props: TextAreaProps) {
  return (
    <LabelledField {...props} id={props.id ?? props.name}>
      <textarea {...controlAttributes(props)} class="input" rows={props.rows ?? 5}>
        {/* HTML drops one line break at the start of a textarea, so one is given for it to drop. */}
        {props.value?.startsWith('\n') ? `\n${props.value}` : props.value}
      </textarea>
    </LabelledField>
  );
}
