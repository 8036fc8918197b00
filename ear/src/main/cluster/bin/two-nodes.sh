#!/usr/bin/env bash
# Two nodes of Chancery, one PostgreSQL and haproxy before them, on one machine: to try it out, and what the tests run.
#
#   two-nodes.sh start         the database (unless CHANCERY_DB_URL names one), both nodes, haproxy; serves on port 8080
#   two-nodes.sh roll          stops and starts one node after the other, without a failed request
#   two-nodes.sh stop          everything
#   two-nodes.sh status        who is running
#   two-nodes.sh start-node 1 | stop-node 1 | kill-node 1 | start-proxy | stop-proxy
#
# CHANCERY_CLUSTER_DIR   where data, logs and ports' owners are kept (default .chancery-cluster in the current directory)
# CHANCERY_FRONT_PORT    haproxy's port (default 8080)
# CHANCERY_OFFSETS       the nodes' port offsets (default "100 200": they answer on 8180 and 8280)
# CHANCERY_NODE1_OPTS    more JVM options for node 1 alone; CHANCERY_NODE2_OPTS for node 2
# CHANCERY_FRONT_KEEPS_FORWARDED=true   lets callers say where they come from; for tests only
# Everything that the README lists is handed on to both nodes; CHANCERY_MODE is sandbox unless it is set.
set -euo pipefail

HOME_DIR=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
DIR=$(mkdir -p "${CHANCERY_CLUSTER_DIR:-.chancery-cluster}" && cd "${CHANCERY_CLUSTER_DIR:-.chancery-cluster}" && pwd)
FRONT=${CHANCERY_FRONT_PORT:-8080}
read -r -a OFFSETS <<<"${CHANCERY_OFFSETS:-100 200}"
PG_PORT=${CHANCERY_PG_PORT:-54329}
# haproxy asks every half second and turns away after two refusals; the rest is for what was sent in between.
DRAIN_SECONDS=3
STOP_SECONDS=60
START_SECONDS=360
# How long a node that has just started is kept from visitors and asked for public pages instead.
WARM_SECONDS=30
# How long a node that has just got all visitors is left alone with them before the other one boots beside it.
SETTLE_SECONDS=20

fail() { echo "two-nodes: $*" >&2; exit 1; }
need() { command -v "$1" >/dev/null || [ -x "/usr/sbin/$1" ] || fail "$1 is missing: apt-get install $2"; }
port() { echo $((8080 + OFFSETS[$1 - 1])); }
base() { echo "$DIR/node$1"; }
pid() { cat "$DIR/$1.pid" 2>/dev/null || true; }
alive() { local p; p=$(pid "$1"); [ -n "$p" ] && kill -0 "$p" 2>/dev/null; }
ready() { curl -sf -o /dev/null --max-time 5 "http://localhost:$1/health/ready"; }

# waits until the command succeeds, at most so many seconds
await() {
  local seconds=$1 what=$2 end; shift 2
  end=$((SECONDS + seconds))
  until "$@"; do
    [ $SECONDS -lt $end ] || fail "$what, see $DIR"
    sleep 0.2
  done
}

as_postgres() { if [ "$(id -u)" = 0 ]; then runuser -u postgres -- "$@"; else "$@"; fi; }

start_database() {
  local bin data=$DIR/postgresql
  bin=$(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | tail -1)
  [ -n "$bin" ] || fail "PostgreSQL is missing: apt-get install postgresql, or set CHANCERY_DB_URL"
  if [ ! -d "$data" ]; then
    mkdir -p "$data"
    if [ "$(id -u)" = 0 ]; then chown postgres "$data"; chmod a+x "$DIR"; fi
    as_postgres "$bin/initdb" -D "$data" -U chancery --auth=trust >/dev/null
  fi
  as_postgres "$bin/pg_ctl" -D "$data" status >/dev/null || as_postgres "$bin/pg_ctl" -D "$data" -w -l "$data/log" \
    -o "-p $PG_PORT -c listen_addresses=127.0.0.1 -c unix_socket_directories=$data" start >/dev/null
}

stop_database() {
  local bin
  bin=$(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | tail -1)
  [ -d "$DIR/postgresql" ] && as_postgres "$bin/pg_ctl" -D "$DIR/postgresql" -m fast stop >/dev/null || true
}

# The processors this script may use, one a line.
processors() {
  taskset -cp $$ | sed 's/.*: //' | tr , '\n' | while IFS=- read -r first last; do seq "$first" "${last:-$first}"; done
}

# A boot takes every processor it gets, and the other node has to serve everybody meanwhile: half of them are enough for it.
half_of_processors() { processors | sed -n "1,$((($(nproc) + 1) / 2))p" | paste -sd,; }

free_node() { taskset -acp "$(processors | paste -sd,)" "$(pid "node$1")" >/dev/null; }

own_database() { [ -z "${CHANCERY_DB_URL:-}" ]; }

# The node's own directory: what it keeps survives, what is deployed is always the newest.
furnish_node() {
  local base; base=$(base "$1")
  [ -d "$base" ] || cp -r "$HOME_DIR/standalone" "$base"
  rm -f "$base"/deployments/chancery.ear.*
  cp -p "$HOME_DIR"/standalone/deployments/chancery.ear "$base/deployments/"
}

boot_node() {
  local n=$1 beside=${2:-} more=CHANCERY_NODE$1_OPTS extra=() confined=()
  alive "node$n" && return
  furnish_node "$n"
  if own_database; then
    extra+=("CHANCERY_DB_URL=jdbc:postgresql://127.0.0.1:$PG_PORT/postgres" CHANCERY_DB_USER=chancery CHANCERY_DB_PASSWORD=-)
  fi
  [ -z "$beside" ] || confined=(taskset -c "$(half_of_processors)")
  "${confined[@]}" env LAUNCH_JBOSS_IN_BACKGROUND=true JBOSS_PIDFILE="$DIR/node$n.pid" JBOSS_HOME="$HOME_DIR" \
    CHANCERY_MODE="${CHANCERY_MODE:-sandbox}" CHANCERY_BASE_URL="${CHANCERY_BASE_URL:-http://localhost:$FRONT}" \
    CHANCERY_PROXY_FORWARDING=true "${extra[@]}" \
    JAVA_OPTS="${JAVA_OPTS:--Xms256m -Xmx768m -XX:+UseG1GC -Djava.net.preferIPv4Stack=true} -XX:ActiveProcessorCount=$(nproc) ${!more:-}" \
    setsid "$HOME_DIR/bin/standalone.sh" -Djboss.server.base.dir="$(base "$n")" -Djboss.node.name="node$n" \
    -Djboss.socket.binding.port-offset="${OFFSETS[$n - 1]}" -Djboss.bind.address=127.0.0.1 \
    -Dorg.wildfly.sigterm.suspend.timeout=30 </dev/null >>"$DIR/node$n.log" 2>&1 &
  disown
}

await_node() {
  await "$START_SECONDS" "node $1 does not come up" ready "$(port "$1")"
  free_node "$1"
  echo "node $1 is ready on $(port "$1")"
}

# Ready goes false while the node still serves, the proxy turns away, then requests in flight finish and it stops.
stop_node() {
  alive "node$1" || return 0
  touch "$(base "$1")/data/draining"
  sleep "$DRAIN_SECONDS"
  kill -TERM "$(pid "node$1")"
  await "$STOP_SECONDS" "node $1 does not stop" dead "node$1"
  rm -f "$DIR/node$1.pid"
  echo "node $1 has stopped"
}

dead() { ! alive "$1"; }

kill_node() { kill -KILL "$(pid "node$1")"; await 10 "node $1 does not die" dead "node$1"; rm -f "$DIR/node$1.pid"; }

proxy_configuration() {
  cat <<CFG
global
  maxconn 2000
defaults
  mode http
  timeout connect 2s
  timeout client 60s
  timeout server 60s
  timeout http-request 5s
  timeout queue 10s
  # A node that is slow to say so is busy, not lost; whoever is lost refuses the connection.
  timeout check 15s
  # Only what was certainly not done, or does no harm when it is done twice, is sent to the other node again.
  retries 3
  option redispatch 1
  retry-on conn-failure empty-response 503
  option http-buffer-request
# What this script says of the nodes; nobody else reaches it.
frontend admin
  bind unix@$DIR/haproxy.admin mode 600
  stats enable
  stats uri /
  stats admin if TRUE
frontend chancery
  bind 127.0.0.1:$FRONT
  http-request deny deny_status 404 if { path /metrics }
  http-request disable-l7-retry unless { method GET HEAD } or { req.hdr(Idempotency-Key) -m found } or { path_reg ^/api/v1/instances/[^/]+/checks\$ }
$(if [ "${CHANCERY_FRONT_KEEPS_FORWARDED:-}" != true ]; then echo "  http-request set-header X-Forwarded-For %[src]"; fi)
  http-request set-header X-Forwarded-Proto http
  http-request set-header X-Forwarded-Host %[req.hdr(Host)]
  default_backend nodes
backend nodes
  balance roundrobin
  # A session lives on both nodes; staying on one only spares the wait for the other's copy.
  cookie chancery-node insert indirect nocache httponly attr "SameSite=Lax"
  option httpchk
  http-check send meth GET uri /health/ready ver HTTP/1.1 hdr Host localhost
  http-check expect status 200
  default-server check inter 500ms fall 2 rise 2 observe layer4 error-limit 2 on-error mark-down
  server node1 127.0.0.1:$(port 1) cookie node1
  server node2 127.0.0.1:$(port 2) cookie node2
  # When neither is ready, which a storm of requests can bring about, a slow answer is better than none. Without the cookie,
  # or visitors of a node that is being stopped would go on to it.
  option allbackups
  server node1-anyway 127.0.0.1:$(port 1) no-check backup
  server node2-anyway 127.0.0.1:$(port 2) no-check backup
CFG
}

start_proxy() {
  need haproxy haproxy
  alive haproxy && return
  proxy_configuration >"$DIR/haproxy.cfg"
  PATH=$PATH:/usr/sbin haproxy -q -D -f "$DIR/haproxy.cfg" -p "$DIR/haproxy.pid"
  echo "haproxy serves http://localhost:$FRONT"
}

stop_proxy() { alive haproxy && kill -TERM "$(pid haproxy)" && rm -f "$DIR/haproxy.pid" || true; }

start() {
  need curl curl
  need taskset util-linux
  need haproxy haproxy
  own_database && start_database
  boot_node 1
  boot_node 2
  await_node 1
  await_node 2
  start_proxy
}

# Lets haproxy send visitors to the node ("ready") or not, however healthy it is ("maint").
tell_proxy() {
  alive haproxy || return 0
  curl -s -o /dev/null -D - --unix-socket "$DIR/haproxy.admin" -d "s=node$1&s=node$1-anyway&action=$2&b=nodes" http://localhost/ |
    grep -i '^location:.*DONE' >/dev/null || fail "haproxy does not take node $1 for $2"
}

# A node that has just started is slow: its first page may take longer than others wait for the lock of the same session.
# Pages that anybody may see make it quicker first.
warm_node() {
  local end=$((SECONDS + WARM_SECONDS)) page
  while [ $SECONDS -lt $end ]; do
    for page in /sign-in /console/sign-in /.well-known/jwks.json; do
      curl -s -o /dev/null --max-time 10 "http://localhost:$(port "$1")$page" || true
    done
  done
}

start_node() {
  alive "node$1" && return
  tell_proxy "$1" maint
  boot_node "$1" beside
  await_node "$1"
  warm_node "$1"
  tell_proxy "$1" ready
}

# Whoever stays has all visitors at once, and on one machine a boot would be in its way: it may get used to them first.
settle() { sleep "$SETTLE_SECONDS"; }

renew_node() { stop_node "$1"; settle; start_node "$1"; }

roll() { renew_node 1; renew_node 2; }

stop() {
  stop_proxy
  stop_node 1 & stop_node 2 & wait
  own_database && stop_database || true
}

status() { for it in node1 node2 haproxy; do alive "$it" && echo "$it runs as $(pid "$it")" || echo "$it is down"; done; }

case "${1:-}" in
  start | roll | stop | status) "$1" ;;
  start-node) start_node "$2" ;;
  boot-node) boot_node "$2" ;;
  stop-node) stop_node "$2" ;;
  kill-node) kill_node "$2" ;;
  start-proxy) start_proxy ;;
  stop-proxy) stop_proxy ;;
  *) sed -n '2,17s/^# \{0,1\}//p' "${BASH_SOURCE[0]}"; exit 64 ;;
esac
