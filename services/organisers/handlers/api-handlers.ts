import { file, type Handler } from '@convener/http';
import description from '../openapi.json' with { type: 'json' };

/** Made by `npm run docs` from manifests and forms; it changes only with a deployment. */
export const openApi: Handler<unknown> = async () =>
  file('application/json', JSON.stringify(description), { cache: { maxAgeSeconds: 300, staleIfErrorSeconds: 24 * 60 * 60 } });
