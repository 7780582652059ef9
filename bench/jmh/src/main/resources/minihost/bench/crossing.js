// What a program does with a buffer: looks at it, or hands it on.
(host, kit) => ({
  give: bytes => bytes.byteLength,
  echo: bytes => host.take(bytes).byteLength,
});
