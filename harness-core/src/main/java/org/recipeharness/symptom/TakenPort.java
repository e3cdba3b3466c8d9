package org.recipeharness.symptom;

import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.recipeharness.stack.HostPort;

/** A port that somebody else holds: within the task, or on the node. */
record TakenPort() implements Signature {

    private static final Pattern WITHIN = Pattern.compile("(?i)address (?:is )?already in use|\\bEADDRINUSE\\b");
    private static final Pattern ON_NODE = Pattern.compile(
            "(?i)host-mode port already in use|port is already allocated|error starting userland proxy: listen"
                    + "|failed to bind host port");
    private static final Pattern PORT = Pattern.compile("(?i)(?::|\\bport )(\\d{2,5})\\b(?![:.]\\d)");

    @Override
    public Optional<Symptom> in(String line, Account account) {
        return WITHIN.matcher(line).find()
                ? Optional.of(account.symptom(
                        Sign.PORT_TAKEN,
                        line,
                        port(line).map(port -> "Port " + port).orElse("A port")
                                + " is held by another process of the same container, as each task has ports of its own",
                        "Look whether two programs of the container listen there, or one is started twice"))
                : Optional.empty();
    }

    /** Reads what the engine says of a task that it can't place or start. */
    Optional<Symptom> inRefusal(String refusal, Account account) {
        if (!ON_NODE.matcher(refusal).find()) {
            return Optional.empty();
        }
        String ports =
                account.service().ports().stream().map(HostPort::toString).collect(Collectors.joining(", "));
        return Optional.of(
                account.symptom(
                        Sign.PORT_TAKEN,
                        refusal,
                        "A port that the service publishes is held on the node by another task, stack or program"
                                + (ports.isEmpty() ? "" : ": one of " + ports),
                        "Look who holds it: docker ps --filter publish=<port>, ss -lntup; two replicas can't share a node's port"));
    }

    private static Optional<String> port(String line) {
        // The last one, as a time may stand before it.
        return PORT.matcher(line).results().map(found -> found.group(1)).reduce((earlier, later) -> later);
    }
}
