import { viewForm } from '@convener/forms';
import type { PageSetting } from '@convener/http';
import { Button, Form, TextInput } from '@convener/ui';
import type { EventOutline } from '../domain/event.ts';
import { moneyWords } from '../words.money.en.ts';
import { accessConsole } from './access-frame.tsx';
import { budgetForm } from './arranging-forms.ts';
import { versionSeen } from './version-seen.ts';

export interface BudgetView extends PageSetting {
  readonly event: EventOutline;
  /** What is there now. */
  readonly version: number;
  readonly state: Parameters<typeof viewForm<(typeof budgetForm)['fields']>>[1];
}

/** How much access may cost for one event. */
export function budgetPage({ network, event, version, state }: BudgetView): string {
  const words = moneyWords.budget;
  const { field, errors } = viewForm(budgetForm, state);
  return accessConsole({
    network,
    title: words.title,
    event,
    errors,
    main: (
      <Form hidden={{ version: versionSeen(state, 'version', version) }}>
        <h1>{words.title}</h1>
        <TextInput {...field('budget')} label={words.label} hint={words.hint} prefix="£" width={10} inputMode="decimal" />
        <Button>{words.save}</Button>
      </Form>
    ),
  });
}
