package org.recipeharness.checkout;

import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.TransportCommand;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.transport.FetchResult;
import org.eclipse.jgit.transport.RefSpec;
import org.eclipse.jgit.transport.TagOpt;
import org.eclipse.jgit.transport.TransportHttp;

/** The repository of one recipe in its catalogue, as it is asked in one checkout. */
final class Remote {

    private final RecipeAddress address;
    private final Limits limits;
    private final EnvironmentProxies proxies;
    private final Login login;

    Remote(RecipeAddress address, Limits limits, EnvironmentProxies proxies) {
        this.address = address;
        this.limits = limits;
        this.proxies = proxies;
        this.login = new Login(address.login());
    }

    /** Fetches what the specs say, and removes what they once brought and the remote no longer has. */
    FetchResult fetch(Repository into, List<RefSpec> specs) throws GitAPIException, InterruptedException {
        try (var git = new Git(into)) {
            return within(cutoff -> limited(git.fetch(), cutoff)
                    .setRemote(address.repository())
                    .setRefSpecs(specs)
                    .setTagOpt(TagOpt.NO_TAGS)
                    .setRemoveDeletedRefs(true)
                    .setProgressMonitor(cutoff));
        }
    }

    /** The full names of all refs that the remote shows. */
    Set<String> refs() throws GitAPIException, InterruptedException {
        return within(cutoff -> limited(Git.lsRemoteRepository(), cutoff).setRemote(address.repository())).stream()
                .map(Ref::getName)
                .collect(Collectors.toSet());
    }

    CheckoutException explained(GitAPIException failure) {
        return new TransferFailure(address, proxies, login, limits).explained(failure);
    }

    private <T> T within(Function<Cutoff, TransportCommand<?, T>> command)
            throws GitAPIException, InterruptedException {
        var cutoff = new Cutoff(limits.transfer());
        try {
            return new Transfer<>(command.apply(cutoff), cutoff, limits).perform();
        } catch (TimeoutException e) {
            throw new CheckoutException(
                    "Fetching " + address + ": not done after "
                            + limits.transfer().toSeconds()
                            + " s, so it was given up. Is the network slow today, or the repository very large?",
                    e);
        }
    }

    private <C extends TransportCommand<C, ?>> C limited(C command, Cutoff cutoff) {
        return command.setTimeout(Math.toIntExact(limits.silence().toSeconds()))
                .setCredentialsProvider(login)
                .setTransportConfigCallback(transport -> {
                    if (transport instanceof TransportHttp http) {
                        http.setHttpConnectionFactory(new CutoffHttp(cutoff, proxies));
                    }
                });
    }

    @Override
    public String toString() {
        return address.toString();
    }
}
