#!/bin/sh
# What the tests need that pip cannot bring: Debian's Chromium and PostgreSQL, and axe-core from npm (pinned, with its checksum, in
# tests/browser/package-lock.json; fetched and not kept here, since it is 640 kB of another licence that only tests read).
# Quick where everything is there already. Where something cannot be had it says so and goes on: the tests that need it are skipped.
set -u
cd "$(dirname "$0")/browser"

have() { # have COMMAND: on the path, or as a file of this pattern
    command -v "$1" >/dev/null || ls $1 >/dev/null 2>&1
}

fetch() { # fetch COMMAND PACKAGE: installs a Debian package unless the command is there
    have "$1" && return
    if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
        echo "tests: installing $2 (apt-get)"
        { apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -qq --yes --no-install-recommends "$2"; } >/dev/null 2>&1
    fi
    have "$1" || echo "tests: no $1 here, and it could not be installed (as root: apt-get install $2); what needs it is skipped"
}

fetch chromium chromium
fetch '/usr/lib/postgresql/*/bin/initdb' postgresql
if [ ! -f node_modules/axe-core/axe.min.js ]; then
    fetch npm npm
    npm ci --silent --no-audit --no-fund || echo "tests: axe-core could not be fetched from npm; the accessibility tests are skipped"
fi
exit 0
