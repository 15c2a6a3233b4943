import type { Role } from '@convener/contracts';
import { httpFunction } from '@convener/http';
import { environmentOf, organiserCookie, type Sent as Plain, type Visit, visiting } from '@convener/testing/visitor';
import * as parts from '../handlers/part-handlers.ts';
import { preview, previewText, style } from '../handlers/preview-handlers.ts';
import { publish } from '../handlers/publish-handlers.ts';
import { compose, overview } from '../handlers/report-handlers.ts';
import { reports } from '../service.ts';
import { now, type ReportService } from './report-service.ts';

export type { Visit } from '@convener/testing/visitor';

/** An organiser with `roles`; without any, nobody who has signed in. */
export type Sent = Omit<Plain, 'cookies'> & { readonly roles?: readonly Role[] };

export async function visitorOf({ ports }: Pick<ReportService, 'ports'>, clock: () => Date = () => now) {
  const shared = { service: reports, dependencies: () => ports, environment: environmentOf(reports), clock } as const;
  const visit = await visiting(reports, {
    organise: httpFunction({
      ...shared,
      lambda: 'organise',
      handlers: { ...parts, overview, compose, preview, previewText, style, publish },
    }),
  });
  return async (method: 'GET' | 'POST', path: string, { roles = ['organiser'], ...sent }: Sent = {}): Promise<Visit> =>
    visit(method, path, { ...sent, ...(roles.length > 0 ? await organiserCookie(roles, clock()) : {}) });
}

export type Visitor = Awaited<ReturnType<typeof visitorOf>>;
