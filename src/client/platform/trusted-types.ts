import type { TrustedTypePolicyFactory, TrustedTypePolicyOptions } from "trusted-types/lib";

/**
 * A Trusted Types policy (https://w3c.github.io/trusted-types/) of the Content Security Policy's
 * `trusted-types` list; undefined where the browser has none and takes plain strings.
 */
export function createPolicy<Options extends TrustedTypePolicyOptions>(
  name: string,
  options: Options,
) {
  const { trustedTypes } = globalThis as { readonly trustedTypes?: TrustedTypePolicyFactory };
  return trustedTypes?.createPolicy(name, options);
}
