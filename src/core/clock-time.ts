/**
 * Formats seconds as `hh:mm:ss.mmm`: a WebVTT timestamp (https://www.w3.org/TR/webvtt1/) and a SMIL
 * full clock value (https://www.w3.org/TR/SMIL3/). Times must be below 24 hours.
 */
export function formatClockTime(seconds: number): string {
  return new Date(Math.round(seconds * 1000)).toISOString().slice(11, 23);
}
