# shellcheck shell=sh disable=SC2034,SC2154 # sourced by minihost
# The start-up archive: classes of a usual run, loaded and linked ahead (docs/performance.md).

# use_archive: sets $archive when there is a good one, else starts making it.
use_archive() {
  name_archive
  if ! usable; then
    case ${MINIHOST_CDS:-on} in
      now) while (make_archive); [ $? -eq 75 ]; do sleep 0.2 2>/dev/null || sleep 1; done ;;
      *) [ -e "$jsa.failed" ] || (trap '' HUP INT QUIT; make_archive) & ;;
    esac
    usable || return
  fi
  archive=$jsa
}

# The key: where, with which Java and options, of which jars (names, sizes, times).
name_archive() {
  key=$({
    echo "$home $java $flags $modules"
    while read -r line; do echo "$line"; done <"$jdk/release"
    TZ=UTC0 LC_ALL=C ls -lnL "$tree/lib"
  } | cksum)
  folder_of "$home"
  jsa=$cache/archive/$folder/jit-$jit-${key%% *}.jsa
}

# One folder for each clone, so that what an older build left there can be removed.
folder_of() {
  IFS=/
  set -f
  # shellcheck disable=SC2086
  set -- $1
  IFS=-
  folder=$*
  set +f
  unset IFS
}

# Times in the key are minutes; a jar newer than the archive is what they may miss.
usable() {
  [ -f "$jsa" ] || return 1
  for file in "$tree"/lib/*.jar; do
    # shellcheck disable=SC3013 # every sh has -nt, POSIX since 2024
    [ "$file" -nt "$jsa" ] && return 1
  done
  return 0
}

# A process of its own, without a terminal: neither ^C nor a closed window reaches it, nobody waits
# for it, and the run it was started by does not feel it.
make_archive() {
  detach=
  command -v setsid >/dev/null && detach=setsid
  # shellcheck disable=SC2086
  exec $detach nice -n 19 sh "$home/launcher/archive-job.sh" "$jsa" "$home" "$jar" "$java" \
    $flags ${modules:+"--module-path=$modules"} </dev/null >/dev/null 2>&1
}
