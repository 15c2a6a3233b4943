/** A link opens somebody's place for so long; then the link is pressed again. */
export const sessionSeconds = 2 * 60 * 60;
