# shellcheck shell=sh disable=SC2034 # sourced
# A lock is a folder holding the id of the process that took it; one whose process is gone
# (kill -9, power) is taken over.

# lock DIR: whether we hold it now. Otherwise $holder is the process that does.
lock() {
  mkdir "$1" 2>/dev/null && echo $$ >"$1/pid" && return
  holder=
  { read -r holder <"$1/pid"; } 2>/dev/null
  # No id yet: its owner is between mkdir and echo, or died there a while ago.
  [ -n "$holder" ] || [ -n "$(find "$1" -prune -mmin +1 2>/dev/null)" ] || return 1
  [ -n "$holder" ] && kill -0 "$holder" 2>/dev/null && ! overdue "$1" && return 1
  mv "$1" "$1.$$" 2>/dev/null || return 1
  { read -r moved <"$1.$$/pid"; } 2>/dev/null || moved=
  if [ "$moved" != "$holder" ]; then # another process was quicker: this is its new lock
    mv "$1.$$" "$1"
    return 1
  fi
  rm -rf "$1.$$"
  mkdir "$1" 2>/dev/null && echo $$ >"$1/pid"
}

# Process ids are used again: after half an hour the holder is somebody else.
overdue() { [ -n "$(find "$1" -prune -mmin +30 2>/dev/null)" ]; }

unlock() { rm -rf "$1"; }
