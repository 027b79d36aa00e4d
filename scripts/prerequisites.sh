# Finds what Bangban is built with, and names what to install where it is missing. Sourced by ./bangban.

java_major() { "$1/bin/java" -XshowSettings:properties -version 2>&1 | sed -n 's/.*java.specification.version = //p'; }

# The JDK that the javac on PATH is of, wherever links lead.
java_on_path() {
  local javac
  javac=$(command -v javac) && javac=$(readlink -f "$javac") && dirname "$(dirname "$javac")"
}

# Sets JAVA_HOME to a JDK 25 or later: the one that is set, else the one on PATH, else one beside the others of this machine.
find_java() {
  local candidate major
  for candidate in "${JAVA_HOME:-}" "$(java_on_path)" /usr/lib/jvm/*25* /usr/lib/jvm/* /opt/*jdk* /opt/java/* \
    "${HOME:-}"/.sdkman/candidates/java/* "${HOME:-}"/.jdks/* /Library/Java/JavaVirtualMachines/*/Contents/Home; do
    [[ -n $candidate && -x $candidate/bin/javac ]] || continue
    major=$(java_major "$candidate")
    if [[ $major =~ ^[0-9]+$ && $major -ge 25 ]]; then
      export JAVA_HOME=$candidate
      return
    fi
  done
  die "no JDK 25 found. Install one (for example Eclipse Temurin 25, package temurin-25-jdk) or set JAVA_HOME to where it is."
}

# Sets maven to the machine's Maven, else to the wrapper, which fetches one from Maven Central.
find_maven() {
  if command -v mvn >/dev/null; then maven=mvn; else maven=$here/mvnw; fi
}

require_node() {
  command -v node >/dev/null && command -v npm >/dev/null || die "no Node.js found. Install Node.js 20.19 or later with npm (packages nodejs, npm)."
  local version major minor
  version=$(node -p 'process.versions.node')
  IFS=. read -r major minor _ <<<"$version"
  [[ $major -gt 20 || ($major -eq 20 && $minor -ge 19) ]] || die "Node.js $version found; Bangban's portal is built with 20.19 or later."
}

# Installs Debian packages where this is allowed without asking, else says which.
require_packages() {
  local missing=() package
  for package in "$@"; do
    dpkg-query -W -f='${Status}' "$package" 2>/dev/null | grep -q 'ok installed' || missing+=("$package")
  done
  [[ ${#missing[@]} -eq 0 ]] && return
  if [[ $(id -u) -eq 0 ]] && command -v apt-get >/dev/null; then
    say "installing ${missing[*]}"
    { apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}"; } \
      >"$here/target/packages.log" 2>&1 || die "could not install ${missing[*]}; see target/packages.log"
  else
    die "install these packages first: ${missing[*]}"
  fi
}
