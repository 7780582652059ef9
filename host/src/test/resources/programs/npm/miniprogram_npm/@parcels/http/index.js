module.exports = { HttpClient: require('./lib/client') };
