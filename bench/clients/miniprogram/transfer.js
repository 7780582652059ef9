/** Fetches a file, or sends the one fetched last; tells how long it took and how large it was. */
let fetched = '';

module.exports = function ({ download, upload }, done) {
  const begun = Date.now();
  const fail = ({ errMsg }) => done({ error: errMsg });
  const end = bytes => done({ bytes, ms: Date.now() - begun });
  if (download) {
    let bytes = 0;
    const task = wx.downloadFile({
      url: download,
      success({ statusCode, tempFilePath }) {
        fetched = tempFilePath;
        if (statusCode === 200) end(bytes);
        else fail({ errMsg: 'status ' + statusCode });
      },
      fail,
    });
    task.onProgressUpdate(progress => (bytes = progress.totalBytesWritten));
  } else {
    let bytes = 0;
    const task = wx.uploadFile({
      url: upload,
      filePath: fetched,
      name: 'file',
      success: ({ statusCode }) => (statusCode < 300 ? end(bytes) : fail({ errMsg: 'status ' + statusCode })),
      fail,
    });
    task.onProgressUpdate(progress => (bytes = progress.totalBytesSent));
  }
};
