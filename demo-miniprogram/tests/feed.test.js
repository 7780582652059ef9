// The feed and its articles, as a reader meets them.
describe('feed', () => {
  let page

  beforeEach(async () => {
    page = await host.open('pages/feed/feed')
  })

  it('shows the first five articles', () => {
    expect(page.data.state).toBe('ready')
    expect(page.data.articles).toHaveLength(5)
    expect(page.data.articles[0]).toMatchObject({ id: 1, read: false })
    expect(page.data.articles[1].title).toMatch(/^水温 Water/)
    expect(host).toHaveRequested('/feed?page=1&size=5', 1)
  })

  it('never asks for more at a time than a phone does', () => {
    expect(host.requests.filter(call => call.queued)).toEqual([])
  })

  it('appends the next page and keeps what is there', async () => {
    const [first] = page.data.articles
    await page.call('onReachBottom')
    expect(page.data.articles.length).toBeGreaterThan(5)
    expect(page.data.articles[0]).toEqual(first)
    expect(page.data.loadingMore).toBe(false)
  })

  it('greys out what has been read', async () => {
    const { id } = page.data.articles[2]
    const detail = await host.navigateTo(`pages/detail/detail?id=${id}`)
    expect(detail.data.state).toBe('ready')
    const back = await host.navigateBack()
    expect(back.data.articles.find(article => article.id === id).read).toBe(true)
  })

  it('shows the words of a server that is in trouble', async () => {
    host.lab.route('GET /feed', { status: 500, json: { message: '厨房着火了 The kitchen is on fire' } })
    const again = await host.open('pages/feed/feed')
    expect(again.data).toMatchObject({ state: 'error', message: '厨房着火了 The kitchen is on fire' })
    host.lab.route('GET /feed', { json: { items: [], hasMore: false } })
    await again.call('refresh')
    expect(again.data.state).toBe('empty')
  })
})

describe('an article', () => {
  it('is liked at once, and corrected by the server', async () => {
    const page = await host.open('pages/detail/detail?id=1')
    const { likes } = page.data
    host.lab.route('POST /articles/:id/likes', { status: 201, json: { likes: likes + 7 } })
    const done = page.call('like')
    expect(page.data.likes).toBe(likes + 1)
    await done
    expect(page.data.likes).toBe(likes + 7)
  })

  it('that is gone says so', async () => {
    const page = await host.open('pages/detail/detail?id=4711')
    expect(page.data.state).toBe('missing')
    expect(page.data.message).toContain('taken away')
  })

  it('posts JSON with its length and type', async () => {
    const page = await host.open('pages/detail/detail?id=2')
    await page.call('like')
    const [posted] = host.lab.requests('POST /articles/:id/likes').slice(-1)
    expect(posted.json).toEqual({ source: 'detail' })
    expect(posted.headers['content-type']).toBe('application/json')
  })
})
