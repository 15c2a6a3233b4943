/**
 * How long names, addresses and what belongs to them are kept, in days after the end of the event: long enough for thanks, questions and
 * complaints about the day. Whoever asked for the report is kept until it should have been sent, since it takes months to write.
 */
export const keptDays = 90;
export const keptForReportDays = 180;
