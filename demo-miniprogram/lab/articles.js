// What the real backend keeps in its database.
module.exports = [
  {
    id: 1,
    title: 'The first pour is for the pot',
    author: 'Lin Yue',
    publishedAt: '2026-11-16T08:30:00Z',
    summary: 'Why the first, short infusion goes over the pot and not into the cup.',
    body: 'Hot water wakes the leaf and warms the clay. Pour it in, count to three, pour it off over the lid. What you drink after that tastes of tea and not of the cupboard it came from.',
    likes: 12
  },
  {
    id: 2,
    title: '水温 Water that is not quite boiling',
    author: '陈安',
    publishedAt: '2026-11-12T02:10:00Z',
    summary: '绿茶怕烫。Green tea turns bitter above eighty-five degrees.',
    body: '绿茶怕烫，八十度上下最好。If there is no thermometer, leave the lid off the kettle and wait until the small bubbles stop talking.',
    likes: 31
  },
  {
    id: 3,
    title: 'A gaiwan for the office',
    author: 'Mara Holt',
    publishedAt: '2026-11-09T15:00:00Z',
    summary: 'A lid, a bowl, a saucer: the whole kitchen in one hand.',
    body: 'A gaiwan holds a hundred millilitres and forgives everything. The lid is the strainer. Hold the rim and not the bowl, and buy a white one: you want to see the colour.',
    likes: 8
  },
  {
    id: 4,
    title: 'Counting infusions',
    author: 'Lin Yue',
    publishedAt: '2026-11-05T09:45:00Z',
    summary: 'Seven cups from one spoon of leaves, and what each of them is like.',
    body: 'The second cup is the loudest, the fourth the best, the seventh the one you remember. Add ten seconds each time and stop when the leaf has nothing left to say.',
    likes: 19
  },
  {
    id: 5,
    title: '老白茶 Old white tea in winter',
    author: '陈安',
    publishedAt: '2026-10-30T11:20:00Z',
    summary: '三年的白茶可以煮。White tea that has slept three years may be boiled.',
    body: '三年以上的老白茶，小火慢煮，枣香就出来了。A clay pot on a low flame, twenty minutes, and the kitchen smells of dates.',
    likes: 44
  },
  {
    id: 6,
    title: 'How to fail at matcha',
    author: 'Mara Holt',
    publishedAt: '2026-10-24T07:05:00Z',
    summary: 'Lumps, mostly. Also haste.',
    body: 'Sieve it. Nobody sieves it. Then draw the letter M with the whisk, quickly and without pressing, and stop when the foam looks like the inside of bread.',
    likes: 5
  },
  {
    id: 7,
    title: 'Tea that travelled by horse',
    author: 'Lin Yue',
    publishedAt: '2026-10-18T13:40:00Z',
    summary: "A brick of pu'er, pressed for a saddle bag.",
    body: 'It was pressed so that it would not spill and it fermented because the road was long. Break off a corner with a blunt knife, rinse it twice, and give it time.',
    likes: 23
  },
  {
    id: 8,
    title: '茶渣 What to do with the leaves',
    author: '陈安',
    publishedAt: '2026-10-11T06:00:00Z',
    summary: '晒干了放进鞋柜。Dry them, and the shoe cupboard will thank you.',
    body: '泡过的茶叶晒干，装进布袋，放进鞋柜或冰箱。The roses like them too, but only a handful.',
    likes: 17
  }
]
