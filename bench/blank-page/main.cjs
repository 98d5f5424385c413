// The least that an Electron application can be: one window with one word. start-up.ts measures ours against it.
const { BrowserWindow, app } = require('electron')

void app.whenReady().then(() => {
  const window = new BrowserWindow({ show: false, width: 1280, height: 800 })
  window.once('ready-to-show', () => window.show())
  void window.loadFile('index.html')
})
