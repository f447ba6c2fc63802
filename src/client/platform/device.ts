/** Whether the device is one of Apple's, whose keyboards have Command in place of Ctrl. */
export const isMac = /Mac|iPhone|iPad/.test(navigator.platform);
