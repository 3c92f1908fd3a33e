#!/usr/bin/env bash
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

usage() {
  cat <<'EOT'
benchmarks/start.sh [--runs N] [--rest SECONDS] [--published FOLDER] [arguments for dotnet publish]

Publishes the program, lets it fill an SQLite database, and then measures on that database
  - the time from its start to the first 200 on a keyed GET (median, least and most of N starts), and
  - the memory in use after some seconds of rest.
Runtime settings may be tried from the environment, for example DOTNET_gcServer=0 or DOTNET_TieredPGO=0.
--published measures a folder that was published before.
EOT
}

runs=7 rest=10 published=''
while (($# > 0)); do
  case $1 in
    --help | -h) usage; exit 0 ;;
    --runs) runs=$2; shift 2 ;;
    --rest) rest=$2; shift 2 ;;
    --published) published=$2; shift 2 ;;
    *) break ;;
  esac
done

folder=$(mktemp -d)
pid=0
finish() {
  stop_program
  rm -rf "$folder"
}
stop_program() {
  if ((pid > 0)); then kill "$pid" 2>/dev/null && wait "$pid" 2>/dev/null || true; fi
  pid=0
}
trap finish EXIT

if [[ -z $published ]]; then
  published=$folder/published
  dotnet publish src/Api -c Release -v q --nologo -o "$published" "$@"
fi
program=$(realpath "$published")/AchieveApex.Api
export ConnectionStrings__Database="Data Source=$folder/data/achieveapex.db" Https__Required=false ASPNETCORE_ENVIRONMENT=Production
"$program" seed --organizations 1 --contacts 1000 >/dev/null 2>&1
key=$("$program" api-key create --organization 1 --email start@example.com)

# Asks once over a connection of its own, without starting a process.
asks() {
  { exec 3<>"/dev/tcp/127.0.0.1/$1"; } 2>/dev/null || return 1
  local status=''
  printf 'GET /contacts HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\nx-api-key: %s\r\n\r\n' "$key" >&3
  read -r status <&3 || true
  exec 3>&-
  [[ $status == *' 200 '* ]]
}

times=() memory=()
for ((run = 0; run < runs; run++)); do
  port=$((21000 + RANDOM % 8000))
  start=${EPOCHREALTIME/[.,]/}
  "$program" --urls "http://127.0.0.1:$port" >"$folder/output" 2>&1 &
  pid=$!
  until asks "$port"; do
    if ! kill -0 "$pid" 2>/dev/null; then cat "$folder/output"; exit 1; fi
    sleep 0.005
  done
  times+=($(((${EPOCHREALTIME/[.,]/} - start) / 1000)))
  if ((run >= runs - 3)); then
    sleep "$rest"
    memory+=($(($(awk '/^VmRSS/ { print $2 }' "/proc/$pid/status") / 1024)))
  fi
  stop_program
done

sorted() { printf '%s\n' "$@" | sort -n; }
mapfile -t times < <(sorted "${times[@]}")
mapfile -t memory < <(sorted "${memory[@]}")
echo "first 200 after ${times[$((runs / 2))]} ms (${times[0]} to ${times[-1]}, $runs starts); at rest ${memory[$((${#memory[@]} / 2))]} MB"
