import { callFunction } from '@convener/events';
import { pressCall } from '../calls.ts';
import { pressDependencies } from '../dependencies.ts';
import { publishReport } from '../use-cases/publish-report.ts';

/** Publishes a report: it alone may write what readers get, and only organise may ask it to. */
export const handler = callFunction({
  call: 'press',
  schemas: pressCall,
  answer: ({ at, ...command }, ports) => publishReport({ ...command, now: new Date(at) }, ports),
  dependencies: pressDependencies,
});
