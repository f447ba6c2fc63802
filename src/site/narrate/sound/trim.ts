import { findSpeech } from "./silence.ts";

/** Seconds of the fades; at least so much where the sound has no room before or after the speech. */
const fades = { in: 0.005, out: 0.02, least: 0.002 } as const;

/**
 * Cuts off the silence before and after speech, but for some seconds of room, and fades in that
 * room, so that nothing clicks. Nothing that `findSpeech` finds is cut off, and of silence nothing
 * is left.
 */
export function trim(
  samples: Float32Array,
  sampleRate: number,
  room: { readonly before: number; readonly after: number },
): Float32Array {
  const speech = findSpeech(samples, sampleRate);
  if (!speech) return new Float32Array();
  const place = (seconds: number) =>
    Math.min(samples.length, Math.max(0, Math.round(seconds * sampleRate)));
  const [from, to] = [place(speech.from - room.before), place(speech.to + room.after)];
  const trimmed = samples.slice(from, to);
  const before = place(speech.from) - from;
  const after = to - place(speech.to);
  const least = Math.round(fades.least * sampleRate);
  const fadeIn = Math.max(least, Math.min(before, Math.round(fades.in * sampleRate)));
  const fadeOut = Math.max(least, Math.min(after, Math.round(fades.out * sampleRate)));
  fade(trimmed, 0, 1, fadeIn);
  fade(trimmed, trimmed.length - 1, -1, fadeOut);
  return trimmed;
}

/** Fades from nothing, from a place on in a direction, by a raised cosine. */
function fade(samples: Float32Array, from: number, direction: 1 | -1, length: number): void {
  for (let step = 0; step < Math.min(length, samples.length); step++) {
    const at = from + direction * step;
    samples[at] = (samples[at] ?? 0) * (0.5 - 0.5 * Math.cos((Math.PI * step) / length));
  }
}
