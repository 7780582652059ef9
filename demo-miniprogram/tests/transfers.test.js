// Files, streams, sockets and the cloud.
it('a picture is kept and handed in', async () => {
  const page = await host.open('pages/album/album')
  await page.call('keep')
  expect(page.data.kept).toMatch(/gongfu\.png$/)
  await page.call('handIn', 'tea')
  expect(page.data.receipt).toMatchObject({ number: expect.any(Number) })
})

it('a log is shown as it is written', async () => {
  const page = await host.open('pages/brew/brew')
  await page.call('pour')
  expect(page.data.state).toBe('done')
  expect(page.data.lines).toHaveLength(5)
})

it('a log can be stopped', async () => {
  const page = await host.open('pages/brew/brew')
  const poured = page.call('pour')
  page.call('stop')
  await poured
  expect(page.data).toMatchObject({ state: 'stopped', message: 'request:fail abort' })
})

it('what is said in the tea room comes back', async () => {
  const page = await host.open('pages/chat/chat')
  await page.call('join')
  await page.call('say', '茶')
  expect(page.data.lines).toEqual(['茶'])
  await page.call('leave')
  expect(page.data.message).toBe('Closed (1000)')
})

it('the tea room can be entered again and again', async () => {
  for (let i = 0; i < 6; i++) {
    const page = await host.open('pages/chat/chat')
    await page.call('join')
    expect(page.data.open).toBe(true)
  }
  await host.page.call('leave')
})

it('the kettle answers by UDP, TCP and HTTP', async () => {
  const page = await host.open('pages/kettle/kettle')
  await page.call('greet')
  expect(page.data.udp).toMatch(/^叮/)
  expect(page.data.tcp).toMatch(/^水开了吗/)
  expect(page.data.http).toBe('85 °C')
})

it('the notebook knows who writes', async () => {
  const page = await host.open('pages/notebook/notebook')
  await page.call('add', 'first')
  expect(page.data.notes).toHaveLength(1)
  expect(page.data.owner).not.toBe('')
})

it('orders come in over the cloud', async () => {
  const page = await host.open('pages/orders/orders')
  await page.call('watch')
  expect(page.data.orders[0]).toContain('Dong Ding')
  await page.call('close')
})
