package org.recipeharness.symptom;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.recipeharness.stack.StackService;

/** A database, or another server of the stack, that is not found, does not listen, or does not let the app in. */
record RefusedDatabase() implements Signature {

    private static final Pattern UNKNOWN = Pattern.compile("(?i)could not translate host name|\\bENOTFOUND\\b"
            + "|\\bEAI_AGAIN\\b|unknown (?:mysql |mariadb )?server host|no such host|UnknownHostException"
            + "|name or service not known|name does not resolve|nodename nor servname|temporary failure in name resolution"
            + "|could not resolve host|host not found in upstream|\\bbad address '");
    private static final Pattern DEAF =
            Pattern.compile("(?i)connection refused|\\bECONNREFUSED\\b|can't connect to (?:mysql |mariadb )?server");
    private static final Pattern LOCKED =
            Pattern.compile("(?i)password authentication failed|access denied for user|no pg_hba\\.conf entry"
                    + "|\\bWRONGPASS\\b|\\bNOAUTH\\b|Mongo\\w*(?:Error|Exception)\\b.*authentication failed|\\bAuthenticationFailed\\b"
                    + "|ldap\\w*\\b.*\\binvalid credentials\\b");

    private static final Pattern HOST = Pattern.compile("(?i)(?:host name|server at|server on|server host|ENOTFOUND"
            + "|EAI_AGAIN|lookup|UnknownHostException:|getaddrinfo for(?: host)?|resolve host:?|host not found in upstream|bad address"
            + "|resolve) [\"'`]?([a-z0-9][\\w.-]*)");
    private static final Pattern HOST_AND_PORT = Pattern.compile("(?i)(?<![\\w.:-])([a-z][\\w.-]*):\\d{2,5}\\b");

    @Override
    public Optional<Symptom> in(String line, Account account) {
        Optional<String> host = host(line);
        Optional<StackService> server = host.flatMap(name -> server(name, account));
        if (LOCKED.matcher(line).find()) {
            return Optional.of(
                    account.symptom(
                            Sign.DATABASE_REFUSES,
                            line,
                            server.map(found -> "The " + said(found, account)).orElse("The database")
                                    + " answers, and does not let the user in",
                            "Compare user and password on both sides; a volume that was there before keeps the first password"));
        }
        if (UNKNOWN.matcher(line).find()
                && host.filter(name -> server.isPresent() || !name.contains("."))
                        .isPresent()) {
            return Optional.of(account.symptom(
                    Sign.DATABASE_REFUSES,
                    line,
                    server.map(found -> "'" + host.get() + "' is the " + said(found, account) + " of the stack")
                            .orElseGet(() ->
                                    "'" + host.get() + "' is no service of the stack, which has " + names(account)),
                    "Name a service that runs, on a network that both are on"));
        }
        return DEAF.matcher(line).find()
                ? server.map(found -> account.symptom(
                        Sign.DATABASE_REFUSES,
                        line,
                        "'" + host.orElseThrow() + "' is the " + said(found, account)
                                + " of the stack, and nothing listens there at that port",
                        "Look at that service's log, and whether it listens at that port and not on localhost alone"))
                : Optional.empty();
    }

    private static Optional<String> host(String line) {
        return Stream.of(HOST, HOST_AND_PORT)
                .map(pattern -> pattern.matcher(line))
                .filter(Matcher::find)
                .map(found -> found.group(1))
                .findFirst();
    }

    private static Optional<StackService> server(String host, Account account) {
        String prefix = account.stack().name() + "_";
        return account.stack().service(host.startsWith(prefix) ? host.substring(prefix.length()) : host);
    }

    private static String said(StackService service, Account account) {
        return "service '" + service.name() + "' ("
                + (account.running().contains(service.name()) ? "running" : "not running") + ")";
    }

    private static String names(Account account) {
        return account.stack().services().stream().map(StackService::name).collect(Collectors.joining(", "));
    }
}
