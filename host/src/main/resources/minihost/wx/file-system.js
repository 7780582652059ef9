// The FileSystemManager: arguments of its Sync forms by position, buffers, Stats with their methods.
(host, kit) => {
  'use strict';
  const POSITIONAL = {
    access: ['path'],
    appendFile: ['filePath', 'data', 'encoding'],
    copyFile: ['srcPath', 'destPath'],
    mkdir: ['dirPath', 'recursive'],
    readdir: ['dirPath'],
    readFile: ['filePath', 'encoding', 'position', 'length'],
    rename: ['oldPath', 'newPath'],
    rmdir: ['dirPath', 'recursive'],
    saveFile: ['tempFilePath', 'filePath'],
    stat: ['path', 'recursive'],
    unlink: ['filePath'],
    writeFile: ['filePath', 'data', 'encoding'],
  };
  const BY_OPTIONS = ['open', 'close', 'read', 'write', 'fstat', 'ftruncate', 'truncate', 'readCompressedFile'];
  const ONLY_ASYNC = ['getFileInfo', 'getSavedFileList', 'readZipEntry', 'removeSavedFile', 'unzip'];
  const RESULT = { readdir: 'files', readFile: 'data', stat: 'stats', saveFile: 'savedFilePath', open: 'fd', fstat: 'stats', readCompressedFile: 'data' };
  const WRITING = ['appendFile', 'writeFile', 'write'];

  class Stats {
    #directory;
    constructor({ directory, ...facts }) {
      Object.assign(this, facts);
      this.#directory = directory;
    }
    isDirectory() {
      return this.#directory;
    }
    isFile() {
      return !this.#directory;
    }
  }

  const isWhole = value => typeof value === 'number' && Number.isInteger(value) && value >= 0;
  const mistake = text => kit.refuse('PARAMETER_ERROR', text);

  /** The bytes of a buffer that `offset` and `length` leave. */
  function slice({ data, offset = 0, length = data.byteLength - offset }) {
    if (!isWhole(offset) || offset > data.byteLength) mistake(`parameter.offset is out of range;`);
    if (!isWhole(length) || offset + length > data.byteLength) mistake(`parameter.length is out of range;`);
    return data.slice(offset, offset + length);
  }

  const shape = {
    writing(options) {
      const { data } = options;
      const tag = kit.tag(data);
      if (tag !== 'String' && tag !== 'ArrayBuffer') mistake(`parameter.data should be String or ArrayBuffer instead of ${tag};`);
      return { ...kit.dataOf(options), data: tag === 'String' ? data : slice(options) };
    },
    read(options) {
      const { arrayBuffer, offset = 0, length = 0, fd, position } = options;
      if (kit.tag(arrayBuffer) !== 'ArrayBuffer') mistake('parameter.arrayBuffer should be ArrayBuffer;');
      if (!isWhole(offset) || !isWhole(length) || offset + length > arrayBuffer.byteLength) {
        mistake('parameter.offset and parameter.length lead out of the array buffer;');
      }
      return { fd, position: typeof position === 'number' ? position : undefined, length };
    },
  };
  function prepared(name, options) {
    if (WRITING.includes(name)) return shape.writing(options);
    return name === 'read' ? shape.read(options) : kit.dataOf(options);
  }

  function fill({ data, ...rest }, { arrayBuffer, offset = 0 }) {
    new Uint8Array(arrayBuffer).set(new Uint8Array(data), offset);
    return { arrayBuffer, bytesRead: data.byteLength, ...rest };
  }
  function stats(result) {
    const { stats: facts } = result;
    const made = Array.isArray(facts) ? facts.map(each => ({ path: each.path, stats: new Stats(each.stats) })) : new Stats(facts);
    return { ...result, stats: made };
  }
  const finished = { read: fill, stat: stats, fstat: stats };
  const same = result => result;

  const script = {
    getFileSystemManager: { prepare: () => ({}), finish: () => kit.single('FileSystemManager') },
  };
  for (const name of [...Object.keys(POSITIONAL), ...BY_OPTIONS, ...ONLY_ASYNC]) {
    const finish = finished[name] ?? same;
    script[`FileSystemManager.${name}`] = { prepare: options => prepared(name, options), finish };
    if (ONLY_ASYNC.includes(name)) continue;
    const options = POSITIONAL[name]
      ? given => Object.fromEntries(POSITIONAL[name].map((key, i) => [key, given[i]]))
      : given => Object(given[0] ?? {});
    script[`FileSystemManager.${name}Sync`] = {
      prepare: (...given) => prepared(name, options(given)),
      finish(result, ...given) {
        const whole = finish(result, options(given));
        if (RESULT[name]) return whole[RESULT[name]];
        return name === 'read' || name === 'write' ? whole : undefined;
      },
    };
  }
  return kit.script('file-system.js', script);
};
