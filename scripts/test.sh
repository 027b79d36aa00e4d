# Every check and test. Sourced by ./bangban test; its last line is 'N passed, N failed', its exit code 0 where none failed.

find_java
require_node
mkdir -p "$here/target"
require_packages chromium fonts-noto-cjk

# what runs on PostgreSQL is tested on one: the one that is named, else one of its own
# shellcheck source=scripts/postgres.sh
source "$scripts/postgres.sh"
if [[ -z ${BANGBAN_TEST_PG_URL:-} ]]; then
  start_postgres fsync=off full_page_writes=off
  export BANGBAN_TEST_PG_URL=$postgres_url BANGBAN_TEST_PG_USER=$postgres_user BANGBAN_TEST_PG_PASSWORD=$postgres_password
fi
# the platform that tests start is the embedded one unless they say otherwise
unset BANGBAN_PG_URL BANGBAN_PG_USER BANGBAN_PG_PASSWORD

export LC_ALL=C.UTF-8 CI=${CI:-}
passed=0
failed=0

# Runs a step with its output shown and kept; a step that fails without a counted test failure counts as one.
step() {
  local name=$1 log=$here/target/test-$1.log code=0 ok bad
  shift
  say "== $name"
  set +e
  "$@" 2>&1 | tee "$log"
  code=${PIPESTATUS[0]}
  set -e
  read -r ok bad < <("count_$name" "$log")
  [[ $code -ne 0 && $bad -eq 0 ]] && bad=1
  passed=$((passed + ok))
  failed=$((failed + bad))
  say "== $name: $ok passed, $bad failed"
}

java_tests() { maven verify; }

count_java() {
  find "$here" -path '*/target/surefire-reports/TEST-*.xml' -newer "$here/target/tests-started" -print0 |
    xargs -0 -r grep -hoE '<testsuite [^>]*' |
    awk '{
      tests = bad = skipped = 0
      if (match($0, / tests="[0-9]+"/)) tests = substr($0, RSTART + 8, RLENGTH - 9)
      if (match($0, / errors="[0-9]+"/)) bad += substr($0, RSTART + 9, RLENGTH - 10)
      if (match($0, / failures="[0-9]+"/)) bad += substr($0, RSTART + 11, RLENGTH - 12)
      if (match($0, / skipped="[0-9]+"/)) skipped = substr($0, RSTART + 10, RLENGTH - 11)
      ok += tests - bad - skipped; failed += bad
    } END { print ok + 0, failed + 0 }'
}

# As the package build does it; nothing to do where it did.
portal_tests() { (cd "$here/chat-web/ui" && { [[ -d node_modules ]] || npm ci --no-audit --no-fund; } && NO_COLOR=1 npm test); }

count_portal() {
  local line
  line=$(grep -E '^ *Tests ' "$1" | tail -1)
  printf '%s %s\n' "$(grep -oE '[0-9]+ passed' <<<"$line" | grep -oE '[0-9]+' || echo 0)" \
    "$(grep -oE '[0-9]+ failed' <<<"$line" | grep -oE '[0-9]+' || echo 0)"
}

browser_tests() { (cd "$here/chat-web/ui" && NO_COLOR=1 node --test --test-concurrency=1 --test-reporter=spec e2e/*.test.mjs); }

count_browser() {
  printf '%s %s\n' "$(grep -oE '^ℹ pass [0-9]+' "$1" | grep -oE '[0-9]+' || echo 0)" \
    "$(grep -oE '^ℹ fail [0-9]+' "$1" | grep -oE '[0-9]+' || echo 0)"
}

touch "$here/target/tests-started"
step java java_tests
# what these built is what ./bangban starts; sources that changed meanwhile have changed since
[[ $failed -ne 0 ]] || touch -r "$here/target/tests-started" "$here/target/built"
step portal portal_tests
step browser browser_tests

echo "$passed passed, $failed failed"
[[ $failed -eq 0 ]]
exit $?
