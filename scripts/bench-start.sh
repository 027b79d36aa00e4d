# From the start of the JVM to the first answered request, and the memory held then; without the ahead-of-time cache as the baseline.
# Sourced by ./bangban bench start [RUNS]; the last line is one JSON object.

runs=${2:-5}
home=$(mktemp -d)
trap 'rm -rf "$home"' EXIT

# Prints milliseconds and resident megabytes; $1: with or without the cache.
start_once() {
  local options=() port=$((20000 + RANDOM % 20000)) began pid ready resident
  [[ $1 == with && -f $cache ]] && options=(-XX:AOTCache="$cache" -Xlog:aot=off -Xlog:cds=off)
  began=$(date +%s%N)
  BANGBAN_HOME=$home BANGBAN_PORT=$port BANGBAN_DEMO=false "$JAVA_HOME/bin/java" "${jvm[@]}" "${options[@]}" -Xmx600m \
    -cp "$(class_path chat-web)" bangban.web.Bangban run >"$here/target/bench-start.log" 2>&1 &
  pid=$!
  for _ in $(seq 1 1200); do
    if curl -sf -o /dev/null "http://127.0.0.1:$port/api/status"; then break; fi
    kill -0 "$pid" 2>/dev/null || die "the server did not start; see target/bench-start.log"
    sleep 0.05
  done
  ready=$((($(date +%s%N) - began) / 1000000))
  sleep 8
  resident=$(awk '/VmRSS/ { print int($2 / 1024) }' "/proc/$pid/status")
  kill "$pid" && wait "$pid" 2>/dev/null || true
  echo "$ready $resident"
}

median() { sort -n | awk '{ v[NR] = $1 } END { print v[int((NR + 1) / 2)] }'; }

start_once with >/dev/null # makes the data folder
figures=()
for kind in with without; do
  for i in $(seq 1 "$runs"); do
    start_once "$kind"
    say "start $kind the cache $i/$runs" >&2
  done >"$home/$kind.txt"
  figures+=("$(cut -d' ' -f1 "$home/$kind.txt" | median)" "$(cut -d' ' -f2 "$home/$kind.txt" | median)")
done
printf '{"runs":%d,"ready_ms":%d,"resident_mb":%d,"without_cache":{"ready_ms":%d,"resident_mb":%d}}\n' "$runs" "${figures[@]}"
exit 0
