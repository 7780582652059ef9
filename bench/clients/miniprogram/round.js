/** So many calls of wx.request at a time, for so long; each reply is looked at. */
module.exports = function ({ origin, path, ms, atATime, expect, http2 }, done) {
  const begun = Date.now();
  let requests = 0;
  let running = atATime;
  let error = '';

  const end = () => {
    if (--running === 0) done({ requests, ms: Date.now() - begun, error });
  };
  const one = () =>
    wx.request({
      url: origin + path,
      enableHttp2: http2,
      success({ data }) {
        if (data?.items?.length !== expect) error = 'not the reply: ' + JSON.stringify(data);
        requests++;
        if (Date.now() - begun < ms && !error) one();
        else end();
      },
      fail({ errMsg }) {
        error = errMsg;
        end();
      },
    });
  for (let i = 0; i < atATime; i++) one();
};
