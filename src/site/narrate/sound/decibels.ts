/** A ratio of amplitudes in decibels; -Infinity for 0. */
export const toDecibels = (ratio: number) => 20 * Math.log10(ratio);

/** The ratio of amplitudes that decibels stand for. */
export const fromDecibels = (decibels: number) => 10 ** (decibels / 20);
