import { httpFunction } from '@convener/http';
import { arrangeDependencies } from '../dependencies.arranging.ts';
import * as arrange from '../handlers/arrange-handlers.ts';
import { changeBrief, showBrief } from '../handlers/brief-handlers.ts';
import { changeBudget, showBudget } from '../handlers/money-handlers.ts';
import { arrangePerson, showPerson } from '../handlers/person-handlers.ts';
import { changeSuppliers, showSuppliers } from '../handlers/supplier-handlers.ts';
import { accessibility } from '../service.ts';

/** Lets access coordinators arrange what would help, tell people, brief interpreters and keep to a budget. */
export const handler = httpFunction({
  service: accessibility,
  lambda: 'arrange',
  handlers: {
    ...arrange,
    arrangePerson,
    showPerson,
    changeBrief,
    showBrief,
    changeBudget,
    showBudget,
    changeSuppliers,
    showSuppliers,
  },
  dependencies: arrangeDependencies,
});
