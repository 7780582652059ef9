#!/bin/sh
# Makes a start-up archive: runs the demo and a test to learn which classes a run loads, then dumps them.
# usage: archive-job.sh ARCHIVE HOME JAR JAVA JVM-OPTION…
set -u
jsa=$1 home=$2 jar=$3
shift 3
. "$home/launcher/lock.sh"

folder=${jsa%/*}
mkdir -p "$folder" || exit
lock "$jsa.lock" || exit 75 # another job makes it: a temporary failure, as sysexits.h numbers it
scratch=$jsa.$$
trap 'rm -rf "$scratch"; unlock "$jsa.lock"' EXIT
trap 'exit 1' HUP INT TERM
mkdir "$scratch" || exit

# within SECONDS COMMAND…: a training run that hangs must not stay.
within() {
  left=$(($1 * 5))
  shift
  "$@" &
  child=$!
  while [ "$left" -gt 0 ] && kill -0 "$child" 2>/dev/null; do
    sleep 0.2 2>/dev/null || sleep 1
    left=$((left - 1))
  done
  kill -9 "$child" 2>/dev/null
  wait "$child"
}

# A static archive with linked classes, not -XX:AOTCache: that one does not notice changed jars.
within 60 "$@" -XX:DumpLoadedClassList="$scratch/classes" "-Dminihost.home=$home" \
  -cp "$jar" minihost.cli.TrainingRun "$home/demo-miniprogram"
within 120 "$@" -Xshare:dump -XX:+AOTClassLinking -XX:SharedClassListFile="$scratch/classes" \
  -XX:SharedArchiveFile="$scratch/archive" -cp "$jar"

if [ -s "$scratch/archive" ]; then
  mv "$scratch/archive" "$jsa"
  rm -f "$jsa.failed"
else
  : >"$jsa.failed" # not tried again until the key changes, or by MINIHOST_CDS=now
fi

# What older builds and killed jobs left. A JVM that has an archive open keeps it until it ends.
kind=${jsa%-*}
for old in "$kind"-*.jsa "$kind"-*.failed; do
  case $old in "$jsa"*) ;; *) rm -f "$old" ;; esac
done
for old in "$kind"-*.jsa.[0-9]*; do
  kill -0 "${old##*.}" 2>/dev/null || rm -rf "$old"
done
find "${folder%/*}" -name '*.jsa' -atime +30 -exec rm -f {} + 2>/dev/null
