/**
 * Whether a text is an existing day in ISO 8601. `Date` alone would turn 30 February into 1 March.
 */
export function isDay(text: string): boolean {
  const time = Date.parse(text);
  return !Number.isNaN(time) && new Date(time).toISOString().slice(0, 10) === text;
}

/** Whether a text is an existing year, month or day in ISO 8601. */
export function isDate(text: string): boolean {
  return /^\d{4}(?:-\d\d){0,2}$/.test(text) && isDay(text + "-01-01".slice(text.length - 4));
}
