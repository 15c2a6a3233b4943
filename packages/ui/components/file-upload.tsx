import { controlAttributes, type FieldProps, LabelledField } from './field.tsx';

export interface FileUploadProps extends FieldProps {
  /** Kinds of file, such as '.csv,text/csv'. */
  readonly accept?: string | undefined;
}

/** Goes in a `Form` that is `multipart`. */
export function FileUpload(props: FileUploadProps) {
  return (
    <LabelledField {...props} id={props.id ?? props.name}>
      <input {...controlAttributes(props)} class="file" type="file" accept={props.accept} />
    </LabelledField>
  );
}
