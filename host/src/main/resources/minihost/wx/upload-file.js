// Shapes the options of wx.uploadFile (sheet 2.1).
(host, kit) => {
  'use strict';

  /** UP-4: values become text as those of headers do. */
  function fields(given) {
    if (given !== undefined && kit.tag(given) !== 'Object') {
      console.warn(`wx.uploadFile: formData should be Object instead of ${kit.tag(given)}; it is ignored`);
      return [];
    }
    try {
      return Object.entries(given ?? {}).map(([name, value]) => [name, kit.http.text(value)]);
    } catch (e) {
      return kit.refuse('DATA_NOT_SERIALIZABLE', '', `formData cannot be read: ${e?.message}`, 'pass plain data');
    }
  }

  return kit.script('upload-file.js', {
    prepare(options) {
      const form = fields(options.formData);
      const size = form.reduce((sum, [name, value]) => sum + name.length + value.length, 0);
      const tooLarge = size > kit.limits.bodyBytes;
      return {
        url: String(options.url),
        method: 'POST',
        filePath: String(options.filePath),
        name: String(options.name),
        header: kit.http.flat(kit.http.header('uploadFile', options.header)),
        formData: tooLarge ? [] : form.flat(),
        tooLarge: tooLarge ? size : 0,
        timeout: typeof options.timeout === 'number' ? options.timeout : 0,
        enableProfile: options.enableProfile !== false,
        enableHttp2: options.enableHttp2 === true,
      };
    },
    finish: kit.http.withProfile,
  });
};
