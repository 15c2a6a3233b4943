import type { ComponentChildren } from 'preact';
import { useContext } from 'preact/hooks';
import { WordsContext } from '../words.en.ts';

/** What every field takes. `name`, `id`, `value` and `error` come from a form's view: `{...view.field('email')}`. */
export interface FieldProps {
  readonly name: string;
  /** The name unless said; options and date parts add to it. */
  readonly id?: string | undefined;
  readonly label: ComponentChildren;
  readonly hint?: ComponentChildren;
  readonly error?: string | undefined;
  /** The label is also the page's h1: for pages that ask one thing. */
  readonly asHeading?: boolean | undefined;
}

interface WrapperProps extends Pick<FieldProps, 'label' | 'hint' | 'error' | 'asHeading'> {
  readonly id: string;
  readonly children: ComponentChildren;
}

/** A label, hint and error around one control. */
export function LabelledField({ id, label, hint, error, asHeading, children }: WrapperProps) {
  const labelled = (
    <label class="label" for={id}>
      {label}
    </label>
  );
  return (
    <div class={error ? 'field wrong' : 'field'}>
      {asHeading ? <h1 class="label-heading">{labelled}</h1> : labelled}
      <HintAndError id={id} hint={hint} error={error} />
      {children}
    </div>
  );
}

/** A legend, hint and error around several controls. */
export function GroupedField({ id, label, hint, error, asHeading, children }: WrapperProps) {
  return (
    <div class={error ? 'field wrong' : 'field'}>
      <fieldset aria-describedby={describedBy(id, hint, error)}>
        <legend class="label">{asHeading ? <h1 class="label-heading">{label}</h1> : label}</legend>
        <HintAndError id={id} hint={hint} error={error} />
        {children}
      </fieldset>
    </div>
  );
}

function HintAndError({ id, hint, error }: Pick<WrapperProps, 'id' | 'hint' | 'error'>) {
  const words = useContext(WordsContext);
  return (
    <>
      {hint && (
        <div class="hint" id={`${id}-hint`}>
          {hint}
        </div>
      )}
      {error && (
        <p class="error" id={`${id}-error`}>
          <span class="visually-hidden">{words.errorPrefix}</span>
          {error}
        </p>
      )}
    </>
  );
}

/** The ids that a control is described by: its hint, then its error. */
export function describedBy(id: string, hint: ComponentChildren, error: string | undefined): string | undefined {
  const ids = [hint ? `${id}-hint` : '', error ? `${id}-error` : ''].filter((each) => each !== '');
  return ids.length > 0 ? ids.join(' ') : undefined;
}

/** What a control itself carries. */
export function controlAttributes({ name, id = name, hint, error }: FieldProps) {
  return { id, name, 'aria-describedby': describedBy(id, hint, error), 'aria-invalid': error ? ('true' as const) : undefined };
}
