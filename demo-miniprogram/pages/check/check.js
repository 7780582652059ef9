// How the way to our servers looks from here: protocol, cache, name lookup. For support calls.
const URL = 'https://api.feed.example/time'
const HTTP_DNS_SERVICE = 'wxteanotes0000001'

const WAYS = [
  { name: 'HTTP/1.1', options: {} },
  { name: 'HTTP/2', options: { enableHttp2: true } },
  { name: 'HTTP/2, again', options: { enableHttp2: true } },
  { name: 'cache, fresh', options: { enableCache: true } },
  { name: 'cache, kept', options: { enableCache: true } },
  { name: 'HttpDNS', options: { enableHttpDNS: true, httpDNSServiceId: HTTP_DNS_SERVICE } },
  { name: 'HttpDNS, unknown service', options: { enableHttpDNS: true, httpDNSServiceId: 'nobody' } }
]

function describe({ profile, exception, useHttpDNS, data }) {
  const words = [profile.protocol, profile.socketReused ? 'connection reused' : 'new connection']
  if (profile.domainLookUpEnd > profile.domainLookUpStart) words.push('looked up')
  if (useHttpDNS !== undefined) words.push(useHttpDNS ? 'by HttpDNS' : 'not by HttpDNS')
  if (exception && exception.reasons) words.push(...exception.reasons.map(reason => reason.errMsg))
  return `${words.join(', ')} (${data.time})`
}

Page({
  data: {
    results: []
  },

  async run() {
    this.setData({ results: [] })
    for (const way of WAYS) {
      const text = await this.ask(way.options)
      this.setData({ results: this.data.results.concat({ name: way.name, text }) })
    }
  },

  ask(options) {
    return new Promise(resolve => {
      wx.request(
        Object.assign({}, options, {
          url: URL,
          success: res => resolve(describe(res)),
          fail: error => resolve(error.errMsg)
        })
      )
    })
  }
})
