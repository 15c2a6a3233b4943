import { viewForm } from '@convener/forms';
import { Button, ButtonGroup, Form, TextInput } from '@convener/ui';
import { words } from '../words.en.ts';
import { resendForm } from './register-form.ts';

export interface AskForLinkProps {
  /** Of the event that the link is for, where one is known. */
  readonly slug: string | undefined;
  readonly state?: Parameters<typeof viewForm>[1];
  readonly submit: string;
}

/** Has somebody's link sent again. */
export function AskForLink({ slug, state = {}, submit }: AskForLinkProps) {
  const { field } = viewForm(resendForm, state);
  return (
    <Form action="/registrations/resend" hidden={slug ? { event: slug } : {}}>
      <TextInput {...field('email')} label={words.form.email} type="email" autocomplete="email" />
      <ButtonGroup>
        <Button>{submit}</Button>
      </ButtonGroup>
    </Form>
  );
}
