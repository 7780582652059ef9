exports.join = function () {
  return Array.prototype.slice.call(arguments).join('/');
};
