import type { VNode } from 'preact';

/** A component's states by name; ids are unique within a file, so that all can stand on one page. */
export type Examples = Readonly<Record<string, VNode>>;
