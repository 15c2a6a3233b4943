/** So many hours before an event starts, registration opens its joining details; mailing knows by it whether a letter about them is near. */
export const joiningHours = 24;
