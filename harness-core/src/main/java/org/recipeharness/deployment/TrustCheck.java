package org.recipeharness.deployment;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.recipeharness.checkout.Checkout;
import org.recipeharness.checkout.Release;
import org.recipeharness.compose.Variables;
import org.recipeharness.lint.docker.HostAccess;
import org.recipeharness.lint.published.Published;
import org.recipeharness.settings.Setting;
import org.recipeharness.settings.Settings;
import org.recipeharness.trust.Access;
import org.recipeharness.trust.Accesses;

/**
 * Refuses a head that asks for more access to the host and to other stacks than the newest release before it.
 *
 * <p>The head of a pull request is a stranger's code. Its containers are the only bounds that it has, so what leads out of them is
 * compared before anything is deployed.
 */
public final class TrustCheck {

    private static final String PULL_REQUEST = "pull/";

    private final RunSources sources;
    private final Settings settings;
    private final Variables edited;

    /**
     * Make a check.
     *
     * @param sources the head and its releases
     * @param settings what is trusted
     * @param edited what the run sets in the app's environment
     */
    public TrustCheck(RunSources sources, Settings settings, Variables edited) {
        this.sources = sources;
        this.settings = settings;
        this.edited = edited;
    }

    /**
     * Require that the head asks for no more than its releases do, if it is not trusted.
     *
     * @throws UntrustedException if it asks for more; the message names each field and its place
     * @throws InterruptedException if the thread is interrupted
     */
    public void require() throws InterruptedException {
        Checkout head = sources.head();
        if (isTrusted(head)) {
            return;
        }
        Optional<Accesses> found = accesses(head);
        if (found.isEmpty()) {
            // Files that cannot be put together are not deployed either.
            return;
        }
        Optional<Release> newest = sources.before().stream().findFirst();
        Accesses base =
                newest.isPresent() ? accesses(sources.release(newest.get())).orElse(Accesses.NONE) : Accesses.NONE;
        var reasons = new ArrayList<String>();
        found.get().beyond(base).stream()
                .filter(access -> access.reach().isRefused())
                .map(Access::toString)
                .forEach(reasons::add);
        found.get()
                .otherCode(base)
                .forEach(service -> reasons.add("service '" + service
                        + "' has access to the host, and its image, command or entrypoint is another one"));
        if (!reasons.isEmpty()) {
            throw new UntrustedException(
                    head.toString(),
                    newest.map(release -> "its release " + release.tag()).orElse("a recipe without a release"),
                    reasons,
                    "-D" + Setting.TRUSTED.key() + "=" + head.recipe() + " (or -D" + Setting.TRUST.key()
                            + "=anything)");
        }
    }

    private boolean isTrusted(Checkout head) {
        return settings.strangers().isTrusted(head.recipe().toString())
                || !head.ref().startsWith(PULL_REQUEST);
    }

    private Optional<Accesses> accesses(Checkout checkout) {
        return HostAccess.of(Published.read(checkout, edited, List.of(), List.of()));
    }
}
