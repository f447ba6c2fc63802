/** Whether it is a day of the calendar as ISO 8601 writes it; the 30th of February would be shown as the 1st of March. */
export function isDay(text: string): boolean {
  const time = Date.parse(text);
  return !Number.isNaN(time) && new Date(time).toISOString().slice(0, 10) === text;
}

/** Whether it is a year, a month or a day of the calendar as ISO 8601 writes it. */
export function isDate(text: string): boolean {
  return /^\d{4}(?:-\d\d){0,2}$/.test(text) && isDay(text + "-01-01".slice(text.length - 4));
}
