# 200 random organisations of 80 passages, 50 readers each, against a brute-force list. Sourced by ./bangban prove permissions.

find_java
mkdir -p "$here/target"
if maven -q -pl knowledge -am test -Dtest='PermissionProperties' -Dsurefire.failIfNoSpecifiedTests=false \
  -Dbangban.prove=true -DargLine="--add-modules jdk.incubator.vector -Xmx2g -Dbangban.prove=true" >"$here/target/prove.log" 2>&1; then
  say "every reader found all of theirs and nothing else"
  tried=$(grep -oE 'permission tries passed: [0-9]+' "$here/target/prove.log" | grep -oE '[0-9]+' | tail -1)
  echo "${tried:-0} passed, 0 failed"
  [[ ${tried:-0} -gt 0 ]]
  exit $?
fi
grep -vE '^\s+at ' "$here/target/prove.log" | tail -30 >&2
echo "0 passed, 1 failed"
exit 1
