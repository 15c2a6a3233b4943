import type { Examples } from '../examples.ts';
import { Button, ButtonGroup, ButtonLink } from './button.tsx';
import { Form } from './form.tsx';

export const examples: Examples = {
  'the next step': (
    <Form label="Next">
      <Button>Continue</Button>
    </Form>
  ),
  'a step and a way out': (
    <Form label="Publish" hidden={{ version: '3' }}>
      <ButtonGroup>
        <Button name="do" value="publish">
          Publish the report
        </Button>
        <Button kind="quiet" formAction="/draft">
          Save as a draft
        </Button>
        <Button kind="danger" name="do" value="delete">
          Delete this event
        </Button>
        <a href="/events">Cancel</a>
      </ButtonGroup>
    </Form>
  ),
  'a link that is the next step': <ButtonLink href="/start">Register for this event</ButtonLink>,
  'a quiet link': (
    <ButtonLink href="/calendar" kind="quiet">
      Add to your calendar
    </ButtonLink>
  ),
};
