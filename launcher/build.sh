# shellcheck shell=sh disable=SC2034,SC2154 # sourced by minihost
# Builds the runnable tree with Maven; one build at a time.

# build: 0 when the tree is up to date; otherwise says why and returns an exit code.
build() {
  log=$home/target/minihost-build.log
  lock=$home/target/minihost-build.lock
  . "$home/launcher/lock.sh"
  if ! mkdir -p "$home/target" 2>/dev/null; then
    say "cannot build: $home is not writable"
    return 73
  fi
  waited=
  until lock "$lock"; do
    [ -n "$waited" ] || say "waiting for the build of process ${holder:-?}…"
    waited=yes
    sleep 1
  done
  trap 'unlock "$lock"' EXIT
  trap 'exit 130' INT
  trap 'exit 143' TERM
  [ -n "$waited" ] && ! stale
  built=$?
  if [ $built -ne 0 ]; then
    run_maven
    built=$?
  fi
  unlock "$lock"
  trap - EXIT INT TERM
  return $built
}

run_maven() {
  runtime=$jdk
  find_jdk javac || return 69
  maven_jdk=$jdk
  jdk=$runtime
  if ! command -v mvn >/dev/null; then
    say "needs Maven to build itself and found no mvn on the PATH; install it (package maven)."
    return 69
  fi
  if [ -f "$tree/built" ]; then say "building (sources changed)…"
  else say "building (first run, about a minute)…"
  fi
  # Maven runs on the JDK found, so that one it would not find by itself does as well.
  (
    cd "$home" || exit
    export JAVA_HOME="$maven_jdk" MAVEN_OPTS="${MAVEN_OPTS:-} -Djansi.mode=strip"
    exec mvn -q -B -Dmaven.test.skip=true package
  ) >"$log" 2>&1 && return
  say "the build failed; from its log, $log:"
  errors=$(sed -n '/-> \[Help/q; /^\[ERROR\]/p' "$log" | tail -n 20)
  if [ -n "$errors" ]; then printf '%s\n' "$errors" >&2
  else tail -n 20 "$log" >&2
  fi
  return 70
}
