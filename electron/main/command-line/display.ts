/** True when Linux has no screen to open a window on; Chromium itself would only say so in a cryptic line and abort. */
export const isDisplayMissing = (platform: string, env: Readonly<Record<string, string | undefined>>): boolean =>
  platform === 'linux' && !env['DISPLAY'] && !env['WAYLAND_DISPLAY']
