module.exports = { 'GET /items/:id': req => ({ json: { title: 'Item ' + req.params.id, cents: 1990 } }) }
