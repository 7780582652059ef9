module.exports = () => 'v=top';
