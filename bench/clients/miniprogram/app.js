// The mini program of the drivers in bench/: asks the driver for commands, and carries them out with
// nothing but wx. It is run by the real launcher, as any program is.
const control = 'https://control.example.com/';
const commands = {
  round: require('round.js'),
  transfer: require('transfer.js'),
  sockets: require('sockets.js'),
};

App({
  onLaunch({ query }) {
    this.url = control + query.client;
    this.next();
  },

  next() {
    wx.request({
      url: this.url,
      success: ({ data }) => this.obey(data),
      fail: ({ errMsg }) => console.error('no command', errMsg),
    });
  },

  obey(command) {
    if (command.end) return;
    if (!command.name) this.next();
    else commands[command.name](command, result => this.answer(result));
  },

  answer(result) {
    wx.request({ url: this.url, method: 'POST', data: result, success: () => this.next() });
  },
});
