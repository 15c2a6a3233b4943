/** The fields of somebody's own page in which they write, whichever of its forms they sent. */
const prose = ['ownWords', 'talkWhen', 'answerPhone', 'replyWords', 'feltWords'] as const;

/** What somebody wrote themselves, to be shown to them where it was not taken. */
export function writtenIn(fields: Readonly<Record<string, unknown>>): string {
  return prose
    .map((name) => fields[name])
    .filter((value) => typeof value === 'string')
    .filter((value) => value.trim() !== '')
    .join('\n');
}
