package org.recipeharness.checkout;

import java.io.InterruptedIOException;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.api.errors.InvalidRemoteException;

/** Says why a recipe could not be fetched: it is not there, a password is asked for, or the server can't be reached. */
final class TransferFailure {

    private static final String WHERE = "The catalogue's address is set by -Dharness.catalogue";

    private final RecipeAddress address;
    private final EnvironmentProxies proxies;
    private final Login login;
    private final Limits limits;

    TransferFailure(RecipeAddress address, EnvironmentProxies proxies, Login login, Limits limits) {
        this.address = address;
        this.proxies = proxies;
        this.login = login;
        this.limits = limits;
    }

    CheckoutException explained(GitAPIException failure) {
        String through = proxies.forAddress(address.catalogue())
                .map(proxy -> " through the proxy " + proxy)
                .orElse("");
        return new CheckoutException("Fetching " + address + through + ": " + reason(failure), failure);
    }

    private String reason(GitAPIException failure) {
        if (failure instanceof InvalidRemoteException) {
            return "there is no git repository. " + new PublishedRecipes(address.catalogue()).advice();
        }
        if (cause(failure, InterruptedIOException.class).isPresent()) {
            return "the server said nothing for " + limits.silence().toSeconds()
                    + " s. Is it overloaded, or does a firewall swallow the connection? " + WHERE;
        }
        Optional<Exception> unreachable = cause(failure, UnknownHostException.class)
                .or(() -> cause(failure, SocketException.class))
                .or(() -> cause(failure, SSLException.class));
        if (unreachable.isPresent()) {
            return "the server can't be reached (" + unreachable.get() + "). Is the network up, and the address right? "
                    + WHERE;
        }
        if (login.wasAsked()) {
            return login.isGiven()
                    ? "the server refuses the login in the catalogue's address. Is the token still valid? " + WHERE
                    : "the server asks for a password. Is the name right? Many forges ask so for a repository that they don't"
                            + " have. If it is a private one, put a login into the address: https://<user>:<token>@... "
                            + WHERE;
        }
        return failure.getMessage() + detail(failure)
                + ". Is the catalogue's address right? It is set by -Dharness.catalogue";
    }

    /** JGit's own message mostly says what it did, and only the first cause why it failed, such as a proxy's refusal. */
    private static String detail(GitAPIException failure) {
        return Stream.<Throwable>iterate(failure, each -> each != null, Throwable::getCause)
                .map(Throwable::getMessage)
                .filter(message ->
                        message != null && !String.valueOf(failure.getMessage()).contains(message))
                .reduce((first, last) -> last)
                .map(message -> " (" + message + ")")
                .orElse("");
    }

    private static Optional<Exception> cause(Throwable failure, Class<? extends Exception> type) {
        return Stream.iterate(failure, each -> each != null, Throwable::getCause)
                .filter(type::isInstance)
                .findFirst()
                .map(type::cast);
    }
}
