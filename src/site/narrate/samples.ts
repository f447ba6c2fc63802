/** Concatenates samples. */
export function joinSamples(parts: readonly Float32Array[]): Float32Array {
  const joined = new Float32Array(parts.reduce((total, part) => total + part.length, 0));
  let offset = 0;
  for (const part of parts) {
    joined.set(part, offset);
    offset += part.length;
  }
  return joined;
}

/** Changes the sample rate by linear interpolation: good enough for the few sentences of a stand-in. */
export function resample(samples: Float32Array, from: number, to: number): Float32Array {
  if (from === to) return samples;
  return Float32Array.from({ length: Math.floor((samples.length * to) / from) }, (_, at) => {
    const place = (at * from) / to;
    const before = Math.floor(place);
    const [left = 0, right = left] = [samples[before], samples[before + 1]];
    return left + (right - left) * (place - before);
  });
}
