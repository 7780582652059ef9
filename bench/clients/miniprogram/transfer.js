/** Fetches a file, or sends the one fetched; tells how many bytes of it went and how long it took. */
const file = wx.env.USER_DATA_PATH + '/file.bin';

module.exports = function ({ download, upload }, done) {
  const begun = Date.now();
  let bytes = 0;
  const end = {
    success: ({ statusCode }) =>
      done({ bytes, ms: Date.now() - begun, error: statusCode === 200 ? '' : 'status ' + statusCode }),
    fail: ({ errMsg }) => done({ error: errMsg }),
  };
  if (download) {
    wx.downloadFile({ url: download, filePath: file, ...end }).onProgressUpdate(progress => {
      bytes = progress.totalBytesWritten;
    });
  } else {
    wx.uploadFile({ url: upload, filePath: file, name: 'file', ...end }).onProgressUpdate(progress => {
      bytes = progress.totalBytesSent;
    });
  }
};
