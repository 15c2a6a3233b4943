import type { Identity } from '../identity.ts';
import type { TemplateResource } from '../template-resource.ts';

/** For each type of resource that the local cloud knows: how to say what it is called. A type that is not here stops the start. */
export type Types = Readonly<Record<string, (resource: TemplateResource) => Identity>>;
