import type { ComponentChildren } from 'preact';

export interface ButtonProps {
  readonly children: ComponentChildren;
  readonly kind?: 'main' | 'quiet' | 'danger' | undefined;
  readonly name?: string | undefined;
  readonly value?: string | undefined;
  /** Another address for the same form. */
  readonly formAction?: string | undefined;
}

/** Sends its form. The page's script keeps a second press from sending it twice, and the server would not mind if it did. */
export function Button({ children, kind = 'main', name, value, formAction }: ButtonProps) {
  return (
    <button type="submit" class={buttonClass(kind)} name={name} value={value} formaction={formAction}>
      {children}
    </button>
  );
}

/** A link that is the page's next step. */
export function ButtonLink({ href, children, kind = 'main' }: { readonly href: string } & Pick<ButtonProps, 'children' | 'kind'>) {
  return (
    <a class={buttonClass(kind)} href={href}>
      {children}
    </a>
  );
}

/** Buttons and links side by side. */
export function ButtonGroup({ children }: { readonly children: ComponentChildren }) {
  return <div class="buttons">{children}</div>;
}

function buttonClass(kind: NonNullable<ButtonProps['kind']>): string {
  return kind === 'main' ? 'button' : `button ${kind}`;
}
