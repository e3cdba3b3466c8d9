package org.recipeharness.symptom;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.recipeharness.stack.Mounted;
import org.recipeharness.stack.Mounted.Kind;
import org.recipeharness.stack.VolumeMount.Access;

/** A file that an app wants to write and may only read. */
record ReadOnlyFile() implements Signature {

    private static final Pattern COMPLAINT = Pattern.compile("(?i)read-only file ?system|\\bEROFS\\b|Errcode: 30\\b");

    @Override
    public Optional<Symptom> in(String line, Account account) {
        Matcher complaint = COMPLAINT.matcher(line);
        if (!complaint.find()) {
            return Optional.empty();
        }
        Optional<String> path = NamedPath.in(line, complaint);
        return Optional.of(path.flatMap(account::mountOf)
                .map(mount -> of(path.get(), mount, line, account))
                .orElseGet(() -> ofNoMount(path, line, account)));
    }

    private static Symptom of(String path, Mounted mount, String line, Account account) {
        String where = path + " lies on the " + mount;
        if (mount.kind() == Kind.CONFIG || mount.kind() == Kind.SECRET) {
            return account.symptom(
                    Sign.READ_ONLY_FILE_SYSTEM,
                    line,
                    where + ", and a " + mount.kind().word() + " is read-only by design",
                    "Where the app must write the file, render it into a writable volume when the container starts");
        }
        return mount.access() == Access.READ_ONLY
                ? account.symptom(
                        Sign.READ_ONLY_FILE_SYSTEM,
                        line,
                        where + ", which is mounted read-only",
                        "Where the app must write there, mount it without ':ro' or 'read_only'")
                : account.symptom(
                        Sign.READ_ONLY_FILE_SYSTEM,
                        line,
                        where + ", which the service may write",
                        "Look at the node's disk: it may have been remounted after an error");
    }

    private static Symptom ofNoMount(Optional<String> path, String line, Account account) {
        if (account.service().given().root() == Access.READ_ONLY) {
            return account.symptom(
                    Sign.READ_ONLY_FILE_SYSTEM,
                    line,
                    path.orElse("What it wants to write")
                            + " lies on none of the service's mounts, and the service's own"
                            + " file system is read-only ('read_only: true')",
                    "Mount a volume or a tmpfs there");
        }
        List<Mounted> mounts = account.service().given().mounts().stream()
                .filter(mount -> mount.access() == Access.READ_ONLY)
                .toList();
        return account.symptom(
                Sign.READ_ONLY_FILE_SYSTEM,
                line,
                path.orElse("What it wants to write")
                        + " lies on none of the service's mounts, as far as the line tells",
                mounts.isEmpty()
                        ? "The service mounts nothing read-only"
                        : "What it mounts read-only: "
                                + mounts.stream().map(Mounted::toString).collect(Collectors.joining(", ")));
    }
}
