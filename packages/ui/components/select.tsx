import { controlAttributes, type FieldProps, LabelledField } from './field.tsx';

export interface SelectProps extends FieldProps {
  readonly options: readonly { readonly value: string; readonly text: string }[];
  readonly value?: string | undefined;
  /** First, with an empty value, so that nothing is chosen beforehand. */
  readonly blank?: string | undefined;
}

/** One of many. For fewer than about eight, use Radios: everybody sees what there is. */
export function Select(props: SelectProps) {
  const { options, value = '', blank } = props;
  return (
    <LabelledField {...props} id={props.id ?? props.name}>
      <select {...controlAttributes(props)} class="input select">
        {blank !== undefined && <option value="">{blank}</option>}
        {options.map((option) => (
          <option key={option.value} value={option.value} selected={option.value === value}>
            {option.text}
          </option>
        ))}
      </select>
    </LabelledField>
  );
}
