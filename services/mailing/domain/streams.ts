/** Network mailings that somebody may leave without leaving the network. Letters about one's own place belong to none of them. */
export const streams = ['reports', 'news'] as const;
export type Stream = (typeof streams)[number];

export function isStream(value: string): value is Stream {
  return streams.some((stream) => stream === value);
}

/** The purpose that signs an unsubscribe link: a link for one stream is no good for another. */
export function unsubscribePurpose(stream: Stream): string {
  return `unsubscribe.${stream}`;
}
