import type { Document } from './document.ts';

/** A resource that exists under the given parameters. */
export interface TemplateResource {
  readonly logicalId: string;
  readonly type: string;
  readonly where: string;
  readonly distributionDomain: string;
  /** One property alone, resolved: naming a resource must not resolve all that it refers to. */
  property(name: string): unknown;
  /** All properties, resolved. */
  document(): Document;
  /** `property` where the template gives it, else stack and logical id, shortened to `longest` characters. */
  physicalName(property: string, longest?: number): string;
}
