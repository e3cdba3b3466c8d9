package org.recipeharness.checkout;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.transport.RefSpec;

/** The pull requests of one recipe, which Gitea, Forgejo and GitHub show as {@code refs/pull/<n>/head}. */
final class PullRequests {

    private static final Pattern FORM = Pattern.compile("pull/([1-9]\\d{0,8})");
    private static final Pattern REF = Pattern.compile("refs/pull/([1-9]\\d{0,8})/head");

    private final Remote remote;

    PullRequests(Remote remote) {
        this.remote = remote;
    }

    /**
     * Fetches the head of a pull request as it is now. The clone has none unless it was asked for: a busy forge has thousands.
     *
     * @param name such as {@code pull/4}
     * @return empty where the name is not of that form, or the remote shows no such pull request
     */
    Optional<Revision> find(String name, Repository into) throws IOException, GitAPIException, InterruptedException {
        Matcher form = FORM.matcher(name);
        if (!form.matches()) {
            return Optional.empty();
        }
        String head = "refs/pull/" + form.group(1) + "/head";
        if (!remote.refs().contains(head)) {
            return Optional.empty();
        }
        remote.fetch(into, List.of(new RefSpec("+" + head + ":" + head)));
        return Optional.ofNullable(into.exactRef(head))
                .map(Ref::getObjectId)
                .map(commit -> new Revision(name, commit, TagKind.NONE));
    }

    /** All that the remote shows, the newest first. */
    List<String> names() throws GitAPIException, InterruptedException {
        return remote.refs().stream()
                .map(REF::matcher)
                .filter(Matcher::matches)
                .map(head -> Integer.valueOf(head.group(1)))
                .sorted((one, other) -> other.compareTo(one))
                .map(number -> "pull/" + number)
                .toList();
    }
}
