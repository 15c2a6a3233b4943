import type { ServiceDefinition } from '@convener/contracts/manifest';

/** CloudFront's own limit is 25 behaviours; the default and the reports take two. */
const mostPatterns = 20;

/**
 * Path patterns at which an answer may be kept at the edge, if its Cache-Control says so: the first step of every page that anybody may
 * read. Organisers' and attendees' own pages lie elsewhere and are never kept, whatever a header says.
 */
export function cachedPatterns(services: readonly ServiceDefinition[]): readonly string[] {
  const pages = services.flatMap((service) => service.routes).filter((route) => route.method === 'GET' && route.path !== '$default');
  const steps = (audience: (name: string) => boolean) =>
    new Set(pages.filter((route) => audience(route.audience)).map((route) => route.path.split('/')[1] ?? ''));
  const personal = steps((audience) => audience !== 'public');
  const patterns = [...steps((audience) => audience === 'public')]
    .filter((step) => !step.startsWith('{') && !personal.has(step))
    .map((step) => (step === '' ? '/' : `/${step}*`))
    .sort();
  if (patterns.length > mostPatterns) throw new Error(`${patterns.length} cached path patterns are too many for one distribution.`);
  return patterns;
}
