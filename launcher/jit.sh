# shellcheck shell=sh disable=SC2034,SC2154 # sourced by minihost
# --jit: the Graal compiler. A JDK has an empty module in the compiler's place, so the program runs
# on an image of that JDK without it (made once by jlink), the real compiler on the module path.

# use_jit: sets $java, $flags and $modules; or $why_not, and nothing else has changed.
use_jit() {
  [ -n "$cache" ] || { why_not='there is no cache folder (HOME is not set)'; return 1; }
  image=$cache/jit/$(cksum <"$jdk/release" | tr ' ' -)
  set -- "$tree"/jit/compiler-*.jar
  compiler=$1
  if ! [ -f "$compiler" ] || ! [ -f "$image/checked" ]; then
    . "$home/launcher/lock.sh"
    mkdir -p "$cache/jit" || { why_not="$cache is not writable"; return 1; }
    lock "$image.lock" || { why_not="process ${holder:-?} is preparing it, try again in a minute"; return 1; }
    trap 'unlock "$image.lock"; rm -rf "$image.$$"' EXIT
    trap 'exit 130' INT
    trap 'exit 143' TERM
    say 'preparing the Graal compiler (once, some seconds)…'
    prepare_jit
    prepared=$?
    unlock "$image.lock"
    rm -rf "$image.$$"
    trap - EXIT INT TERM
    [ $prepared -eq 0 ] || return 1
  fi
  java=$image/bin/java
  jit_options
  flags="$flags $jit_flags"
  modules=$jit_modules
}

jit_options() {
  jit_flags='-XX:+UnlockExperimentalVMOptions -XX:+EnableJVMCI -XX:-UseJVMCICompiler'
  jit_flags="$jit_flags --add-modules=jdk.graal.compiler,jdk.internal.vm.ci -Dminihost.jit=on"
  jit_modules=$compiler
  for file in "$tree"/lib/word-*.jar "$tree"/lib/collections-*.jar "$tree"/lib/truffle-compiler-*.jar; do
    jit_modules=$jit_modules:$file
  done
}

prepare_jit() {
  log=$cache/jit/prepare.log
  : >"$log"
  runtime=$jdk
  if ! find_jdk jlink 2>>"$log"; then
    why_not="there is no JDK $wanted or newer with jlink"
    return 1
  fi
  linker=$jdk
  jdk=$runtime
  [ -f "$compiler" ] || fetch_compiler || return 1
  [ -f "$image/checked" ] || link_image
}

fetch_compiler() {
  (cd "$home" && JAVA_HOME=$linker mvn -q -B -N \
    dependency:copy@jit-compiler "-DoutputDirectory=$tree/jit") >>"$log" 2>&1
  set -- "$tree"/jit/compiler-*.jar
  compiler=$1
  [ -f "$compiler" ] && return
  why_not="Maven could not fetch the compiler (see $log)"
  return 1
}

link_image() {
  if ! "$linker/bin/jlink" --output "$image.$$" --add-modules "$(paste -sd, "$home/launcher/jit-modules")" \
    >>"$log" 2>&1; then
    why_not="jlink of $linker failed (see $log)"
    return 1
  fi
  jit_options
  # The compiler's own check that it and this JDK fit together.
  # shellcheck disable=SC2086
  if ! "$image.$$/bin/java" $jit_flags "--module-path=$jit_modules" \
    jdk.graal.compiler.hotspot.JVMCIVersionCheck >>"$log" 2>&1; then
    why_not="the compiler does not fit the JDK in $linker (see $log)"
    return 1
  fi
  : >"$image.$$/checked"
  rm -rf "$image"
  mv "$image.$$" "$image" && forget_old_images && return
  why_not="$image cannot be written"
  return 1
}

# An image is 110 MB: those of JDKs not used for a month go.
forget_old_images() {
  find "$cache"/jit/*/lib/modules -atime +30 2>/dev/null | while read -r unused; do
    rm -rf "${unused%/lib/modules}"
  done
}
