"""A mini program of many pages, to see what a start costs when there is much that it does not open."""

import json
from pathlib import Path

IN_MAIN_PACKAGE = 10
IN_A_SUBPACKAGE = 50
COMPONENTS = 50
ON_A_PAGE = 5

PAGE = """
import { sum } from '{up}utils/list'

Page({
  data: { items: [], total: 0 },
  onLoad(query) {
    this.setData({ items: [1, 2, 3].map((n) => ({ id: n, name: `item ${n}`, from: query.from })) })
    this.setData({ total: sum(this.data.items.map((item) => item.id)) })
  },
  onReady() {},
  onChange(event) {
    this.setData({ total: this.data.total + event.detail.by })
  },
})
"""

COMPONENT = """
Component({
  properties: { label: String, count: { type: Number, value: 1 } },
  data: { doubled: 0 },
  observers: {
    count(count) {
      this.setData({ doubled: count * 2 })
    },
  },
  methods: {
    tap() {
      this.triggerEvent('change', { by: this.data.count })
    },
  },
})
"""


def put(path, text):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text if isinstance(text, str) else json.dumps(text), encoding="utf-8")


def write_program(root: Path, pages: int):
    main = [f"pages/p{n}/p{n}" for n in range(min(pages, IN_MAIN_PACKAGE))]
    packages = {}
    for n in range(len(main), pages):
        packages.setdefault(f"package{n // IN_A_SUBPACKAGE}", []).append(f"pages/p{n}/p{n}")
    put(
        root / "app.json",
        {
            "pages": main,
            "subpackages": [{"root": name, "pages": own} for name, own in packages.items()],
            "networkTimeout": {"request": 10000},
        },
    )
    put(root / "app.js", "App({ onLaunch() {}, globalData: {} })\n")
    put(root / "utils/list.js", "export const sum = (all) => all.reduce((a, b) => a + b, 0)\n")
    for n in range(COMPONENTS):
        base = root / f"components/c{n}/c{n}"
        put(base.with_suffix(".js"), COMPONENT)
        put(base.with_suffix(".json"), {"component": True})
        put(base.with_suffix(".wxml"), '<view bindtap="tap">{{label}} {{count}} {{doubled}}<slot/></view>')
    routes = main + [f"{name}/{page}" for name, own in packages.items() for page in own]
    for n, route in enumerate(routes):
        base = root / route
        used = [(n * ON_A_PAGE + i) % COMPONENTS for i in range(ON_A_PAGE)]
        put(base.with_suffix(".js"), PAGE.replace("{up}", "../" * route.count("/")))
        put(base.with_suffix(".json"), {"usingComponents": {f"c{i}": f"/components/c{i}/c{i}" for i in used}})
        tags = "".join(f'<c{i} label="{{{{item.name}}}}" count="{{{{item.id}}}}" bind:change="onChange"/>' for i in used)
        put(base.with_suffix(".wxml"), f'<view wx:for="{{{{items}}}}" wx:key="id">{tags}</view><text>{{{{total}}}}</text>')
