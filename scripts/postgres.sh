# A private PostgreSQL with pgvector for tests and measurements. Sourced by ./bangban and scripts/test.sh.
#
#   start_postgres [SETTING=VALUE…]   sets postgres_url, postgres_user, postgres_password; stopped and deleted when the shell ends

# Prints the newest installed major version that has pgvector 0.8 or later, which brought iterative scans.
postgres_version() {
  local control version
  for control in $(ls -d /usr/share/postgresql/*/extension/vector.control 2>/dev/null | sort -rV); do
    version=$(sed -n "s/^default_version = '\(.*\)'/\1/p" "$control")
    [[ $(printf '0.8.0\n%s\n' "$version" | sort -V | head -1) == 0.8.0 ]] || continue
    version=${control#/usr/share/postgresql/}
    [[ -x /usr/lib/postgresql/${version%%/*}/bin/initdb ]] || continue
    printf '%s' "${version%%/*}"
    return
  done
  return 1
}

# Installs PostgreSQL 15 or what the distribution has, and pgvector: its package where there is one, else Debian's source of it.
install_postgres() {
  [[ $(id -u) -eq 0 ]] && command -v apt-get >/dev/null ||
    die "no PostgreSQL with pgvector 0.8 or later found. Install both, or name a server: BANGBAN_TEST_PG_URL (tests), BANGBAN_PG_URL."
  local version
  apt-cache show postgresql >/dev/null 2>&1 || apt-get update -qq >"$here/target/packages.log" 2>&1
  version=$(apt-cache depends postgresql | sed -n 's/.*Depends: postgresql-\([0-9]*\)$/\1/p' | head -1)
  require_packages "postgresql-${version:-15}"
  if apt-cache show "postgresql-$version-pgvector" >/dev/null 2>&1; then
    require_packages "postgresql-$version-pgvector"
  fi
  postgres_version >/dev/null || build_pgvector "${version:-15}"
}

# pgvector 0.8.0 from the source package of Debian 13, whose signature apt checks; a few seconds.
build_pgvector() {
  require_packages "postgresql-server-dev-$1" gcc libc6-dev make debian-archive-keyring
  say "building pgvector"
  local work
  work=$(mktemp -d)
  mkdir -p "$work/lists/partial"
  cat >"$work/trixie.sources" <<'TEXT'
Types: deb-src
URIs: http://deb.debian.org/debian
Suites: trixie
Components: main
Signed-By: /usr/share/keyrings/debian-archive-keyring.gpg
TEXT
  local only=(-qq -o "Dir::Etc::sourcelist=$work/trixie.sources" -o Dir::Etc::sourceparts=- -o "Dir::State::lists=$work/lists"
    -o APT::Sandbox::User=root)
  (
    cd "$work"
    apt-get "${only[@]}" update
    apt-get "${only[@]}" --download-only source pgvector
    mkdir source
    tar -xzf pgvector_*.orig.tar.gz -C source --strip-components=1
    # no flags of this machine: what is built may be copied to another
    make -C source with_llvm=no OPTFLAGS="" PG_CONFIG="/usr/lib/postgresql/$1/bin/pg_config" all install
  ) >"$here/target/pgvector.log" 2>&1 || die "could not build pgvector; see target/pgvector.log"
  rm -rf "$work"
}

# PostgreSQL refuses to run as root.
as_postgres() {
  if [[ $(id -u) -eq 0 ]]; then runuser -u postgres -- "$@"; else "$@"; fi
}

start_postgres() {
  local setting settings=()
  for setting in listen_addresses=127.0.0.1 jit=off "$@"; do settings+=(-c "$setting"); done
  mkdir -p "$here/target"
  postgres_version >/dev/null || install_postgres
  postgres_bin=/usr/lib/postgresql/$(postgres_version)/bin
  # not below the clone, which the account postgres may not be able to enter
  postgres_folder=$(mktemp -d "${TMPDIR:-/tmp}/bangban-postgres-XXXXXX")
  trap stop_postgres EXIT
  postgres_user=bangban
  postgres_password=$(od -An -N16 -tx1 /dev/urandom | tr -d ' \n')
  printf '%s\n' "$postgres_password" >"$postgres_folder/password"
  [[ $(id -u) -ne 0 ]] || chown -R postgres "$postgres_folder"
  local port attempt
  (
    cd "$postgres_folder"
    as_postgres "$postgres_bin/initdb" -D "$postgres_folder/data" -U "$postgres_user" --no-sync --encoding=UTF8 --locale=C.UTF-8 \
      --auth=scram-sha-256 --pwfile="$postgres_folder/password"
  ) >"$here/target/postgres.log" 2>&1 || die "no PostgreSQL could be made; see target/postgres.log"
  for attempt in 1 2 3 4 5; do
    port=$((20000 + RANDOM % 20000))
    answers "$port" && continue
    if as_postgres "$postgres_bin/pg_ctl" -D "$postgres_folder/data" -w -t 60 -l "$postgres_folder/log" \
      -o "-p $port -k $postgres_folder ${settings[*]}" start >>"$here/target/postgres.log" 2>&1; then
      postgres_url=jdbc:postgresql://127.0.0.1:$port/postgres
      return
    fi
  done
  cat "$postgres_folder/log" >>"$here/target/postgres.log" 2>/dev/null || true
  die "no PostgreSQL could be started; see target/postgres.log"
}

stop_postgres() {
  [[ -n ${postgres_folder:-} ]] || return 0
  as_postgres "$postgres_bin/pg_ctl" -D "$postgres_folder/data" -m immediate -w stop >/dev/null 2>&1 || true
  rm -rf "$postgres_folder"
  postgres_folder=
}
