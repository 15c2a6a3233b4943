/** A form that nobody goes on with is gone after this long: time for a telephone call in between, not for a public computer's next user. */
export const draftSeconds = 2 * 60 * 60;
