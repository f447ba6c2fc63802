/** Whether the device is one of Apple's, whose keyboards have Command where others have Ctrl. */
export const isMac = /Mac|iPhone|iPad/.test(navigator.platform);
