declare const made: unique symbol;

/** HTML that came out of a renderer which lets no markup of the writer's through. Only markdown.ts makes it. */
export interface SafeHtml {
  readonly safeHtml: string;
  readonly [made]: true;
}

/** HTML that `renderMarkdown` made before it was saved in the service's own table, where nobody else can write. */
export function savedHtml(html: string): SafeHtml {
  return { safeHtml: html } as SafeHtml;
}
