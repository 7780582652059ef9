# shellcheck shell=sh disable=SC2034,SC2154 # sourced by minihost
# Where a JDK may be. Versions are read from the `release` file; no JVM is started.

wanted=25
system=${MINIHOST_SYSTEM_ROOT:-} # what / is; another folder in tests

# is_jdk HOME TOOL: whether HOME is a Java of the wanted version or newer that has bin/TOOL.
# Remembers the newest one that is too old, for the message.
is_jdk() {
  [ -x "$1/bin/$2" ] && [ -r "$1/release" ] || return 1
  feature=0
  while IFS='=' read -r name value || [ -n "$name" ]; do
    [ "$name" = JAVA_VERSION ] || continue
    feature=${value#\"}
    feature=${feature%%[!0-9]*}
    break
  done <"$1/release"
  [ "${feature:-0}" -ge "$wanted" ] && return 0
  if [ "${feature:-0}" -gt "${newest:-0}" ]; then
    newest=$feature
    newest_home=$1
  fi
  return 1
}

# The Java that `java` on the PATH is, symbolic links followed.
java_on_path() {
  found=$(command -v java) || return 1
  while [ -h "$found" ]; do
    link=$(readlink "$found")
    case $link in
      /*) found=$link ;;
      *) found=${found%/*}/$link ;;
    esac
  done
  case $found in */bin/java) found=${found%/bin/java} ;; *) return 1 ;; esac
}

# find_jdk TOOL: sets $jdk to the first Java that has bin/TOOL, or says what to install.
find_jdk() {
  newest=
  if [ -n "${MINIHOST_JAVA_HOME:-}" ]; then
    jdk=$MINIHOST_JAVA_HOME
    is_jdk "$jdk" "$1" && return
    say "MINIHOST_JAVA_HOME=$jdk is not a JDK $wanted or newer${newest:+ (it is Java $newest)};" \
      "point it at one, or unset it to let the launcher search."
    return 1
  fi
  jdk=${JAVA_HOME:-}
  [ -n "$jdk" ] && is_jdk "$jdk" "$1" && return
  java_on_path && jdk=$found && is_jdk "$jdk" "$1" && return
  if [ -x "$system/usr/libexec/java_home" ]; then
    jdk=$("$system/usr/libexec/java_home" -F -v "$wanted+" 2>/dev/null) && is_jdk "$jdk" "$1" && return
  fi
  user=${HOME:-/nonexistent}
  for jdk in \
    "${SDKMAN_DIR:-$user/.sdkman}"/candidates/java/* "$user"/.jdks/* \
    "${ASDF_DATA_DIR:-$user/.asdf}"/installs/java/* \
    "${MISE_DATA_DIR:-$user/.local/share/mise}"/installs/java/* \
    "$system"/usr/lib/jvm/* "$system"/usr/java/* "$system"/opt/java/* "$system"/opt/jdk* \
    "$system"/Library/Java/JavaVirtualMachines/*/Contents/Home \
    "$user"/Library/Java/JavaVirtualMachines/*/Contents/Home \
    "$system"/opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home \
    "$system"/usr/local/opt/openjdk*/libexec/openjdk.jdk/Contents/Home \
    "$system"/home/linuxbrew/.linuxbrew/opt/openjdk*/libexec; do
    is_jdk "$jdk" "$1" && return
  done
  say "needs Java $wanted or newer${newest:+ and found only Java $newest in $newest_home}: install" \
    "a JDK $wanted (such as Eclipse Temurin), or point MINIHOST_JAVA_HOME or JAVA_HOME at one."
  return 1
}
