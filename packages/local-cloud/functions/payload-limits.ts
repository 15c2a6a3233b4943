/** Lambda refuses larger requests and answers of a synchronous call. */
export const MAXIMUM_PAYLOAD_BYTES = 6 * 1024 * 1024;

/** And larger ones that nobody waits for. */
export const MAXIMUM_EVENT_BYTES = 1024 * 1024;
