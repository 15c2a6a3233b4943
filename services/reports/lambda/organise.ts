import { httpFunction } from '@convener/http';
import { organiseDependencies } from '../dependencies.ts';
import * as parts from '../handlers/part-handlers.ts';
import { preview, previewText, style } from '../handlers/preview-handlers.ts';
import { publish } from '../handlers/publish-handlers.ts';
import { compose, overview } from '../handlers/report-handlers.ts';
import { reports } from '../service.ts';

/** Lets organisers and editors write, preview and publish the report of an event. */
export const handler = httpFunction({
  service: reports,
  lambda: 'organise',
  handlers: { ...parts, overview, compose, preview, previewText, style, publish },
  dependencies: organiseDependencies,
});
