// Shapes the options of wx.downloadFile (sheet 2.2): whatever is not among them is ignored (DL-1).
(host, kit) => {
  'use strict';
  return kit.script('download-file.js', {
    prepare(options) {
      const { filePath } = options;
      const chosen = filePath !== undefined && filePath !== null && filePath !== '';
      if (chosen) kit.checkGiven({ filePath: 'String' }, options);
      return {
        url: String(options.url),
        header: kit.http.flat(kit.http.header('downloadFile', options.header)),
        filePath: chosen ? String(filePath) : null,
        timeout: typeof options.timeout === 'number' ? options.timeout : 0,
        enableProfile: options.enableProfile !== false,
        enableHttp2: options.enableHttp2 === true,
      };
    },
    finish: kit.http.withProfile,
  });
};
