import { Button, ButtonGroup, ButtonLink, Form } from '@convener/ui';

interface Props {
  /** Of the thing: its own page, where it can be changed instead. */
  readonly path: string;
  readonly hidden: Readonly<Record<string, string>>;
  readonly press: string;
  readonly change: string;
  /** What it is about, so that buttons alike can be told apart by ear. */
  readonly what: string;
}

/** One press for one thing of several, or the way to change it. */
export function OnePress({ path, hidden, press, change, what }: Props) {
  return (
    <Form action={path} hidden={hidden} label={`${press}: ${what}`}>
      <ButtonGroup>
        <Button>
          {press}
          <span class="visually-hidden">: {what}</span>
        </Button>
        <ButtonLink href={path} kind="quiet">
          {change}
          <span class="visually-hidden">: {what}</span>
        </ButtonLink>
      </ButtonGroup>
    </Form>
  );
}
