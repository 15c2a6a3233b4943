import type { ComponentChildren } from 'preact';

export interface FormProps {
  readonly children: ComponentChildren;
  /** Where it is sent: this page's own address unless said. */
  readonly action?: string | undefined;
  readonly method?: 'post' | 'get' | undefined;
  /** For files. */
  readonly multipart?: boolean | undefined;
  /** Sent along unseen, such as the version of what is being changed. */
  readonly hidden?: Readonly<Record<string, string>> | undefined;
  /** Names the form where a page has several. */
  readonly label?: string | undefined;
}

/** The server checks and answers in sentences, so the browser's own checks stay out of the way. */
export function Form({ children, action, method = 'post', multipart, hidden = {}, label }: FormProps) {
  return (
    <form action={action} method={method} novalidate aria-label={label} enctype={multipart ? 'multipart/form-data' : undefined}>
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {children}
    </form>
  );
}
