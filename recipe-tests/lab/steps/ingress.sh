# shellcheck shell=bash
# The ingress: HAProxy on the proxy network, which takes HTTPS for the lab's zone and passes it on as the labels of the stacks say.
# It listens on two loopback ports that nobody else has, not on 80 and 443 of all addresses, where somebody else's may be.

ZONE=lab.test
INGRESS=recipe-harness-lab-ingress # the container's name
INGRESS_IMAGE=$IMAGE_NAMESPACE/haproxy:2.6.12
INGRESS_CA=$LAB_STATE/ingress/ca.pem
INGRESS_PORTS=(15443 15080) # https, http; the next free ones where somebody else has them
INGRESS_LIMIT=20
INGRESS_MADE_OF=$LAB_LABEL.made-of

ingress_up() {
    local made_of
    ca_up
    made_of=$({ docker image inspect --format '{{.Id}}' "$INGRESS_IMAGE" && docker network inspect --format '{{.Id}}' "$PROXY_NETWORK" && cat "$INGRESS_CA"; } | digest)
    if [[ $(ingress_state) != "running $made_of" ]]; then
        ingress_down
        quietly ingress "starting HAProxy" ingress_start "$made_of"
    fi
    say ingress "$(ingress_told)"
}

# Prints whether it runs, and what it is made of; nothing if there is none.
ingress_state() { docker container inspect --format "{{.State.Status}} {{index .Config.Labels \"$INGRESS_MADE_OF\"}}" "$INGRESS" 2>/dev/null || true; }

# ingress_port <port in the container>: prints the one on the loopback address.
ingress_port() { docker container port "$INGRESS" "$1/tcp" | sed -n '1s/.*://p'; }

ingress_told() { echo "*.$ZONE at https 127.0.0.1:$(ingress_port 443) and http 127.0.0.1:$(ingress_port 80), its CA is $INGRESS_CA"; }

# ingress_settings: what leads the harness through it.
ingress_settings() {
    printf '%s\n' "harness.zone=$ZONE" "harness.ingress=127.0.0.1:$(ingress_port 443):$(ingress_port 80)" "harness.ingress-ca=$INGRESS_CA"
}

ingress_start() {
    local since ports
    since=$(now)
    # The ports that it had before, as settings name them.
    read -ra ports <<<"$(recall ingress)"
    ((${#ports[@]})) || ports=("${INGRESS_PORTS[@]}")
    ports=("$(free_port_from "${ports[0]}")" "$(free_port_from "${ports[1]}")")
    remember ingress "${ports[*]}"
    # It is told of the services as Traefik is: by the engine's own socket.
    docker container create --name "$INGRESS" --label "$LAB_LABEL=true" --label "$INGRESS_MADE_OF=$1" \
        --restart unless-stopped --network "$PROXY_NETWORK" \
        --publish "127.0.0.1:${ports[0]}:443" --publish "127.0.0.1:${ports[1]}:80" \
        --volume /var/run/docker.sock:/var/run/docker.sock "$INGRESS_IMAGE"
    docker container cp "$LAB_STATE/ingress/certificate.pem" "$INGRESS:/etc/haproxy/certificate.pem"
    docker container start "$INGRESS"
    until ingress_answers; do
        (($(now) - since < INGRESS_LIMIT * 1000000)) || {
            docker container logs --tail 25 "$INGRESS"
            echo "the ingress does not answer after $INGRESS_LIMIT s"
            return 1
        }
        sleep 0.2
    done
}

# Its 404 for a host that no stack has is an answer.
ingress_answers() {
    local port
    port=$(ingress_port 443)
    [[ -n $port ]] && openssl s_client -connect "127.0.0.1:$port" -servername "nobody.$ZONE" -verify_return_error \
        -CAfile "$INGRESS_CA" </dev/null >/dev/null 2>&1
}

ingress_down() {
    [[ -z $(ingress_state) ]] || quietly ingress "removing $INGRESS" docker container rm --force "$INGRESS"
}

ca_down() {
    rm -rf "$LAB_STATE/ingress"
    forget ingress
}

# An authority of the lab's own, made once, and a certificate for its zone; both are good for a year, and are made again a month before that.
ca_up() {
    local there=$LAB_STATE/ingress
    if openssl x509 -noout -checkend 2592000 -in "$there/certificate.pem" >/dev/null 2>&1; then return; fi
    quietly ca "making the lab's CA and a certificate for *.$ZONE" ca_make "$there"
}

ca_make() (
    there=$1 scratch=$1.new
    umask 077
    rm -rf "$scratch"
    mkdir -p "$scratch"
    cd "$scratch"
    openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 365 -keyout ca.key -out ca.pem \
        -subj "/CN=Recipe Harness lab CA" -addext keyUsage=critical,keyCertSign,cRLSign
    openssl req -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -keyout leaf.key -out leaf.csr -subj "/CN=$ZONE"
    openssl x509 -req -in leaf.csr -CA ca.pem -CAkey ca.key -CAcreateserial -days 365 -out leaf.pem -extfile /dev/stdin <<EXTENSIONS
subjectAltName=DNS:$ZONE,DNS:*.$ZONE
extendedKeyUsage=serverAuth
EXTENSIONS
    cat leaf.pem leaf.key >certificate.pem
    # Nobody signs anything more with it.
    rm ca.key leaf.key leaf.csr leaf.pem ca.srl
    rm -rf "$there"
    mv "$scratch" "$there"
)
