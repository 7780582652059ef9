(host, kit) => {
  kit.define('echo', value => host.echo(value));
  return {};
};
