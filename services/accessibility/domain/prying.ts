/** Words that ask what somebody has or is, rather than what would help. */
const prying: readonly RegExp[] = [
  /diagnos/i,
  /disab(ility|ilities|led)/i,
  /impair/i,
  /\b(illness|disease|disorder|syndrome|condition|symptom|medical|medication|health|doctor)/i,
  /\b(deaf|blind|autis|dyslex|wheelchair user|neurodiver)/i,
  /\bsuffer/i,
  /what is (wrong|the matter)/i,
  /why do you/i,
  /special needs/i,
];

/** What pries in somebody's words, as they wrote it; nothing where nothing does. */
export function pryingIn(text: string): readonly string[] {
  return prying.flatMap((pattern) => pattern.exec(text)?.[0] ?? []);
}
